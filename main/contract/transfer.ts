// What is shown of files on their way in and out.
import type { DeckId, FormatId, Import } from "./shapes.ts";

/** A file that the person offered; the window never has its path. */
export interface Offered {
  token: string;
  name: string;
  /** Bytes; 0 for a folder. */
  size: number;
}

/** How far a long task has come. `total` 0: nobody knows. */
export interface TransferProgress {
  /** Token of the file, id of the rehearsal, or "export". */
  of: string;
  stage: string;
  done: number;
  total: number;
}

/** What a column of a table of text is. */
export type ColumnUse =
  | { to: "field"; field: string }
  | { to: "tags" }
  | { to: "deck" }
  | { to: "type" }
  | { to: "guid" }
  | { to: "nothing" };

/** How a text file is read. Null: found out from the file. */
export interface TextOptions {
  encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
  /** One character. */
  separator: string;
  /** Whether its first row names the columns. */
  header: boolean;
  /** Whether fields are HTML, or plain text that has to be written as such. */
  html: boolean;
  /** Id of the note type of its rows. */
  type: string;
  columns: ColumnUse[];
  /** Added to every note. */
  tags: string[];
  /** What makes a row the same note as one that is there. */
  match: "type" | "typeAndDeck";
}

/** What to do with what is there already: take theirs if it is newer, or always, or never. */
export type When = "newer" | "always" | "never";

export interface ImportOptions {
  /** Name of the deck that all comes into, its own decks inside it; null: where it says. */
  deck: string | null;
  notes: When;
  noteTypes: When;
  /** Of a note type that is there in another shape: join both shapes, instead of bringing a second type. */
  mergeTypes: boolean;
  /** The schedule of cards that are there: stays, or becomes theirs. `none`: all that comes is new. */
  schedule: "mine" | "theirs" | "none";
  presets: boolean;
  /** A field that both sides changed, where nothing else was decided. */
  conflicts: "mine" | "theirs";
  /** Notes that are in the collection already, once more (text only). */
  duplicates: boolean;
  text: TextOptions | null;
}

/** What becomes of a note: `kept` is one that is there in another form, and stays so by the options. */
export type Verdict = "new" | "changed" | "conflict" | "same" | "kept" | "suspicious" | "broken";

/** A stretch of a text beside another: what both have, what mine alone has, what theirs alone has. */
export interface DiffStretch {
  in: "both" | "mine" | "theirs";
  text: string;
}

/** One field (or the tags, the deck, the type) of a note, as it is and as it came. */
export interface FieldChange {
  /** The field's name; "Tags", "Deck" or "Note type" where `of` says so. */
  name: string;
  of: "field" | "tags" | "deck" | "type";
  /** Null for a note that is new. */
  mine: string | null;
  theirs: string;
  /** `both`: each side changed it since it came last; `takes` says who wins. */
  changed: "no" | "theirs" | "mine" | "both";
  takes: "mine" | "theirs";
  stretches: DiffStretch[];
}

export interface RehearsalRow {
  /** Its place in the file, counted from 0; rows of a rehearsal are named by it. */
  n: number;
  verdict: Verdict;
  /** Its sort field as plain text. */
  title: string;
  deck: string;
  type: string;
  /** Names of the fields that change. */
  fields: string[];
  /** Why it is suspicious or broken: a sentence; null for others. */
  reason: string | null;
  /** Where in the file, such as "line 12"; "" if there is no such place. */
  place: string;
}

export interface RehearsalNote extends RehearsalRow {
  changes: FieldChange[];
  cards: { name: string; state: string }[];
}

/** What a table of text looks like, for the choice of columns. */
export interface TableView {
  /** Names from the header, or "". */
  names: string[];
  /** The first rows, cells cut to 200 characters. */
  sample: string[][];
  rows: number;
  /** Why it was read like this: a short sentence. */
  because: string;
}

/** What is wrong with no single note: a sentence, and where. */
export interface FileProblem {
  place: string;
  say: string;
  weight: "broken" | "suspicious";
}

export interface RehearsalView {
  id: string;
  file: string;
  format: FormatId;
  whole: boolean;
  options: ImportOptions;
  /** Null for what is no table of text. */
  table: TableView | null;
  counts: Record<Verdict, number>;
  /** Notes with a conflict for which nobody has chosen yet. */
  undecided: number;
  /** Names of decks; those that are not there yet. */
  decks: string[];
  newDecks: string[];
  /** Note types as they come in. */
  types: { name: string; verdict: "new" | "changed" | "same" | "kept" }[];
  cards: number;
  reviews: number;
  presets: number;
  media: { files: number; bytes: number };
  /** The first 200. */
  problems: FileProblem[];
  problemCount: number;
}

/** What an import did. */
export interface ImportDone extends Omit<Import, "kept"> {
  broken: number;
}

/** What removing an import would do: notes that go, notes that go back to what they were, and notes that stay since they were touched. */
export interface RemovalView {
  notes: number;
  restored: number;
  touched: number;
  decks: number;
  media: number;
}

/** What goes out. */
export type ExportWhat = { of: "all" } | { of: "deck"; deck: DeckId } | { of: "search"; query: string };

export interface ExportSpec {
  what: ExportWhat;
  format: FormatId;
  schedule: boolean;
  presets: boolean;
  media: boolean;
  /** For Anki before 2.1.50, and for other programs that read its packages. */
  older: boolean;
  /** Text only: HTML stays, or becomes plain text. */
  html: boolean;
}

/** What an export would hold, and what its format cannot. */
export interface ExportPreview {
  name: string;
  notes: number;
  cards: number;
  reviews: number;
  media: { files: number; bytes: number };
  /** Sentences. */
  losses: string[];
}

export interface Exported {
  path: string;
  notes: number;
  losses: string[];
}

/** A deck that is kept as Markdown in a folder as well. */
export interface MirrorView {
  deck: DeckId;
  /** Names of the deck and of the folder. */
  name: string;
  folder: string;
  /** `outside`: somebody changed files there, and nothing is written until that is merged. `trouble`: `say` has the reason. */
  state: "same" | "behind" | "outside" | "trouble";
  say: string;
  /** Files were changed or added there since the person looked at them last. */
  news: boolean;
}
