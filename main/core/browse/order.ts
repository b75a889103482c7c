import type { BrowseMode, Cell, Column } from "../../contract/browse.ts";
import type { CardId, NoteId } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import type { Moment } from "../schedule/moment.ts";
import { cellOf } from "./cells.ts";
import { subjectOf } from "./subject.ts";

const natural = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** Sorts ids by what their rows show in a column: words in natural order, "10" after "9"; what says nothing comes last. */
export function inOrder(
  collection: Collection,
  mode: BrowseMode,
  ids: readonly (CardId | NoteId)[],
  { column, down }: { column: Column; down: boolean },
  now: Moment,
): (CardId | NoteId)[] {
  const words: { id: string; key: string; at: number }[] = [];
  const numbers: { id: string; key: number; at: number }[] = [];
  const rest: string[] = [];
  ids.forEach((id, at) => {
    const subject = subjectOf(collection, mode, id, now);
    const key = subject && keyOf(cellOf(subject, column));
    if (typeof key === "string") words.push({ id, key, at });
    else if (typeof key === "number") numbers.push({ id, key, at });
    else rest.push(id);
  });
  const way = down ? -1 : 1;
  numbers.sort((a, b) => way * (a.key - b.key) || a.at - b.at);
  const ranks = ranksOf(words.map(({ key }) => key));
  const rank = (word: string) => ranks.get(word) as number;
  words.sort((a, b) => way * (rank(a.key) - rank(b.key)) || a.at - b.at);
  return [...numbers.map(({ id }) => id), ...words.map(({ id }) => id), ...rest];
}

/** The place of each word among all: many rows share one, and comparing is dear. */
function ranksOf(words: readonly string[]): Map<string, number> {
  const ranks = new Map<string, number>();
  let before: string | null = null;
  let rank = 0;
  for (const word of [...new Set(words)].sort(natural.compare)) {
    if (before !== null && natural.compare(before, word) !== 0) rank++;
    ranks.set(word, rank);
    before = word;
  }
  return ranks;
}

function keyOf(cell: Cell): string | number | null {
  switch (cell.kind) {
    case "none":
      return null;
    case "text":
      return cell.text;
    case "instant":
    case "day":
      return cell.at;
    default:
      return cell.n;
  }
}
