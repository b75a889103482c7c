import type { Import } from "../contract/shapes.ts";
import type { RemovalView } from "../contract/transfer.ts";
import { ask, type Command, count } from "./command.ts";

export const importsCommand: Command = {
  usage: "imports",
  does: "the files that were brought in, the newest first",
  args: [0, 0],
  async run(app) {
    const rows = await ask<Omit<Import, "kept">[]>(app, "imports");
    return rows
      .map(({ id, at, file, added, changed, removed }) =>
        [
          id,
          new Date(at).toISOString(),
          file,
          `${added} added`,
          `${changed} changed`,
          ...(removed ? ["removed"] : []),
        ].join("\t"),
      )
      .join("\n");
  },
};

export const removeImportCommand: Command = {
  usage: "remove-import ID [--dry-run]",
  does: "take out again what an import brought, but for what you touched since",
  args: [1, 1],
  flags: { "dry-run": { type: "boolean" } },
  async run(app, [id = ""], flags) {
    const call = flags["dry-run"] ? "removalEffects" : "removeImport";
    const { notes, restored, touched } = await ask<RemovalView>(app, call, { import: id });
    const parts = [`${count(notes, "note", "notes")} ${flags["dry-run"] ? "would go" : "removed"}`];
    if (restored) parts.push(`${restored} as before`);
    if (touched) parts.push(`${touched} kept since you touched them`);
    return parts.join(", ");
  },
};
