import * as v from "valibot";
import type { Import } from "../shapes.ts";
import type {
  ExportPreview,
  ImportDone,
  MirrorView,
  Offered,
  RehearsalNote,
  RehearsalRow,
  RehearsalView,
  RemovalView,
} from "../transfer.ts";
import { id, line, tags, takes, whole } from "./schemas.ts";

const place = whole(0, 1e8);
const name = v.pipe(line, v.minLength(1));

const columnUse = v.variant("to", [
  v.strictObject({ to: v.literal("field"), field: id }),
  v.strictObject({ to: v.literal("tags") }),
  v.strictObject({ to: v.literal("deck") }),
  v.strictObject({ to: v.literal("type") }),
  v.strictObject({ to: v.literal("guid") }),
  v.strictObject({ to: v.literal("nothing") }),
]);

const when = v.picklist(["newer", "always", "never"]);

const textOptions = v.strictObject({
  encoding: v.picklist(["utf-8", "utf-16le", "utf-16be", "windows-1252"]),
  separator: v.pipe(v.string(), v.minLength(1), v.maxLength(1)),
  header: v.boolean(),
  html: v.boolean(),
  type: id,
  columns: v.pipe(v.array(columnUse), v.maxLength(1_000)),
  tags,
  match: v.picklist(["type", "typeAndDeck"]),
});

const options = v.strictObject({
  deck: v.nullable(name),
  notes: when,
  noteTypes: when,
  mergeTypes: v.boolean(),
  schedule: v.picklist(["mine", "theirs", "none"]),
  presets: v.boolean(),
  conflicts: v.picklist(["mine", "theirs"]),
  duplicates: v.boolean(),
  text: v.nullable(textOptions),
});

const formatId = v.picklist([
  "apkg",
  "colpkg",
  "anki2",
  "text",
  "csv",
  "markdown",
  "markdownFolder",
  "json",
  "crowdanki",
  "mnemosyne",
  "mochi",
]);

const what = v.variant("of", [
  v.strictObject({ of: v.literal("all") }),
  v.strictObject({ of: v.literal("deck"), deck: id }),
  v.strictObject({ of: v.literal("search"), query: v.pipe(v.string(), v.maxLength(10_000)) }),
]);

/** What is to go out; the same for the preview, the window's `exportFile` and the command line. */
export const exportSpec = v.strictObject({
  what,
  format: formatId,
  schedule: v.boolean(),
  presets: v.boolean(),
  media: v.boolean(),
  older: v.boolean(),
  html: v.boolean(),
});

const verdict = v.picklist(["new", "changed", "conflict", "same", "kept", "suspicious", "broken"]);

/**
 * Bringing files in and taking decks out. These calls do not wait for others, nor others for them: files are read and written by a
 * process of their own. `rehearse` and `rehearseAgain` write nothing.
 */
export const transferCalls = {
  /** Reads an offered file and compares it with the collection. Faults: `package`, `file`, `stopped`. */
  rehearse: takes({ token: id }).returns<RehearsalView>(),
  rehearseAgain: takes({ rehearsal: id, options }).returns<RehearsalView>(),
  /** Rows of a verdict (null: of any) whose text holds those words; at most 200, `to` not included. */
  rehearsalRows: takes({ rehearsal: id, verdict: v.nullable(verdict), words: line, from: place, to: place }).returns<{
    count: number;
    rows: RehearsalRow[];
  }>(),
  rehearsalNote: takes({ rehearsal: id, n: place }).returns<RehearsalNote>(),
  /** Chooses a side where both changed a field: of one note and field, of one note, or (n null) of all that are undecided. */
  decide: takes({
    rehearsal: id,
    n: v.nullable(place),
    field: v.nullable(line),
    takes: v.picklist(["mine", "theirs"]),
  }).returns<RehearsalView>(),
  /** Makes it so, as one change that can be taken back. */
  commitRehearsal: takes({ rehearsal: id }).returns<ImportDone>(),
  /** Forgets a rehearsal, or stops what is under way for that token, rehearsal or "export". Nothing has changed then. */
  stopTransfer: takes({ of: id }).returns<null>(),
  /** Keeps a deck, and those inside it, as Markdown in an empty folder that was offered. Faults: `file`, `gone`. */
  mirrorDeck: takes({ deck: id, token: id }).returns<MirrorView[]>(),
  mirrors: takes({}).returns<MirrorView[]>(),
  /** The folder of a mirror, to be rehearsed. Faults: `file`, `gone`. */
  offerMirror: takes({ deck: id }).returns<Offered>(),
  /** The folder stays as it is, and is followed no more. */
  unmirror: takes({ deck: id }).returns<MirrorView[]>(),
  /** The newest first. */
  imports: takes({}).returns<Omit<Import, "kept">[]>(),
  removalEffects: takes({ import: id }).returns<RemovalView>(),
  removeImport: takes({ import: id }).returns<RemovalView>(),
  exportPreview: takes({ spec: exportSpec }).returns<ExportPreview>(),
};
