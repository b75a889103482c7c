import type { Card, Preset } from "../../contract/shapes.ts";
import { entriesOf } from "../agenda/entry.ts";
import { type Collection, newCard } from "../collection.ts";

/** What a card is gathered as, in this order: on a step within the day, on one of days, for review, or new. */
export type Kind = "step" | "interday" | "review" | "fresh";

const kinds: readonly Kind[] = ["step", "interday", "review", "fresh"];

/** What a card would be gathered as. */
export function kindOf(card: Pick<Card, "phase" | "due"> | undefined): Kind {
  if (!card || card.phase === "new") return "fresh";
  if (card.due !== null) return "step";
  return card.phase === "review" ? "review" : "interday";
}

/** Whether a preset puts off siblings of that kind. Steps within the day are never put off. */
export const putsOff = ({ bury }: Pick<Preset, "bury">, kind: Kind): boolean =>
  kind === "fresh" ? bury.fresh : kind === "review" ? bury.reviews : kind === "interday" && bury.interday;

/**
 * What an answer does to the card's siblings: those that would come on that study day are put off until the next, if the preset says so of
 * their kind, but none of a kind that is gathered before the card's own. `before` is the card as it was before the answer.
 * Source of the rule: Anki, rslib/src/scheduler/bury_and_suspend.rs; which marks siblings that are not due as well, to no effect.
 */
export function siblingsToBury(
  collection: Collection,
  before: Card,
  preset: Pick<Preset, "bury">,
  day: number,
): [Card | null, Card][] {
  const note = collection.notes.get(before.note);
  if (!note) return [];
  const own = kinds.indexOf(kindOf(before));
  return entriesOf(collection, note).flatMap(({ id, ord, card }): [Card | null, Card][] => {
    const kind = kindOf(card);
    if (id === before.id || kinds.indexOf(kind) < own || !putsOff(preset, kind)) return [];
    if (card && (card.suspended || card.buried === day || (kind !== "fresh" && card.day > day))) return [];
    return [[card ?? null, { ...(card ?? newCard(note.id, ord)), buried: day, buriedAsSibling: true }]];
  });
}

/** The card as put off by the person until the next study day; or, with null, not put off by anything. */
export function buriedOn({ buriedAsSibling: _, ...card }: Card, day: number | null): Card {
  return { ...card, buried: day };
}
