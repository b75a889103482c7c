// What the process of a transfer and the one that began it say to each other. All of it survives a structured clone.
import type { Fault } from "../contract/faults.ts";
import type { FormatId, Records } from "../contract/shapes.ts";
import type {
  Exported,
  ExportPreview,
  ExportSpec,
  ImportDone,
  ImportOptions,
  RehearsalNote,
  RehearsalRow,
  RehearsalView,
  RemovalView,
  Verdict,
} from "../contract/transfer.ts";
import type { ParcelProblem } from "../core/parcel/parcel.ts";
import type { Bulk } from "../store/bulk.ts";
import type { Limits, Merged, Progress } from "./format.ts";

/** Records that lie in a file of their own (store: `commitStaged`), and what is said of them once they count. */
export interface Staged<View> {
  /** Short words for the history. */
  what: string;
  view: View;
  bulk: Bulk;
}

/** Where a file is written: `fresh` is its name until it is whole. */
export interface Target {
  path: string;
  fresh: string;
}

/** All that the process can be asked: what goes in, and what comes out. */
export interface Asks {
  rehearse: [
    {
      id: string;
      path: string;
      name: string;
      options: ImportOptions | null;
      mirror: Merged | null;
    },
    RehearsalView,
  ];
  again: [{ options: ImportOptions }, RehearsalView];
  rows: [{ verdict: Verdict | null; words: string; from: number; to: number }, { count: number; rows: RehearsalRow[] }];
  note: [{ n: number }, RehearsalNote];
  decide: [{ n: number | null; field: string | null; takes: "mine" | "theirs" }, RehearsalView];
  /** Null if nothing would change. */
  stage: [object, { staged: Staged<ImportDone> | null; view: ImportDone }];
  removal: [{ import: string }, RemovalView];
  /** `id` is that of the bulk. */
  stageRemoval: [{ import: string; id: string }, { staged: Staged<RemovalView> | null; view: RemovalView }];
  /** Whether what was staged last may still be committed, after all that was told since. */
  holds: [object, boolean];
  preview: [{ spec: ExportSpec }, ExportPreview];
  write: [{ spec: ExportSpec } & Target, Exported];
  /** What is written of a deck in a folder that mirrors it: hashes of its files by path, as they were written last (`files`). */
  mirror: [MirrorInput, Mirrored];
  /** `scratch` is a folder to work in. */
  convert: [{ from: string; name: string; scratch: string; spec: ExportSpec } & Target, Converted];
}

export interface Converted extends Exported {
  from: FormatId;
  cards: number;
  reviews: number;
  /** What was wrong in the file that was read. */
  problems: Pick<ParcelProblem, "place" | "say" | "weight">[];
}

export interface MirrorInput {
  deck: string;
  path: string;
  files: Readonly<Record<string, string>>;
}

/** `outside`: files that somebody else changed; while there are any, nothing is written. */
export interface Mirrored {
  files: Record<string, string>;
  outside: string[];
}

export type AskName = keyof Asks;

export interface Begin {
  /** Of the collection; null for an empty one that lies nowhere. */
  folder: string | null;
  limits: Limits;
}

export interface Request {
  n: number;
  ask: AskName;
  input: unknown;
  /** Epoch milliseconds, and the person's IANA time zone. */
  now: number;
  zone: string;
}

/** A change of the collection; null for one that is too large to send: it is on disk. */
export interface News {
  records: Records | null;
}

export type ToProcess = { begin: Begin } | { request: Request } | { news: News };

export type FromProcess = { n: number; value: unknown } | { n: number; fault: Fault } | { progress: Progress };

/** The end of the line between two processes that one of them holds. */
export interface Line {
  post(message: FromProcess): void;
  listen(heard: (message: ToProcess) => void): void;
  /** Aborted when the transfer is called off, where nobody ends the process itself. */
  signal: AbortSignal;
}
