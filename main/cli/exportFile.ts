import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import type { App } from "../app.ts";
import type { FormatId } from "../contract/shapes.ts";
import type { Exported, ExportSpec, ExportWhat } from "../contract/transfer.ts";
import type { DeckView } from "../contract/views.ts";
import { formats } from "../core/parcel/formats.ts";
import { ask, type Command, count, type Flags, oneOf, Refusal } from "./command.ts";

const yes = { type: "boolean" } as const;

export const exportFlags = {
  format: { type: "string" },
  "no-schedule": yes,
  presets: yes,
  "no-presets": yes,
  "no-media": yes,
  older: yes,
  plain: yes,
} as const;

export const exportCommand: Command = {
  usage:
    "export (DECK | --all | --search QUERY) FILE [--format F] [--no-schedule] [--presets] [--no-media] [--older] [--plain]",
  does: "write a deck (by name), a search or everything; - writes to the terminal",
  args: [1, 2],
  flags: { all: yes, search: { type: "string" }, ...exportFlags },
  async run(app, args, flags) {
    const [file = "", name] = [...args].reverse();
    const { what, title } = await chosen(app, name, flags);
    const spec = specOf(what, file, flags);
    if (file === "-") return toTerminal(app, spec);
    const { notes, losses } = await ask<Exported>(app, "exportTo", { spec, path: file });
    for (const loss of losses) console.error(loss);
    return `${title} is now in ${file}: ${count(notes, "note", "notes")}`;
  },
};

async function chosen(app: App, name: string | undefined, flags: Flags): Promise<{ what: ExportWhat; title: string }> {
  const asked = [name !== undefined, flags.all === true, flags.search !== undefined].filter(Boolean).length;
  if (asked !== 1) throw new Refusal(2, `Usage: mneme ${exportCommand.usage}`);
  if (flags.all) return { what: { of: "all" }, title: "Everything" };
  if (typeof flags.search === "string") return { what: { of: "search", query: flags.search }, title: flags.search };
  const deck = (await ask<DeckView[]>(app, "decks")).find(({ path }) => path.join("::") === name);
  if (!deck)
    throw new Refusal(1, `There is no deck named “${name}”; the command decks lists them. Nothing was written.`);
  return { what: { of: "deck", deck: deck.id }, title: name ?? "" };
}

/** What is to be written, by the flags and the file's ending. Throws a refusal. */
export function specOf(what: ExportWhat, file: string, flags: Flags): ExportSpec {
  const isWhole = what.of === "all";
  return {
    what,
    format: formatFor(file, flags),
    schedule: flags["no-schedule"] !== true,
    presets: flags.presets === true || (isWhole && flags["no-presets"] !== true),
    media: flags["no-media"] !== true,
    older: flags.older === true,
    html: flags.plain !== true,
  };
}

function formatFor(file: string, flags: Flags): FormatId {
  const written = (Object.keys(formats) as FormatId[]).filter((id) => formats[id].writes);
  const named = oneOf(flags, "format", written);
  if (named) return named;
  if (file === "-") return "markdown";
  const ending = extname(file).slice(1).toLowerCase();
  const format =
    written.find((id) => formats[id].extensions[0] === ending) ??
    written.find((id) => formats[id].extensions.includes(ending));
  if (format) return format;
  throw new Refusal(2, `What format is “${file}” to have? --format takes one of: ${written.join(", ")}`);
}

async function toTerminal(app: App, spec: ExportSpec): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "mneme-export-"));
  try {
    const path = join(folder, "deck");
    const { losses } = await ask<Exported>(app, "exportTo", { spec, path });
    for (const loss of losses) console.error(loss);
    return (await readFile(path, "utf8")).replace(/\n$/, "");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
