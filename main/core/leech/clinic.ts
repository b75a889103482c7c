import type { ClinicView } from "../../contract/clinic.ts";
import { type Fault, isFault } from "../../contract/faults.ts";
import type { CardId, Grade, Review } from "../../contract/shapes.ts";
import { answerText } from "../browse/answerText.ts";
import type { Collection } from "../collection.ts";
import { pathOf } from "../deck/decks.ts";
import { diagnose } from "../doctor/diagnose.ts";
import { lookup } from "../lookup.ts";
import { title } from "../note/cards.ts";
import { lookAlikes } from "./lookAlikes.ts";
import { split } from "./split.ts";

/** All that may say why a card is forgotten again and again. `log` is its part of the review log, oldest first. Fault: `gone`. */
export function clinic(collection: Collection, id: CardId, log: readonly Review[]): ClinicView | Fault {
  const found = lookup(collection, id);
  if (isFault(found)) return found;
  const { card, note, deck } = found;
  const answers = log.filter(({ grade, kind }) => grade !== 0 && kind === undefined);
  return {
    card: id,
    note: note.id,
    deck: pathOf(deck),
    question: title(collection, note, card.ord),
    answer: answerText(collection, note, card.ord),
    suspended: card.suspended,
    lapses: card.lapses,
    took: answers.reduce((sum, { took }) => sum + took, 0),
    usual: usualTime(collection),
    history: answers.map(({ at, grade, recall }) => ({ at, grade: grade as Grade, recall })),
    lookAlikes: lookAlikes(collection, note),
    hints: diagnose(collection, { type: note.type, fields: note.fields, note: note.id }),
    split: split(collection, note),
  };
}

/** Milliseconds that a card took on average, of all that were ever seen. */
function usualTime({ days, cards }: Collection): number {
  let took = 0;
  for (const day of days.values()) took += day.took;
  let seen = 0;
  for (const { phase } of cards.values()) if (phase !== "new") seen++;
  return seen === 0 ? 0 : took / seen;
}
