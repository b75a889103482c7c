import { available, type CommandId, commands } from "../../commands.ts";
import { keyLabel } from "../../keys.ts";
import { placesOf } from "../../state/browse/places.ts";
import { browse as words } from "../../text/browse.ts";
import { organise } from "../../text/organise.ts";
import { Menu, type MenuItem } from "../../ui/Menu.tsx";
import { useApp } from "../context.ts";

const groups: readonly (readonly CommandId[])[] = [
  ["edit", "info"],
  ["moveCards", "addTags", "removeTags", "markNotes"],
  ["suspendCards", "buryCards", "setDue", "reset", "reposition"],
  ["flag1", "flag2", "flag3", "flag4", "flag5", "flag6", "flag7"],
  ["replace", "changeType", "deleteNotes"],
  ["duplicates", "saveSearch", "export", "columns"],
];

/** The menu that is open in Browse, if one is. */
export function BrowseMenu() {
  const { menu } = useApp().actions;
  const close = () => {
    menu.value = null;
  };
  if (!menu.value) return null;
  const { of } = menu.value;
  return of === "rows" ? <RowsMenu onClose={close} /> : <TreeMenu id={of.tree} onClose={close} />;
}

/** Everything that can be done with the selected rows, with its keys. */
function RowsMenu({ onClose }: { onClose(): void }) {
  const app = useApp();
  const { browse, actions } = app;
  const button = document.querySelector("[data-command=menu]")?.getBoundingClientRect();
  const at = actions.menu.value;
  const byButton = at === null || at.x < 0;
  const items = groups.flatMap((ids, group) =>
    ids.map((id, i): MenuItem => {
      const { text, keys, run } = commands[id];
      return {
        ...{ id, text, key: keys[0] && keyLabel(keys[0], app.mac), disabled: !available(id, app) },
        ...{ apart: group > 0 && i === 0, run: () => void run(app) },
        ...(id.startsWith("flag") && { look: id.replace("flag", "flag-") }),
      };
    }),
  );
  return (
    <Menu
      label={words.actionsOn(browse.mode.value, browse.chosen.value)}
      items={items}
      x={byButton ? (button?.left ?? 0) : at.x}
      y={byButton ? (button?.bottom ?? 0) + 4 : at.y}
      onClose={onClose}
    />
  );
}

/** What can be done with one row of the tree. */
function TreeMenu({ id, onClose }: { id: string; onClose(): void }) {
  const { browse, organise: organising, actions, ask, openExport } = useApp();
  const at = actions.menu.value;
  const place = browse.sidebar.value && placesOf(browse.sidebar.value).byId.get(id);
  if (!at || !place) return null;
  const item = (name: keyof typeof organise.treeMenu, run: () => void, key?: string, apart = false): MenuItem => ({
    ...{ id: name, text: organise.treeMenu[name], key, apart, run },
  });
  const newDeck = (outer: string | null) => ask({ kind: "newDeck", outer });
  const held = { ctrl: false, shift: false, alt: false };
  const items: MenuItem[] = [];
  if (place.kind === "group") items.push(item("newDeck", () => newDeck(null)));
  else {
    const choose = (keys: Partial<typeof held>) => () => void browse.choose(place.query, { ...held, ...keys });
    items.push(item("search", choose({}), "Enter"));
    items.push(item("and", choose({ ctrl: true })), item("or", choose({ shift: true })));
    items.push(item("not", choose({ ctrl: true, alt: true })));
  }
  if (place.kind === "deck") items.push(item("newDeck", () => newDeck(place.name), undefined, true));
  if (place.kind === "deck" || place.kind === "tag" || place.kind === "saved") {
    const rename = () => {
      organising.renaming.value = id;
    };
    items.push(item("rename", rename, "F2", place.kind !== "deck"));
    if (place.kind === "deck") items.push(item("export", () => void openExport(place.deck)));
    items.push(item("remove", () => organising.remove(place), "Del"));
  }
  return <Menu label={words.actions} items={items} x={at.x} y={at.y} onClose={onClose} />;
}
