import type { BudgetPreview, BudgetView, CatchUpChoice, CatchUpView, GapView } from "../../main/contract/pace.ts";
import { dayName } from "./dates.ts";
import { aboutMinutes, shortMinutes } from "./durations.ts";
import { capitalise, count, countInWords, inWords, number, percent } from "./numbers.ts";

const newCards = (n: number) => count(n, "new card");
const wait = (n: number) => `${count(n, "review")} ${n === 1 ? "waits" : "wait"}`;
/** "19", "under 1": minutes as a figure in a sentence. */
const figure = (minutes: number) => (minutes > 0 && minutes < 1 ? "under 1" : number(Math.round(minutes)));

function fresh({ fresh, wanted }: BudgetView): string {
  if (fresh >= wanted) return fresh > 0 ? newCards(fresh) : "";
  return fresh === 0 ? "no new cards" : `${number(fresh)} of ${newCards(wanted)}`;
}

/** Today's share of the budget. `left` are the minutes still expected today. */
function share(view: BudgetView, left: number): string {
  const all = view.minutes + view.more;
  if (left <= 0 && view.spent > 0)
    return view.spent >= all ? "all used" : `${figure(view.spent)} used, nothing left to do`;
  if (view.spent >= 0.5) return `${figure(view.spent)} used, about ${figure(left)} to go`;
  return left > 0 ? `today ${figure(left)} of them` : "nothing to do today";
}

/** How many minutes fit into a day, and what follows from it. */
export const budget = {
  title: "Minutes a day",
  none: "As many minutes a day as there are cards.",
  /** The quiet line on Today. */
  line(view: BudgetView, left: number): string {
    const minutes = count(view.minutes, "minute");
    const more = view.more > 0 ? ` and ${number(view.more)} more today` : "";
    const parts = [share(view, left), left > 0 ? fresh(view) : ""].filter(Boolean).join(", ");
    const waits = view.waiting > 0 ? ` ${capitalise(wait(view.waiting))} for another day.` : "";
    return `${minutes} a day${more}: ${parts}.${waits}`;
  },
  field: "Minutes",
  slider: "Minutes, as a slider",
  value: (minutes: number): string => count(minutes, "minute"),
  help: "Only as many new cards come as your minutes can carry; reviews beyond them wait.",
  bad: "Please give a whole number of minutes, from 1 to 1,440.",
  looking: "One moment …",
  /** What a budget would come to. */
  fits({ fresh, short }: BudgetPreview): string {
    const fit =
      fresh === 0
        ? "No new cards fit in."
        : `About ${countInWords(fresh, "new card")} a day ${fresh === 1 ? "fits" : "fit"} in.`;
    if (!short) return fit;
    return `${fit} On some days the reviews alone need more: what you would lose least by waits, with what it costs told.`;
  },
  chart: "Today and the next two weeks, in minutes",
  /** The line across the days to come. */
  mark: (minutes: number) => ({ value: minutes, text: `${number(minutes)} min` }),
  noBudget: "No budget",
  save: "Save",
  cancel: "Cancel",
  saved: (minutes: number | null): string =>
    minutes === null ? "There is no budget any more." : `The budget is ${count(minutes, "minute")} a day.`,

  /** The end of a session for which the minutes are up. */
  up: ({ minutes, more }: BudgetView): string =>
    minutes + more === 1 ? "Your minute is up." : `Your ${inWords(minutes + more)} minutes are up.`,
  /** What waits, and what waiting costs. */
  waits({ waiting, cost }: BudgetView): string {
    if (waiting === 0) return "Nothing waits.";
    const slip = Math.round(waiting * cost);
    if (cost < 0.005) return `${wait(waiting)} until tomorrow. That costs next to nothing.`;
    const each = `${wait(waiting)} until tomorrow. That costs about ${percent(cost)} of recall`;
    return slip === 0 ? `${each}.` : `${each}: about ${inWords(slip)} of them more will have slipped.`;
  },
  goOnMinutes: 5,
};

const done = (choice: { until: number | null }, today: number) =>
  choice.until === null ? "not done within a year" : `done by ${dayName(choice.until, today)}`;

export const catchUp = {
  headline: ({ overdue }: GapView): string =>
    overdue === 1 ? "Welcome back. One card waited." : `Welcome back. ${number(overdue)} cards waited.`,
  known({ known, overdue }: GapView): string {
    if (known >= overdue) return overdue === 1 ? "You still know it." : "You still know all of them.";
    return known === 0 ? "They come back quickly." : `You still know about ${number(known)} of them.`;
  },
  how: "A plan works them off, a little more each day. What is most worth saving comes first; new cards pause until then.",
  choose: "How much more each day?",
  extra: ({ extra }: CatchUpChoice): string => `${count(extra, "minute")} more`,
  until: (choice: CatchUpChoice, today: number): string =>
    `${shortMinutes(choice.minutes)} a day, ${done(choice, today)}`,
  begin: "Begin this plan",
  notNow: "Not now",
  began: (choice: CatchUpChoice, today: number): string => `The plan has begun: ${done(choice, today)}.`,
  declined: "Not now, then. The plan stays one key away, on Today.",
  /** Where the plan was declined. */
  stays: ({ overdue, known }: GapView): string =>
    `${count(overdue, "card")} waited while you were away; you still know about ${number(known)}.`,

  title: "Catching up",
  progress: ({ total, left }: CatchUpView): string => `${number(total - left)} of ${count(total, "card")} caught up.`,
  /** When it is done; honest where that has become later than was said. */
  expected({ until, expected, minutes }: CatchUpView, today: number): string {
    const pace = `At ${shortMinutes(minutes)} a day`;
    if (expected === null)
      return `${pace} it would take longer than a year: a larger plan, or none, may suit you better.`;
    if (expected > until)
      return `It looks like ${dayName(expected, today)} now, later than ${dayName(until, today)} as planned.`;
    return `${pace}, done by ${dayName(expected, today)}. New cards come again then.`;
  },
  dropped: "The plan is dropped. New cards come again.",
  short: (view: CatchUpView, today: number): string => `${catchUp.progress(view)} ${catchUp.expected(view, today)}`,
};

export const streak = {
  line: (days: number): string => {
    if (days === 0) return "A new row of days begins with your next card.";
    return days === 1
      ? "One day in a row; days off leave it whole."
      : `${capitalise(inWords(days))} days in a row; days off leave them whole.`;
  },
};

/** A day off on which cards are due all the same. */
export const dayOff = {
  headline: "Today is a day off.",
  line: (cards: number, minutes: number): string =>
    cards === 0
      ? "Nothing is due. Enjoy the rest."
      : `${capitalise(countInWords(cards, "card"))} can wait; if you like to, they take ${aboutMinutes(minutes)}.`,
};
