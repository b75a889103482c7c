import type { Grade } from "../../contract/shapes.ts";
import type { Seen } from "../../contract/views.ts";
import type { Found } from "../lookup.ts";
import { chosen } from "../schedule/fuzz.ts";
import type { Moment } from "../schedule/moment.ts";
import { type Outcome, outcomes, plan } from "../schedule/schedule.ts";

type Four = [Outcome, Outcome, Outcome, Outcome];

/** What each grade would make of a card that is shown at that moment. */
export const previews = ({ card, preset }: Found, now: Moment): Four => outcomes(card, preset, now.ms, now.calendar);

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
export function shown(found: Found, seen: Omit<Seen, "days"> & Partial<Seen>, now: Moment): Four | null {
  const { card, preset } = found;
  const { at, days } = seen;
  if (!days) return previews(found, { ...now, ms: at });
  const four = plan(card, preset, at, now.calendar, chosen(days));
  return daysShown(four).every((n, i) => n === days[i]) ? four : null;
}
