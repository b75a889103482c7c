import { isFault } from "../../contract/faults.ts";
import type { CardId, DeckId, Review } from "../../contract/shapes.ts";
import type { SummaryView } from "../../contract/views.ts";
import { type Collection, presetOf } from "../collection.ts";
import { lookup } from "../lookup.ts";
import { title } from "../note/cards.ts";
import { wantedIn } from "../pace/admit.ts";
import { expectedAhead } from "../pace/ahead.ts";
import { budgetView } from "../pace/budgetView.ts";
import { catchUpView } from "../pace/catchUp.ts";
import { letIn } from "../pace/letIn.ts";
import { startOf, studyDay } from "../schedule/day.ts";
import type { Moment } from "../schedule/moment.ts";
import { left } from "./left.ts";
import { gather } from "./queue.ts";

/** The end of a session with a deck (null: with all): what was done since that instant, and what comes next. */
export function summary(collection: Collection, since: number, deck: DeckId | null, now: Moment): SummaryView {
  const reviews = [...collection.reviews.values()].filter((review) => review.at >= since);
  const asked = reviews.filter((review) => review.phase === "review");
  const target = presetOf(collection, "default").desiredRetention;
  const { saved, hardest } = byCard(collection, reviews, target);
  const day = studyDay(now.ms, now.calendar);
  const all = gather(collection, null, now);
  const own = deck === null ? all : gather(collection, deck, now);
  const { fresh } = left(collection, letIn(collection, all, now), now);
  const ahead = expectedAhead(collection, now, { wanted: wantedIn(collection, all.main), fresh }).slice(1);
  const tomorrow = ahead[0] ?? { cards: 0, minutes: 0 };
  return {
    answers: reviews.length,
    cards: new Set(reviews.map((review) => review.card)).size,
    took: reviews.reduce((sum, review) => sum + review.took, 0),
    remembered: asked.length ? asked.filter((review) => review.grade > 1).length / asked.length : null,
    target,
    saved,
    hardest,
    tomorrow: { ...tomorrow, at: startOf(day + 1, now.calendar) },
    ahead: ahead.map(({ minutes }) => minutes),
    waiting: own.learning[0]?.due ?? null,
    budget: budgetView(collection, own, now),
    catchUp: catchUpView(collection, now),
    leeches: [],
  };
}

function byCard(collection: Collection, reviews: Review[], target: number) {
  const rows = new Map<CardId, { again: number; took: number; slipped: boolean; last: number }>();
  for (const { card, grade, took, recall } of reviews) {
    const row = rows.get(card) ?? { again: 0, took: 0, slipped: false, last: 0 };
    rows.set(card, {
      again: row.again + (grade === 1 ? 1 : 0),
      took: row.took + took,
      slipped: row.slipped || (recall !== null && recall < target),
      last: grade,
    });
  }
  const saved = [...rows.values()].filter((row) => row.slipped && row.last > 1).length;
  const hardest = [...rows]
    .filter(([, row]) => row.again > 0)
    .sort(([, a], [, b]) => b.again - a.again || b.took - a.took)
    .flatMap(([card, { again, took }]) => {
      const found = lookup(collection, card);
      return isFault(found)
        ? []
        : [{ card, note: found.note.id, title: title(collection, found.note, found.card.ord), again, took }];
    })
    .slice(0, 3);
  return { saved, hardest };
}
