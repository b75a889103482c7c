import type { Note, NoteType } from "../../../contract/shapes.ts";
import { guidOf } from "../../collection.ts";
import { checksumOf, sortValueOf } from "./checksum.ts";
import type { AnkiNote } from "./collection.ts";
import { keptMembers, keptText } from "./kept.ts";
import { fieldsForAnki } from "./markdownFields.ts";
import {
  joinTags,
  type KeptNote,
  separator,
  sortTextOf,
  splitFields,
  splitTags,
  withoutControls,
} from "./readNotes.ts";

export interface NoteSetting {
  id: number;
  /** Anki's number of its type. */
  mid: number;
  type: NoteType;
}

export const keptOfNote = (note: Note): Partial<KeptNote> => keptMembers<KeptNote>(keptText(note));

/** The row of a note: what Anki knew of it, as far as it still holds. */
export function writeNote(note: Note, { id, mid, type }: NoteSetting): AnkiNote {
  const kept = keptOfNote(note);
  const own = type.fields.map((field) => note.fields[field.id] ?? "");
  const { texts: html, data } = fieldsForAnki(type, own);
  const texts = html.map(withoutControls);
  const mod = Math.floor(note.modified / 1_000);
  const row: AnkiNote = {
    ...{ id, guid: guidOf(note), mid, mod, usn: -1 },
    tags: sameList(kept.tags === undefined ? null : splitTags(kept.tags), note.tags) ?? joinTags(note.tags),
    flds: sameFields(kept.flds, texts) ?? texts.join(separator),
    sfld: sortValueOf(sortTextOf(type, texts)),
    csum: checksumOf(texts[0] ?? ""),
    flags: kept.flags ?? 0,
    data: kept.data ?? data,
  };
  if (kept.mod !== mod) return row;
  const { usn = row.usn, csum = row.csum, sfld = row.sfld } = kept;
  return { ...row, usn, csum, sfld };

  function sameList(read: readonly string[] | null, is: readonly string[]): string | null {
    return read && read.length === is.length && read.every((tag, i) => tag === is[i]) ? (kept.tags as string) : null;
  }
}

function sameFields(flds: string | undefined, texts: readonly string[]): string | null {
  if (flds === undefined) return null;
  const read = splitFields(flds, texts.length).texts;
  return read.every((text, i) => text === texts[i]) ? flds : null;
}
