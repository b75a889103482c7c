import type { Card } from "../../contract/shapes.ts";

/** A card that is new again: its memory is gone, its counts, its flag and its log stay, as in Anki. */
export const reset = (card: Card): Card => ({
  ...card,
  phase: "new",
  step: 0,
  due: null,
  day: 0,
  interval: 0,
  stability: 0,
  difficulty: 0,
  last: 0,
  buried: null,
});
