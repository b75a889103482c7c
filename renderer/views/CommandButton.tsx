import { available, type CommandId, commands } from "../commands.ts";
import { ariaKey, keyLabel } from "../keys.ts";
import { focusOnce } from "../ui/focusOnce.ts";
import { Icon } from "../ui/Icon.tsx";
import { Kbd } from "../ui/Kbd.tsx";
import { useApp } from "./context.ts";

interface Props {
  id: CommandId;
  /** An icon alone with a tooltip; or words with their key, as a button or within a line. */
  look: "icon" | "plain" | "primary" | "link";
  focused?: boolean;
  current?: boolean;
  /** Of one that switches something: whether it is on. */
  pressed?: boolean;
}

/** A button for a command: its words, icon and key come from the table. */
export function CommandButton({ id, look, focused = false, current = false, pressed }: Props) {
  const app = useApp();
  const { text, icon, keys, run } = commands[id];
  const key = keys[0] && keyLabel(keys[0], app.mac);
  const bare = look === "icon";
  const short = text.replace(" …", "");
  return (
    <button
      type="button"
      class={bare ? "tool" : `button ${look}`}
      data-command={id}
      disabled={!available(id, app)}
      ref={focused ? focusOnce : null}
      aria-label={bare ? short : undefined}
      aria-keyshortcuts={keys.map((each) => ariaKey(each, app.mac)).join(" ")}
      aria-current={current ? "page" : undefined}
      aria-pressed={pressed}
      data-tip={bare ? `${short}${key ? `  ${key}` : ""}` : undefined}
      onClick={() => void run(app)}
    >
      {bare ? (
        <Icon of={icon} />
      ) : (
        <>
          {look === "link" ? <span>{short}</span> : text} {key && <Kbd>{key}</Kbd>}
        </>
      )}
    </button>
  );
}
