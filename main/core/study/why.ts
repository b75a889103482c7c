import type { Card, Preset } from "../../contract/shapes.ts";
import type { Why } from "../../contract/why.ts";
import { studyDay } from "../schedule/day.ts";
import type { Moment } from "../schedule/moment.ts";
import { recallAt } from "../schedule/schedule.ts";

/** Why that card is here at that moment. `preset` is the effective one of its deck. */
export function why(card: Card, preset: Preset, now: Moment): Why {
  if (card.phase === "new") return { cause: card.reps > 0 ? "reset" : "new" };
  const seen = { last: card.last, recall: recallAt(card, preset, now.ms), target: preset.desiredRetention };
  if (card.phase !== "review") return { cause: card.phase, early: Math.max(0, (card.due ?? now.ms) - now.ms), ...seen };
  const days = studyDay(now.ms, now.calendar) - card.day;
  if (days < 0) return { cause: "early", days: -days, ...seen };
  if (card.placed) return { cause: card.placed === "due" ? "byHand" : "moved", days, ...seen };
  return days > 0 ? { cause: "late", days, ...seen } : { cause: "due", ...seen };
}
