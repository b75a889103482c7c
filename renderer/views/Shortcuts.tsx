import { Fragment } from "preact";
import { dialogs, elsewhere, studying } from "../commands/command.ts";
import { type CommandId, commandIds, commands } from "../commands.ts";
import { keyLabel } from "../keys.ts";
import type { Place } from "../state/app.ts";
import { shortcuts as words } from "../text/shortcuts.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { CommandButton } from "./CommandButton.tsx";
import { useApp } from "./context.ts";

/** Where a command is listed: the first group that holds a place of its own. */
const groups: readonly [title: string, places: readonly Place[]][] = [
  [words.studying, studying],
  [words.screens, elsewhere],
  [words.browse, ["browse"]],
  [words.dialogs, dialogs],
];

const groupOf = (id: CommandId): number =>
  groups.findIndex(([, places]) => commands[id].where.some((place) => places.includes(place)));

/** Every key there is, straight from the table of commands. */
export function Shortcuts() {
  const app = useApp();
  return (
    <Dialog title={words.title} wide onLeave={app.leaveDialog} tools={<CommandButton id="close" look="icon" />}>
      <div class="key-groups">
        {groups.map(([title], index) => (
          <section key={title}>
            <h3 class="heading">{title}</h3>
            <dl class="keys">
              {commandIds
                .filter((id) => groupOf(id) === index)
                .map((id) => (
                  <div key={id}>
                    <dt>{commands[id].text.replace(" …", "")}</dt>
                    <dd>
                      {commands[id].keys.map((key, i) => (
                        <Fragment key={key}>
                          {i > 0 && ` ${words.or} `}
                          <kbd class="kbd">{keyLabel(key, app.mac)}</kbd>
                        </Fragment>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
