import type { Card } from "../../main/contract/shapes.ts";

interface Difference {
  name: string;
  reason: string;
  /** What of a card it may change. */
  of: readonly (keyof Card)[];
  explains(card: Card): boolean;
}

const isStep = ({ phase }: Card) => phase === "learning" || phase === "relearning";

/** Every way in which a card that has been in the real Anki may come back as another. */
export const packageDifferences: readonly Difference[] = [
  {
    name: "steps by the day that are put aside",
    reason:
      "Anki counts due days from the day on which a collection was made, and moves them when it takes a package in; but not those of a card that is suspended or buried while it is on a step.",
    of: ["day", "interval"],
    explains: (card) => isStep(card) && card.due === null && (card.suspended || card.buried !== null),
  },
];

/** What must be as it was. */
export function unchanging(card: Card): Partial<Card> {
  const excused = packageDifferences.filter(({ explains }) => explains(card)).flatMap(({ of }) => of);
  const { phase, step, due, day, interval, reps, lapses, suspended, flag } = card;
  const all = { phase, step, due, day, interval, reps, lapses, suspended, flag };
  return Object.fromEntries(Object.entries(all).filter(([name]) => !excused.includes(name as keyof Card)));
}
