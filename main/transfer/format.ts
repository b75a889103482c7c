import type { FormatId, Media } from "../contract/shapes.ts";
import type { ImportOptions } from "../contract/transfer.ts";
import type { Collection } from "../core/collection.ts";
import type { Loss, Parcel } from "../core/parcel/parcel.ts";
import type { Calendar } from "../core/schedule/day.ts";

/** What a hostile or broken file may cost. Bytes, but for `entries`. */
export interface Limits {
  /** Of a collection file, and of a text file. */
  collection: number;
  text: number;
  /** Of one media file, and of all files of a package together. */
  file: number;
  total: number;
  entries: number;
}

export const standardLimits: Limits = {
  collection: 2 ** 30,
  text: 256 * 2 ** 20,
  file: 512 * 2 ** 20,
  total: 8 * 2 ** 30,
  entries: 150_000,
};

/** Told while a file is read or written. `total` is 0 where nobody knows. */
export interface Progress {
  stage: "open" | "notes" | "cards" | "reviews" | "media" | "compare" | "write";
  done: number;
  total: number;
}

/** Where media of a file that is read are put, until the person has said yes. */
export interface Staging {
  /** Keeps the bytes under their hash; the same bytes once. `name` must have passed the name rule (core/media). */
  put(name: string, bytes: Uint8Array): Promise<Media>;
}

/** Texts that somebody added to a mirror and that came in before: those that are as they were then, and those that were changed since. */
export interface Merged {
  same: readonly string[];
  changed: readonly string[];
}

/** What a reader is given. */
export interface Reading {
  /** The file or folder on disk. */
  path: string;
  /** Its name, without its folder. */
  name: string;
  limits: Limits;
  staging: Staging;
  /** The person's collection, to look at: text formats are mapped to its note types. */
  collection: Collection;
  /** What the person chose for this file; null at the first reading. */
  options: ImportOptions | null;
  /** Of a folder that Mneme keeps itself as the mirror of a deck. */
  mirror?: Merged | null;
  calendar: Calendar;
  /** Epoch milliseconds. */
  now: number;
  newId(): string;
  progress(progress: Progress): void;
  /** Aborted when the person cancels. */
  signal: AbortSignal;
}

/** `schedule`: with scheduling and log. `older`: for Anki before 2.1.50. `html`: text keeps it. */
export interface WriteOptions {
  schedule: boolean;
  presets: boolean;
  media: boolean;
  older: boolean;
  html: boolean;
}

/** What a writer is given. It writes `path` (a file, or a folder where the format is one) and nothing else. */
export interface Writing {
  path: string;
  /** The bytes of a media file of the parcel, by its hash. */
  media(hash: string): Promise<Uint8Array>;
  options: WriteOptions;
  calendar: Calendar;
  now: number;
  progress(progress: Progress): void;
  signal: AbortSignal;
}

/**
 * One format of files. A reader throws a `Failure` with the fault `package` for a file that it refuses as a whole; whatever is wrong
 * in parts goes into the parcel's problems.
 */
export interface Format {
  id: FormatId;
  /**
   * Whether a file is one, by its first bytes (64 KiB of them) and its name. A folder has no bytes, but names of what lies in it
   * (the first 10,000); `inside` is null for a file.
   */
  takes(head: Uint8Array, name: string, inside: readonly string[] | null): boolean;
  read(reading: Reading): Promise<Parcel>;
  /** What could not be written. */
  write?(parcel: Parcel, writing: Writing): Promise<Loss[]>;
  /** What `write` would not write, told before; absent where only writing can tell. */
  losses?(parcel: Parcel, options: WriteOptions): Loss[];
}
