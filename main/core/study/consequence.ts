import type { Card, Preset } from "../../contract/shapes.ts";
import type { Preview } from "../../contract/views.ts";
import type { Because } from "../../contract/why.ts";
import { DAY, elapsedDays, startOf, studyDay } from "../schedule/day.ts";
import { noFuzz } from "../schedule/fuzz.ts";
import type { Moment } from "../schedule/moment.ts";
import { type Outcome, plan } from "../schedule/schedule.ts";

/** What a button says: `outcome` is what it would make of the card at that moment. */
export function consequence(card: Card, preset: Preset, outcome: Outcome, now: Moment): Preview {
  const { grade, wait, recall } = outcome;
  const back =
    wait.unit === "seconds" ? now.ms + wait.n * 1_000 : startOf(studyDay(now.ms, now.calendar) + wait.n, now.calendar);
  return { grade, wait, recall, back, because: because(card, preset, outcome, now) };
}

function because(card: Card, preset: Preset, outcome: Outcome, now: Moment): Because | null {
  const { unit, n } = outcome.wait;
  if (outcome.phase !== "review") {
    const steps = outcome.phase === "relearning" ? preset.relearningSteps : preset.learningSteps;
    const kind = unit === "days" ? "overnight" : steps.length > 0 ? "step" : "sameDay";
    return { because: kind, after: daysAfter(card, preset, outcome, now) };
  }
  if (n >= preset.maximumInterval) return { because: "maximum", most: preset.maximumInterval };
  if (outcome.lapsed || card.phase === "relearning") return { because: "forgotten" };
  return card.phase === "review" ? againstTheLastGap(card, n, now) : null;
}

/**
 * A card that is known again comes back no sooner than its memory asks, and memory never shrinks by an answer that was right: where the
 * next gap is shorter than the last, it is the last that was longer than memory and target ask.
 */
function againstTheLastGap(card: Card, days: number, now: Moment): Because | null {
  const { interval: was, placed } = card;
  if (days < was) return { because: placed === "due" ? "byHand" : (placed ?? "longer"), was };
  const early = card.day - studyDay(now.ms, now.calendar);
  if (early > 0) return { because: "early", days: early };
  const elapsed = elapsedDays(card.last, now.ms, now.calendar);
  return days < elapsed ? { because: "late", elapsed } : null;
}

/** Days until it comes back once the steps are done, if each of them is answered with Good on time; null if there is no end to them. */
function daysAfter(card: Card, preset: Preset, outcome: Outcome, now: Moment): number | null {
  const most = preset.learningSteps.length + preset.relearningSteps.length + 1;
  let [here, at, next] = [card, now.ms, outcome];
  for (let i = 0; i <= most && next.phase !== "review"; i++) {
    const { phase, step, stability, difficulty, wait } = next;
    here = { ...here, phase, step, stability, difficulty, last: at, interval: 0 };
    at += wait.n * (wait.unit === "seconds" ? 1_000 : DAY);
    [, , next] = plan(here, preset, at, now.calendar, noFuzz);
  }
  return next.phase === "review" && next.wait.unit === "days" ? next.wait.n : null;
}
