import type { Kept, NoteType } from "../../../contract/shapes.ts";
import type { ParcelNote } from "../../parcel/parcel.ts";
import { generatedOrds } from "../../template/generate.ts";
import { checksumOf, sortValueOf } from "./checksum.ts";
import type { AnkiNote } from "./collection.ts";
import { keeping } from "./kept.ts";

/** What is kept of a note: columns that do not follow from it. */
export interface KeptNote {
  /** With `usn`, `csum` and `sfld`: they hold as long as the note is as it was then. */
  mod: number;
  usn: number;
  csum: number;
  sfld: string | number;
  /** Where it is not when the note was made. */
  id: number;
  flags: number;
  data: string;
  tags: string;
  flds: string;
  /** Ordinals of which Anki had no card, though the note would make one. */
  none: number[];
}

export const separator = "\u001f";

// Those of ASCII; line breaks and tabs stay.
const control = /[^\P{Cc}\n\t\u0080-\u009f]/u;
const controls = new RegExp(control, "gu");

export const withoutControls = (text: string): string => (control.test(text) ? text.replace(controls, "") : text);

/** The texts of the fields, one for each; what is too much goes to the last (Anki's rule). */
export function splitFields(flds: string, count: number): { texts: string[]; mended: string | null } {
  const parts = flds.split(separator);
  const isDirty = parts.some((part) => control.test(part));
  const clean = isDirty ? parts.map(withoutControls) : parts;
  const texts = clean.slice(0, count);
  if (clean.length > count) texts[count - 1] = clean.slice(count - 1).join("; ");
  while (texts.length < count) texts.push("");
  if (parts.length !== count) return { texts, mended: fieldCount(parts.length, count) };
  return { texts, mended: isDirty ? "It held control characters, which are left out." : null };
}

const fieldCount = (found: number, count: number) =>
  found < count
    ? `It has ${found} fields where its note type has ${count}: the others are empty.`
    : `It has ${found} fields where its note type has ${count}: what was too much stands at the end of the last.`;

/** Tags as they stand in the column; blanks and the ideographic blank part them. */
export const splitTags = (tags: string): string[] => [...new Set(tags.split(/[ \u3000]+/).filter((tag) => tag !== ""))];

export const joinTags = (tags: readonly string[]): string => (tags.length > 0 ? ` ${tags.join(" ")} ` : "");

/** The fields by id. */
export const fieldsOf = (type: NoteType, texts: readonly string[]): Record<string, string> =>
  Object.fromEntries(type.fields.map(({ id }, i) => [id, texts[i] ?? ""]));

export const sortTextOf = (type: NoteType, texts: readonly string[]): string =>
  texts[
    Math.max(
      0,
      type.fields.findIndex(({ id }) => id === type.sort),
    )
  ] ?? "";

/** What has to be kept so that the row can be made again of the note as it is now. */
export function keptNote(
  row: AnkiNote,
  { type, texts, fields, isOurs, tags, cards, created }: NoteReading,
): { kept?: Kept } {
  const kept: Partial<KeptNote> = {};
  if (row.usn !== -1) kept.usn = row.usn;
  if (row.csum !== checksumOf(texts[0] ?? "")) kept.csum = row.csum;
  if (row.sfld !== sortValueOf(sortTextOf(type, texts))) kept.sfld = row.sfld;
  if (Object.keys(kept).length > 0) kept.mod = row.mod;
  if (row.id !== created) kept.id = row.id;
  if (row.flags !== 0) kept.flags = row.flags;
  if (row.data !== "" && !isOurs) kept.data = row.data;
  if (row.tags !== joinTags(tags)) kept.tags = row.tags;
  if (row.flds !== texts.join(separator)) kept.flds = row.flds;
  const none = generatedOrds(type, fields, tags).filter((ord) => !cards.has(ord));
  if (none.length > 0) kept.none = none;
  return keeping(Object.keys(kept).length > 0 ? JSON.stringify(kept) : null);
}

export interface NoteReading {
  type: NoteType;
  /** As they stand in Anki, and as they are in Mneme. */
  texts: readonly string[];
  fields: Readonly<Record<string, string>>;
  /** Whether the column `data` follows from the fields. */
  isOurs: boolean;
  tags: readonly string[];
  /** Ordinals of the cards that it has. */
  cards: ReadonlySet<number>;
  created: number;
}

/** Instants of before Anki, or of after tomorrow, are no ids that Anki made. */
export const isInstant = (id: number, now: number): boolean => id > 0 && id <= now + 86_400_000;

export function timesOf(row: AnkiNote, now: number): Pick<ParcelNote, "created" | "modified"> {
  const seconds = row.mod > 1e11 ? row.mod / 1_000 : row.mod;
  const modified = Math.min(Math.max(0, Math.floor(seconds) * 1_000 || 0), now);
  return { created: isInstant(row.id, now) ? row.id : modified, modified };
}
