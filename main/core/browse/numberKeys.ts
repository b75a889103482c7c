import type { BrowseMode, Column } from "../../contract/browse.ts";
import type { Card, Note } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import type { Moment } from "../schedule/moment.ts";
import { cellOf } from "./cells.ts";
import { startOfDay } from "./startOfDay.ts";
import { subjectOf } from "./subject.ts";

/** What a row is sorted by in a column of numbers or times: what its cell shows; NaN where that is nothing. */
export function numberKeys(
  collection: Collection,
  mode: BrowseMode,
  column: Column,
  now: Moment,
): (id: string) => number {
  const quick = mode === "cards" ? quickKey(column, now) : null;
  return (id) => {
    if (quick) {
      const note = collection.notes.get(id.slice(0, id.lastIndexOf("/")));
      return note ? quick(note, collection.cards.get(id)) : Number.NaN;
    }
    const subject = subjectOf(collection, mode, id, now);
    const cell = subject && cellOf(subject, column);
    if (!cell || cell.kind === "none" || cell.kind === "text") return Number.NaN;
    return "n" in cell ? cell.n : cell.at;
  };
}

/** The same as the cell's, for the columns of a list of cards that need no more than the card's row. */
function quickKey(column: Column, now: Moment): ((note: Note, card: Card | undefined) => number) | null {
  const none = Number.NaN;
  switch (column) {
    case "due":
      // Places of new cards come before all instants, which are far greater.
      return ({ position }, card) => {
        if (!card || card.phase === "new") return position;
        return card.due ?? startOfDay(card.day, now);
      };
    case "interval":
      return (_, card) => (card?.phase === "review" || card?.phase === "relearning" ? card.interval : none);
    case "lapses":
      return (_, card) => card?.lapses ?? 0;
    case "reviews":
      return (_, card) => card?.reps ?? 0;
    case "created":
      return ({ created }) => created;
    case "noteModified":
      return ({ modified }) => modified;
    case "cardModified":
      return (_, card) => card?.last || none;
    case "position":
      return ({ position }, card) => (!card || card.phase === "new" ? position : none);
    case "stability":
    case "difficulty":
      return (_, card) => (!card || card.phase === "new" ? none : card[column]);
    default:
      return null;
  }
}
