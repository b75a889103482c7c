import type { NoteType } from "../../../contract/shapes.ts";
import type { Problem } from "../../../contract/views.ts";
import type { DeckText } from "./deckText.ts";
import { items } from "./items.ts";
import { readMeta } from "./meta.ts";
import { readNotes } from "./notes.ts";
import type { Report } from "./report.ts";
import { stockNamed } from "./typeNames.ts";

const mostProblems = 1_000;

/**
 * Reads a deck from text. It takes any text and never throws: whatever is wrong is told by line and cause, a note that has a
 * problem is left out, and the rest is read. A text without front matter is a deck without a title. `typeNamed` knows the types
 * of notes that name theirs.
 */
export function decode(
  text: string,
  typeNamed: (name: string) => NoteType | null = stockNamed,
): { deck: DeckText; problems: Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (line, cause) => {
    if (problems.length < mostProblems) problems.push({ line, cause });
    else if (problems.length === mostProblems) problems.push({ line, cause: "There are more problems from here on." });
  };
  const reading = items(text);
  const { meta, next } = readMeta(reading, report);
  const notes = readNotes(next, reading, typeNamed, report);
  return { deck: { ...meta, notes }, problems };
}
