import type { Note } from "../../contract/shapes.ts";
import { clozeBlocks, clozeNumbers } from "./cloze.ts";
import { parseMarkdown } from "./markdown.ts";
import { plainText } from "./plainText.ts";

const known = new WeakMap<Note, readonly number[]>();

/** The cards that a note makes. Of a cloze, the card of gap `c1` has ordinal 0, and so on. Notes are values: known by object. */
export function ordinals(note: Note): readonly number[] {
  const before = known.get(note);
  if (before) return before;
  const now = ordinalsOf(note);
  known.set(note, now);
  return now;
}

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
