import type { Card } from "../../contract/shapes.ts";
import { newCard } from "../collection.ts";

/** A card that is new again: its memory is gone, its deck, its counts, its flag and its log stay, as in Anki. */
export const reset = ({ note, ord, deck, reps, lapses, suspended, flag, kept }: Card): Card => ({
  ...newCard(note, ord),
  ...{ reps, lapses, suspended, flag },
  ...(deck !== undefined && { deck }),
  ...(kept && { kept }),
});
