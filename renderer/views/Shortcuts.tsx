import { Fragment } from "preact";
import { dialogs, elsewhere, studying } from "../commands/command.ts";
import { type CommandId, commandIds, commands } from "../commands.ts";
import { chordLabel } from "../keys.ts";
import type { Place } from "../state/app.ts";
import { shortcuts as words } from "../text/shortcuts.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { fieldKeys } from "../ui/rich/fieldKeys.ts";
import { CommandButton } from "./CommandButton.tsx";
import { useApp } from "./context.ts";

/** Where a command is listed: the first group that holds a place of its own. */
const groups: readonly [title: string, places: readonly Place[]][] = [
  [words.studying, studying],
  [words.screens, elsewhere],
  [words.browse, ["browse"]],
  [words.importing, ["import"]],
  [words.dialogs, dialogs],
];

const groupOf = (id: CommandId): number =>
  groups.findIndex(([, places]) => commands[id].where.some((place) => places.includes(place)));

/** Every key there is, straight from the tables of commands and of what can be done in a field. */
export function Shortcuts() {
  const app = useApp();
  const lists = groups.map(([title], index) => ({
    title,
    rows: commandIds.filter((id) => groupOf(id) === index).map((id) => commands[id]),
  }));
  return (
    <Dialog title={words.title} wide onLeave={app.leaveDialog} tools={<CommandButton id="close" look="icon" />}>
      <div class="key-groups">
        {[...lists, { title: words.fields, rows: fieldKeys }].map(({ title, rows }) => (
          <section key={title}>
            <h3 class="heading">{title}</h3>
            <dl class="keys">
              {rows.map(({ text, keys }) => (
                <div key={text}>
                  <dt>{text.replace(" …", "")}</dt>
                  <dd>
                    {keys.map((key, i) => (
                      <Fragment key={key}>
                        {i > 0 && ` ${words.or} `}
                        <kbd class="kbd">{chordLabel(key, app.mac)}</kbd>
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
