import type { CardId, Note, NoteType } from "../../contract/shapes.ts";
import { type Collection, cardId } from "../collection.ts";
import { clozeBlocks, clozeNumbers } from "./cloze.ts";
import { parseMarkdown } from "./markdown.ts";
import { noteTypeOf } from "./noteTypes.ts";
import { plainText } from "./plainText.ts";

/** Notes and note types are values, so what follows from them is known by their objects. */
function remembered<T>(derive: (type: NoteType, note: Note) => T): (collection: Collection, note: Note) => T {
  const known = new WeakMap<Note, { type: NoteType; value: T }>();
  return (collection, note) => {
    const type = noteTypeOf(collection, note.type);
    const before = known.get(note);
    if (before?.type === type) return before.value;
    const value = derive(type, note);
    known.set(note, { type, value });
    return value;
  };
}

/** The cards that a note makes, ascending. Of a cloze, the card of gap `c1` has ordinal 0, and so on. */
export const ordinals: (collection: Collection, note: Note) => readonly number[] = remembered(ordinalsOf);

/** Their ids, in the same order. */
export const cardIds: (collection: Collection, note: Note) => readonly CardId[] = remembered((type, note) =>
  ordinalsOf(type, note).map((ord) => cardId(note.id, ord)),
);

/** The same for a type that may not be the note's own, or not be saved yet. */
export function ordinalsOf(type: NoteType, note: Pick<Note, "fields">): readonly number[] {
  if (type.kind === "cloze") {
    const text = type.fields.map(({ id }) => note.fields[id] ?? "").join("\n");
    return clozeNumbers(text).map((number) => number - 1);
  }
  if (type.stock === "optionalReversed" && !(note.fields["Add Reverse"] ?? "").trim()) return [0];
  return type.templates.map(({ ord }) => ord).sort((a, b) => a - b);
}

/** What a card asks, as one line of plain text, uncut; “…” stands for a gap. */
export function title(collection: Collection, note: Note, ord: number): string {
  return plainText(question(noteTypeOf(collection, note.type), note, ord))
    .replace(/\s+/g, " ")
    .trim();
}

function question(type: NoteType, { fields }: Note, ord: number) {
  if (type.kind === "cloze") return clozeBlocks(fields.Text ?? "", ord + 1, false);
  const first = fields[type.fields[0]?.id ?? ""] ?? "";
  return parseMarkdown(ord === 1 ? (fields.Back ?? first) : first);
}
