import { dialogs, elsewhere, studying } from "../../renderer/commands/command.ts";
import { commandIds, commands } from "../../renderer/commands.ts";
import { chordLabel, keyLabel } from "../../renderer/keys.ts";
import type { Place } from "../../renderer/state/app.ts";
import { fieldKeys } from "../../renderer/ui/rich/fieldKeys.ts";

const groups: [title: string, places: readonly Place[]][] = [
  ["While studying", studying],
  ["Elsewhere", elsewhere],
  ["In Browse", ["browse"]],
  ["Importing", ["import"]],
  ["In a dialog", dialogs],
];

/** The README's table of keys, as the commands have it. */
export function keyTable(): string {
  const rows = groups.map(([title, places], group) => {
    const inGroup = commandIds.filter((id) => {
      const first = groups.findIndex(([, each]) => commands[id].where.some((place) => each.includes(place)));
      return first === group && places.length > 0;
    });
    const cells = inGroup.map((id) => {
      const keys = commands[id].keys.map((key) => `\`${keyLabel(key, false)}\``).join(", ");
      return `| ${commands[id].text.replace(" …", "")} | ${keys} |`;
    });
    return [`| ${title} | Keys |`, "|---|---|", ...cells].join("\n");
  });
  const inFields = fieldKeys.map(
    ({ text, keys }) => `| ${text} | ${keys.map((key) => `\`${chordLabel(key, false)}\``).join(", ")} |`,
  );
  return [...rows, ["| In a field of a note | Keys |", "|---|---|", ...inFields].join("\n")].join("\n\n");
}
