import type { CardId, Note } from "../../contract/shapes.ts";
import { cardId } from "../collection.ts";
import { clozeBlocks, clozeNumbers } from "./cloze.ts";
import { parseMarkdown } from "./markdown.ts";
import { plainText } from "./plainText.ts";

/** Notes are values, so what follows from one is known by its object. */
function remembered<T>(derive: (note: Note) => T): (note: Note) => T {
  const known = new WeakMap<Note, T>();
  return (note) => {
    const before = known.get(note);
    if (before !== undefined) return before;
    const now = derive(note);
    known.set(note, now);
    return now;
  };
}

/** The cards that a note makes, ascending. Of a cloze, the card of gap `c1` has ordinal 0, and so on. */
export const ordinals: (note: Note) => readonly number[] = remembered(ordinalsOf);

/** Their ids, in the same order. */
export const cardIds: (note: Note) => readonly CardId[] = remembered((note) =>
  ordinals(note).map((ord) => cardId(note.id, ord)),
);

function ordinalsOf(note: Note): readonly number[] {
  if (note.type === "cloze") return clozeNumbers(note.fields.Text ?? "").map((number) => number - 1);
  return note.type === "reversed" ? [0, 1] : [0];
}

/** What a card asks, as one line of plain text, uncut; “…” stands for a gap. */
export function title(note: Note, ord: number): string {
  return plainText(question(note, ord)).replace(/\s+/g, " ").trim();
}

function question({ type, fields }: Note, ord: number) {
  if (type === "cloze") return clozeBlocks(fields.Text ?? "", ord + 1, false);
  return parseMarkdown((type === "reversed" && ord === 1 ? fields.Back : fields.Front) ?? "");
}
