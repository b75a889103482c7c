import type { Card } from "../../contract/shapes.ts";
import { deckOf, presetOf } from "../collection.ts";
import { startOf, studyDay } from "../schedule/day.ts";
import { recallAt } from "../schedule/schedule.ts";
import { learnAheadUntil } from "../study/queue.ts";
import type { NumberProperty, Operator, State } from "./ast.ts";
import { byCard, type Item, type Scene, type Test } from "./test.ts";

/** What is asked of a card's state. */
export function stateTest(scene: Scene, state: State): Test {
  const today = studyDay(scene.now.ms, scene.now.calendar);
  const soon = learnAheadUntil(scene.collection, scene.now);
  const buried = (card: Card) => card.buried === today && !card.suspended;
  switch (state) {
    case "new":
      return byCard(({ phase }) => phase === "new");
    case "learn":
      return byCard(({ phase }) => phase === "learning" || phase === "relearning");
    case "review":
      return byCard(({ phase }) => phase === "review" || phase === "relearning");
    case "suspended":
      return byCard(({ suspended }) => suspended);
    case "buried":
      return byCard(buried);
    case "buried-manually":
      return byCard((card) => buried(card) && !card.buriedAsSibling);
    case "buried-sibling":
      return byCard((card) => buried(card) && card.buriedAsSibling === true);
    case "due":
      return byCard(
        (card) =>
          card.phase !== "new" &&
          !card.suspended &&
          !buried(card) &&
          (card.due === null ? card.day <= today : card.due <= soon),
      );
  }
}

/** What is compared with a number; a card that has none of it never holds. */
export function numberTest(scene: Scene, of: NumberProperty, operator: Operator, value: number): Test {
  const compare = comparison(operator);
  const number = numberOf(scene, of);
  const against = of === "d" ? value * 9 + 1 : value;
  return byCard(
    (card, item) => {
      const own = number(card, item);
      return own !== null && compare(own, against);
    },
    of === "r" ? 20 : 1,
  );
}

function numberOf({ collection, now }: Scene, of: NumberProperty): (card: Card, item: Item) => number | null {
  const today = studyDay(now.ms, now.calendar);
  const tomorrow = startOf(today + 1, now.calendar);
  switch (of) {
    case "ivl":
      return ({ interval }) => interval;
    case "reps":
      return ({ reps }) => reps;
    case "lapses":
      return ({ lapses }) => lapses;
    case "ease":
      return () => 0; // as of a card that was never answered
    case "pos":
      return ({ phase }, { note }) => (phase === "new" ? note.position : null);
    case "due":
      return (card) => {
        if (card.phase === "new" || card.suspended || card.buried === today) return null;
        return card.due === null ? card.day - today : Math.trunc((card.due - tomorrow) / 86_400_000);
      };
    case "s":
      return ({ phase, stability }) => (phase === "new" ? null : stability);
    case "d":
      return ({ phase, difficulty }) => (phase === "new" ? null : difficulty);
    case "r":
      return (card, { note }) => {
        if (card.phase === "new") return null;
        return recallAt(card, presetOf(collection, collection.decks.get(deckOf(note, card))?.preset ?? ""), now.ms);
      };
  }
}

function comparison(operator: Operator): (a: number, b: number) => boolean {
  switch (operator) {
    case "=":
      return (a, b) => a === b;
    case "!=":
      return (a, b) => a !== b;
    case "<":
      return (a, b) => a < b;
    case "<=":
      return (a, b) => a <= b;
    case ">":
      return (a, b) => a > b;
    case ">=":
      return (a, b) => a >= b;
  }
}
