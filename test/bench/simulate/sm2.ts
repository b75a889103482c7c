import { fuzz } from "../../../main/core/schedule/fuzz.ts";
import { fraction, hash } from "../../../main/core/schedule/random.ts";
import type { Learner } from "./learner.ts";
import type { Tally } from "./tally.ts";
import { evening } from "./year.ts";

interface Card {
  id: string;
  phase: "new" | "learning" | "review" | "relearning";
  step: number;
  /** Instant, while on steps. */
  due: number;
  day: number;
  interval: number;
  ease: number;
  reps: number;
}

// Anki's defaults without FSRS: steps in milliseconds, limits a day, factors and intervals in days (rslib/src/deckconfig).
const steps = [60_000, 600_000];
const relearning = 600_000;
const limits = { fresh: 20, reviews: 200 };
const graduating = 1;
const easyGraduating = 4;
const most = 36_500;

/** A learner who studies by SM-2 as Anki runs it (rslib/src/scheduler/states), with fuzz and without its load balancer. */
export class Sm2 {
  readonly #cards: Card[];
  readonly #learner: Learner;
  readonly #tally: Tally;

  constructor(learner: Learner, tally: Tally, cards: number) {
    this.#learner = learner;
    this.#tally = tally;
    this.#cards = Array.from({ length: cards }, (_, i) => ({
      ...{ id: `n${i}/0`, phase: "new" as const, step: 0, due: 0, day: 0, interval: 0, ease: 2.5, reps: 0 },
    }));
  }

  /** How many reviews wait on that day. */
  waiting = (day: number): number => this.#cards.filter((card) => card.phase === "review" && card.day <= day).length;

  study(day: number): void {
    let now = evening(day);
    const due = this.#cards
      .filter((card) => card.phase === "review" && card.day <= day)
      .sort((a, b) => a.day - b.day || hash(a.id, day) - hash(b.id, day))
      .slice(0, limits.reviews);
    const fresh = this.#cards
      .filter(({ phase }) => phase === "new")
      .slice(0, Math.min(limits.fresh, limits.reviews - due.length));
    const onSteps = this.#cards.filter(({ phase }) => phase === "learning" || phase === "relearning");
    const main = [...due, ...fresh];
    while (true) {
      onSteps.sort((a, b) => a.due - b.due);
      // Steps that are due go first; the rest come ahead of their time when nothing else is left.
      const card = onSteps[0] && (onSteps[0].due <= now || main.length === 0) ? onSteps.shift() : main.shift();
      if (!card) return;
      const recall = this.#learner.recall(card.id, now);
      const { grade, took } = this.#learner.answer(card.id, now);
      this.#tally.add(day, card.phase, grade, recall, took);
      answer(card, grade, now, day);
      if (card.phase === "learning" || card.phase === "relearning") onSteps.push(card);
      now += took;
    }
  }
}

function answer(card: Card, grade: number, now: number, day: number): void {
  const choose = fuzz(fraction(`${card.id} ${card.reps}`));
  card.reps++;
  const learnt = (days: number) => {
    Object.assign(card, { phase: "review", step: 0, interval: days, day: day + days });
  };
  const wait = (phase: Card["phase"], step: number, ms: number) => Object.assign(card, { phase, step, due: now + ms });
  if (card.phase === "review") {
    const days = review(card, grade, day, choose);
    if (days === null) wait("relearning", 0, relearning);
    else learnt(days);
    return;
  }
  if (card.phase === "relearning") {
    if (grade <= 2) wait("relearning", 0, grade === 1 ? relearning : relearning * 1.5);
    else learnt(card.interval + (grade === 4 ? 1 : 0));
    return;
  }
  const [first = 0, second = 0] = steps;
  const good = Math.max(1, choose(graduating, 1, most));
  if (grade === 4) learnt(Math.max(good + 1, choose(easyGraduating, 1, most)));
  else if (grade === 1) wait("learning", 0, first);
  else if (grade === 2) wait("learning", card.step, card.step === 0 ? (first + second) / 2 : second);
  else if (card.step === 0) wait("learning", 1, second);
  else learnt(good);
}

/** Days until it comes back; null if it was forgotten. */
function review(card: Card, grade: number, day: number, choose: ReturnType<typeof fuzz>): number | null {
  const { interval, ease } = card;
  const late = Math.max(0, day - card.day);
  const hard = choose(interval * 1.2, interval + 1, most);
  const good = choose((interval + late / 2) * ease, hard + 1, most);
  const easy = choose((interval + late) * ease * 1.3, good + 1, most);
  card.ease = Math.max(1.3, ease + ([-0.2, -0.15, 0, 0.15][grade - 1] ?? 0));
  if (grade > 1) return [hard, good, easy][grade - 2] ?? good;
  card.interval = 1;
  return null;
}
