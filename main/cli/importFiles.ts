import type { App } from "../app.ts";
import type { NoteType } from "../contract/shapes.ts";
import type {
  ColumnUse,
  ImportDone,
  ImportOptions,
  Offered,
  RehearsalRow,
  RehearsalView,
  TextOptions,
} from "../contract/transfer.ts";
import { ask, type Command, count, type Flags, oneOf, Refusal } from "./command.ts";
import { tellProblem } from "./tellProblem.ts";

const text = { type: "string" } as const;
const yes = { type: "boolean" } as const;

export const importCommand: Command = {
  usage: "import [--dry-run] [--deck NAME] [OPTIONS] FILE...",
  does: "bring files in: Anki packages, tables, text, folders",
  args: [1, Number.POSITIVE_INFINITY],
  flags: {
    "dry-run": yes,
    deck: text,
    notes: text,
    types: text,
    "merge-types": yes,
    schedule: text,
    presets: yes,
    "no-presets": yes,
    conflicts: text,
    duplicates: yes,
    encoding: text,
    separator: text,
    header: yes,
    "no-header": yes,
    html: yes,
    "no-html": yes,
    type: text,
    columns: text,
    tags: text,
    match: text,
  },
  async run(app, files, flags) {
    let failed = 0;
    for (const file of files) {
      try {
        console.log(await importFile(app, file, flags));
      } catch (error) {
        if (files.length === 1 || (error instanceof Refusal && error.exitCode === 2)) throw error;
        failed++;
        console.error(error instanceof Error ? error.message : String(error));
      }
    }
    if (failed > 0) throw new Refusal(1, `${count(failed, "file was", "files were")} not brought in.`);
    return undefined;
  },
};

async function importFile(app: App, file: string, flags: Flags): Promise<string> {
  const { token } = await ask<Offered>(app, "offer", { path: file });
  let view = await ask<RehearsalView>(app, "rehearse", { token });
  const rehearsal = view.id;
  const options = await chosen(app, view.options, flags);
  if (options) view = await ask<RehearsalView>(app, "rehearseAgain", { rehearsal, options });
  await tellAll(app, file, view);
  if (isNothing(view) && problemsIn(view, "broken") > 0)
    throw new Refusal(1, `Nothing came in from ${file}: it has no note without a mistake.`);
  const mend = left(view);
  if (flags["dry-run"]) {
    const { counts } = view;
    const would = `${counts.new} would be new, ${counts.changed + counts.conflict} changed, ${counts.same + counts.kept} as they are`;
    return `${view.decks[0] ?? file}: ${would}${mend}`;
  }
  const done = await ask<ImportDone>(app, "commitRehearsal", { rehearsal });
  return `${done.decks[0] ?? view.decks[0] ?? file}: ${done.added} added, ${done.changed} changed, ${done.same} as they were${mend}`;
}

const isNothing = ({ counts: { broken: _, ...rest } }: RehearsalView) => Object.values(rest).every((n) => n === 0);

const problemsIn = ({ counts, problems }: RehearsalView, kind: "broken" | "suspicious") =>
  counts[kind] + problems.filter(({ weight }) => weight === kind).length;

function left(view: RehearsalView): string {
  const [broken, suspicious] = [problemsIn(view, "broken"), problemsIn(view, "suspicious")];
  return `${broken ? `, ${broken} left out` : ""}${suspicious ? `, ${suspicious} to look at` : ""}`;
}

const atOnce = 200;

async function tellAll(app: App, file: string, view: RehearsalView): Promise<void> {
  for (const { place, say } of view.problems) tellProblem(file, place, say);
  for (const verdict of ["broken", "suspicious"] as const)
    for (let from = 0; from < view.counts[verdict]; from += atOnce) {
      const range = { rehearsal: view.id, verdict, words: "", from, to: from + atOnce };
      const { rows } = await ask<{ rows: RehearsalRow[] }>(app, "rehearsalRows", range);
      for (const { place, title, reason } of rows) tellProblem(file, place || `“${title}”`, reason ?? "");
    }
}

/** What the flags change of the options; null if nothing. Throws a refusal for a word that no flag takes. */
async function chosen(app: App, options: ImportOptions, flags: Flags): Promise<ImportOptions | null> {
  const when = ["newer", "always", "never"] as const;
  const changed: ImportOptions = {
    ...options,
    deck: typeof flags.deck === "string" ? flags.deck : options.deck,
    notes: oneOf(flags, "notes", when) ?? options.notes,
    noteTypes: oneOf(flags, "types", when) ?? options.noteTypes,
    mergeTypes: flags["merge-types"] === true || options.mergeTypes,
    schedule: oneOf(flags, "schedule", ["mine", "theirs", "none"]) ?? options.schedule,
    presets: either(flags, "presets") ?? options.presets,
    conflicts: oneOf(flags, "conflicts", ["mine", "theirs"]) ?? options.conflicts,
    duplicates: flags.duplicates === true || options.duplicates,
    text: options.text && (await chosenText(app, options.text, flags)),
  };
  return JSON.stringify(changed) === JSON.stringify(options) ? null : changed;
}

async function chosenText(app: App, options: TextOptions, flags: Flags): Promise<TextOptions> {
  const types = await ask<NoteType[]>(app, "noteTypes");
  const type = typeof flags.type === "string" ? types.find(({ name }) => name === flags.type) : undefined;
  if (flags.type !== undefined && !type) throw new Refusal(1, `There is no note type named “${flags.type}”.`);
  const own = type ?? types.find(({ id }) => id === options.type);
  const separator = flags.separator === "tab" ? "\t" : flags.separator;
  return {
    encoding: oneOf(flags, "encoding", ["utf-8", "utf-16le", "utf-16be", "windows-1252"]) ?? options.encoding,
    separator: typeof separator === "string" ? separator.slice(0, 1) : options.separator,
    header: either(flags, "header") ?? options.header,
    html: either(flags, "html") ?? options.html,
    type: own?.id ?? options.type,
    columns: typeof flags.columns === "string" ? columnsOf(flags.columns, own) : options.columns,
    tags: typeof flags.tags === "string" ? flags.tags.split(/\s+/).filter(Boolean) : options.tags,
    match: oneOf(flags, "match", ["type", "typeAndDeck"]) ?? options.match,
  };
}

/** `Front,Back,tags,-`: names of fields, what a column may be besides, and - for nothing. */
function columnsOf(words: string, type: NoteType | undefined): ColumnUse[] {
  return words.split(",").map((word): ColumnUse => {
    const field = type?.fields.find(({ name }) => name.toLowerCase() === word.trim().toLowerCase());
    if (field) return { to: "field", field: field.id };
    const use = (["tags", "deck", "type", "guid"] as const).find((each) => each === word.trim().toLowerCase());
    if (use) return { to: use };
    if (word.trim() === "-") return { to: "nothing" };
    throw new Refusal(2, `--columns: “${word}” is no field of “${type?.name ?? ""}”, nor tags, deck, type, guid or -`);
  });
}

const either = (flags: Flags, name: string): boolean | undefined =>
  flags[name] === true ? true : flags[`no-${name}`] === true ? false : undefined;
