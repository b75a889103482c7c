import type { Grade } from "../../contract/shapes.ts";
import type { Seen } from "../../contract/views.ts";
import type { Collection } from "../collection.ts";
import type { Found } from "../lookup.ts";
import { balance } from "../schedule/balance.ts";
import { studyDay } from "../schedule/day.ts";
import { chosen } from "../schedule/fuzz.ts";
import type { Moment } from "../schedule/moment.ts";
import { type Outcome, plan, seedOf } from "../schedule/schedule.ts";
import { type Besides, loadAhead } from "./loadAhead.ts";

type Four = [Outcome, Outcome, Outcome, Outcome];

/** What each grade would make of a card that is shown at that moment, on days that have room for it. */
export function previews(collection: Collection, found: Found, { ms, calendar }: Moment, besides?: Besides): Four {
  const load = loadAhead(collection, found, studyDay(ms, calendar), besides);
  return plan(found.card, found.preset, ms, calendar, balance(seedOf(found.card), load));
}

/** The days that previews show, by grade; null for a wait of seconds. */
export const daysShown = (four: Four): Seen["days"] => {
  const days = (grade: Grade) => {
    const { unit, n } = four[grade - 1]?.wait ?? { unit: "seconds", n: 0 };
    return unit === "days" ? n : null;
  };
  return [days(1), days(2), days(3), days(4)];
};

/**
 * The outcomes that were on show, whatever has changed since in what is due on other days; null if they cannot have been: the card, its
 * preset or the calendar is another.
 */
export function shown(
  collection: Collection,
  found: Found,
  { at, days }: Omit<Seen, "days"> & Partial<Seen>,
  { calendar }: Moment,
): Four | null {
  const { card, preset } = found;
  if (!days) return previews(collection, found, { ms: at, calendar });
  const four = plan(card, preset, at, calendar, chosen(days));
  return daysShown(four).every((n, i) => n === days[i]) ? four : null;
}
