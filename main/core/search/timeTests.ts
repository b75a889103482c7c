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
  if (operator !== "!=") return reviewed(scene, ...within(operator, from, to), grade);
  const [before, after] = [reviewed(scene, 0, from, grade), reviewed(scene, to, Number.POSITIVE_INFINITY, grade)];
  return { ...before, holds: (item) => after.holds(item) || before.holds(item) };
}

/** From which instant on, and until before which. */
function within(operator: Exclude<Operator, "!=">, from: number, to: number): [number, number] {
  switch (operator) {
    case "=":
      return [from, to];
    case "<":
      return [0, from];
    case "<=":
      return [0, to];
    case ">":
      return [to, Number.POSITIVE_INFINITY];
    case ">=":
      return [from, Number.POSITIVE_INFINITY];
  }
}

function reviewed({ log }: Scene, from: number, to: number, grade: Grade | null): Test {
  return byCard(({ id, last }) => {
    // Only a card that was made new again may have been answered after its last answer.
    if (last > 0 && last < from) return false;
    for (const review of log?.get(id) ?? []) {
      const at = instantOf(review);
      if (at >= from && at < to && (grade === null || gradeOf(review) === grade)) return true;
    }
    return false;
  }, 3);
}
