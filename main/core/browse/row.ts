import type { BrowseRow, Column } from "../../contract/browse.ts";
import type { Card } from "../../contract/shapes.ts";
import { studyDay } from "../schedule/day.ts";
import { isMarked } from "../tag/mark.ts";
import { cellOf } from "./cells.ts";
import type { Subject } from "./subject.ts";

/** A row of the list. */
export function rowOf(subject: Subject, columns: readonly Column[]): BrowseRow {
  const { note, cards, now } = subject;
  const today = studyDay(now.ms, now.calendar);
  const [first] = cards;
  const every = (test: (card: Card) => boolean) => cards.length > 0 && cards.every(test);
  return {
    card: first?.id ?? null,
    note: note.id,
    cells: columns.map((column) => cellOf(subject, column)),
    suspended: every(({ suspended }) => suspended),
    buried: every(({ buried, suspended }) => buried === today && !suspended),
    marked: isMarked(note),
    flag: every(({ flag }) => flag === first?.flag) ? (first?.flag ?? 0) : 0,
    phase: first?.phase ?? "new",
  };
}
