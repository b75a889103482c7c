import { useRef } from "preact/hooks";
import { available, type CommandId, commands } from "../../commands.ts";
import { keyLabel } from "../../keys.ts";
import type { App } from "../../state/app.ts";
import { menu as words } from "../../text/reviewing.ts";
import { Menu, type MenuItem } from "../../ui/Menu.tsx";
import { CommandButton } from "../CommandButton.tsx";
import { useApp } from "../context.ts";

/** What stands together. Flags have a menu of their own. */
const groups: readonly (readonly CommandId[])[] = [
  ["edit", "info", "previousInfo"],
  ["markNote"],
  ["bury", "buryNote", "suspendCard", "suspendNote"],
  ["replay", "autoAdvance", "shortcuts"],
];

const flags = [
  "flagRed",
  "flagOrange",
  "flagGreen",
  "flagBlue",
  "flagPink",
  "flagTurquoise",
  "flagPurple",
] as const satisfies readonly CommandId[];

/** The button with everything that can be done with the card on show, and its menu. */
export function CardMenu() {
  const app = useApp();
  const ref = useRef<HTMLSpanElement>(null);
  const open = app.menu.value;
  const close = () => {
    app.menu.value = null;
  };
  const at = open && ref.current?.getBoundingClientRect();
  return (
    <span ref={ref}>
      <CommandButton id="more" look="icon" />
      {at && (
        <Menu
          key={open}
          label={open === "flags" ? words.flagsLabel : words.label}
          items={open === "flags" ? flags.map((id, i) => item(app, id, false, `flag-${i + 1}`)) : cardItems(app)}
          x={at.left}
          y={at.bottom}
          onClose={close}
        />
      )}
    </span>
  );
}

function cardItems(app: App): MenuItem[] {
  const toFlags = {
    ...{ id: "flags", text: words.flags, apart: true },
    run: () => {
      app.menu.value = "flags";
    },
  };
  return groups.flatMap((ids, group) => {
    const open = ids.filter((id) => available(id, app));
    const items = open.map((id, i) => item(app, id, group > 0 && i === 0));
    return ids.includes("markNote") ? [toFlags, ...items.map((each) => ({ ...each, apart: false }))] : items;
  });
}

function item(app: App, id: CommandId, apart: boolean, look?: string): MenuItem {
  const { text, keys, run } = commands[id];
  const key = keys[0] && keyLabel(keys[0], app.mac);
  return { id, text, key, apart, ...(look && { look }), run: () => void run(app) };
}
