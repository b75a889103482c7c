import { type Fault, isFault } from "../../contract/faults.ts";
import type { Change, Review } from "../../contract/shapes.ts";
import type { CardView, Preview } from "../../contract/views.ts";
import type { Collection } from "../collection.ts";
import { lookup } from "../lookup.ts";
import { title } from "../note/cards.ts";
import { elapsedDays, offsetAt, studyDay } from "../schedule/day.ts";
import type { Moment } from "../schedule/moment.ts";
import { recallAt } from "../schedule/schedule.ts";
import type { Answer } from "../study/answer.ts";
import { dayId, emptyDay } from "../study/days.ts";
import { lineAfter } from "../study/line.ts";
import { longestAnswer } from "../study/longestAnswer.ts";
import { cramDelays } from "./remaining.ts";

/** An answer that is not scheduled: a line of the log and the time it took. The card stays as it is. Faults: `gone`, `conflict`. */
export function cramAnswer(collection: Collection, input: Answer, now: Moment): Change | Fault {
  const found = lookup(collection, input.card);
  if (isFault(found)) return found;
  const { card, note, deck, preset } = found;
  if (card.reps !== input.seen.reps) return { code: "conflict" };
  const at = lineAfter(collection, new Map(), card, now.ms);
  const today = studyDay(at, now.calendar);
  const review: Review = {
    id: String(at),
    card: card.id,
    at,
    grade: input.grade,
    kind: "cram",
    took: Math.min(input.tookMs, longestAnswer),
    phase: card.phase,
    elapsed: card.last ? elapsedDays(card.last, at, now.calendar) : 0,
    interval: 0,
    stability: card.stability,
    difficulty: card.difficulty,
    recall: card.phase === "new" ? null : recallAt(card, preset, at),
  };
  const before = collection.days.get(dayId(today, deck.id)) ?? null;
  const day = before ?? emptyDay(today, deck.id);
  return {
    at,
    offset: offsetAt(at, now.calendar.zone),
    op: "answer",
    what: title(collection, note, card.ord),
    records: {
      reviews: [[null, review]],
      days: [[before, { ...day, answers: day.answers + 1, took: day.took + review.took }]],
    },
  };
}

/** The card as it is shown in a session that does not schedule it: its buttons say what becomes of it there. */
export function unscheduled(view: CardView, round: number): CardView {
  const recall = "recall" in view.why ? view.why.recall : 0;
  const previews = view.previews.map(({ grade }): Preview => {
    const seconds = cramDelays[grade - 1] ?? null;
    const wait = { unit: "seconds" as const, n: seconds ?? 0 };
    const back = view.seen.at + wait.n * 1_000;
    return { grade, wait, recall, back, because: null, cram: seconds === null ? "done" : "again" };
  });
  return { ...view, round, previews: previews as CardView["previews"] };
}
