import type { Grade } from "../../contract/shapes.ts";
import { startOf, studyDay } from "../schedule/day.ts";
import type { Operator, Term } from "./ast.ts";
import { gradeOf, instantOf } from "./reviewLog.ts";
import { byCard, byNote, type Scene, type Test } from "./test.ts";

/** The instant at which the first of so many study days began, today being the last. */
const since = ({ now }: Scene, days: number): number => {
  const today = studyDay(now.ms, now.calendar);
  // Nothing is older than the epoch.
  return days > today ? 0 : startOf(today - days + 1, now.calendar);
};

export function addedTest(scene: Scene, days: number): Test {
  const from = since(scene, days);
  return byNote(({ created }) => created >= from, 1);
}

export function editedTest(scene: Scene, days: number): Test {
  const from = since(scene, days);
  return byNote(({ modified }) => modified >= from, 1);
}

/** Answered for the first time. */
export function introducedTest(scene: Scene, days: number): Test {
  const from = since(scene, days);
  // A card that was last answered before cannot have begun since.
  return byCard((card) => card.last >= from && instantOf(scene.log?.get(card.id)?.[0] ?? 0) >= from, 3);
}

export function ratedTest(scene: Scene, days: number, grade: Grade | null): Test {
  const from = since(scene, days);
  if (grade === null && !scene.log) return byCard((card) => card.last >= from);
  return byCard(({ id, last }) => {
    // Only a card that was made new again may have been answered after its last answer.
    if (last > 0 && last < from) return false;
    const reviews = scene.log?.get(id) ?? [];
    for (let i = reviews.length - 1; i >= 0 && instantOf(reviews[i] as number) >= from; i--)
      if (grade === null || gradeOf(reviews[i] as number) === grade) return true;
    return false;
  }, 3);
}

/** Answered on a day that compares so with that one. */
export function ratedOnTest(scene: Scene, { operator, day, grade }: Extract<Term, { type: "ratedOn" }>): Test {
  const from = since(scene, 1 - day);
  const to = day === 0 ? since(scene, 0) : since(scene, -day);
  return reviewed(scene, (at) => compareDay(operator, at, from, to), grade);
}

function compareDay(operator: Operator, at: number, from: number, to: number): boolean {
  switch (operator) {
    case "=":
      return at >= from && at < to;
    case "!=":
      return at < from || at >= to;
    case "<":
      return at < from;
    case "<=":
      return at < to;
    case ">":
      return at >= to;
    case ">=":
      return at >= from;
  }
}

function reviewed({ log }: Scene, when: (at: number) => boolean, grade: Grade | null): Test {
  return byCard(
    (card) =>
      log?.get(card.id)?.some((review) => when(instantOf(review)) && (grade === null || gradeOf(review) === grade)) ??
      false,
    3,
  );
}
