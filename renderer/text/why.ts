import type { Grade } from "../../main/contract/shapes.ts";
import type { Preview } from "../../main/contract/views.ts";
import type { Because, Why } from "../../main/contract/why.ts";
import { date, longDay } from "./dates.ts";
import { ago, days, until, wait } from "./durations.ts";
import { count, percent } from "./numbers.ts";

/** Why a card is here now, in one sentence. `now` is the moment at which that was found out. */
export function why(reason: Why, now: number): string {
  if (reason.cause === "new") return "New: you have not seen this card before.";
  if (reason.cause === "reset") return "New again: it was reset, and begins as if you had never seen it.";
  const seen = ago(now - reason.last);
  const recall = `you would remember it with ${percent(reason.recall)}, and your target is ${percent(reason.target)}.`;
  switch (reason.cause) {
    case "learning":
      return `You are learning this card; last seen ${seen}${ahead(reason.early)}.`;
    case "relearning":
      return `You forgot this card ${seen}, so it is back already${ahead(reason.early)}.`;
    case "due":
      return `Last seen ${seen}: ${recall}`;
    case "late":
      return `Last seen ${seen}, ${count(reason.days, "day")} late: ${recall}`;
    case "early":
      return `You study it ahead of its day, which is ${inDays(reason.days)}; last seen ${seen}: ${recall}`;
    case "byHand":
      return `You set this day by hand${late(reason.days)}; last seen ${seen}: ${recall}`;
    case "moved": {
      const way = reason.recall >= reason.target ? "forward" : "back";
      return `Your days off moved it ${way} to this day${late(reason.days)}; last seen ${seen}: ${recall}`;
    }
  }
}

const ahead = (ms: number): string => (ms >= 1_000 ? `, and ${until(ms)} early, since nothing else is left` : "");
const late = (n: number): string => (n > 0 ? `, ${count(n, "day")} late` : "");
const inDays = (n: number): string => (n === 1 ? "tomorrow" : `in ${days(n)}`);

const meaning: Record<Grade, string> = {
  1: "You did not know it",
  2: "You knew it, with effort",
  3: "You knew it",
  4: "You knew it at once",
};

const halfAYear = 182;

/** What a grade does: when the card comes back, what you would know of it then, and why so. */
export function does({ grade, wait: until, recall, back, because }: Preview): string {
  const cause = because ? causes(because) : { further: "", why: "" };
  const when = until.unit === "seconds" ? `in ${wait(until)}` : onDay(until.n, back);
  // Of a step the recall says nothing that helps.
  const known = cause.further || until.unit === "seconds" ? cause.further : `, when you would be at ${percent(recall)}`;
  return `${meaning[grade]}: it comes back ${when}${known}.${cause.why && ` ${cause.why}`}`;
}

function onDay(n: number, back: number): string {
  if (n === 1) return "tomorrow";
  return `in ${days(n)}, on ${n < halfAYear ? longDay(back) : date(back)}`;
}

/** `further` goes on with the sentence that says when; `why` is a sentence of its own. */
function causes(because: Because): { further: string; why: string } {
  const goOn = (text: string) => ({ further: text, why: "" });
  const since = (text: string) => ({ further: "", why: text });
  switch (because.because) {
    case "step":
      return goOn(later(because.after));
    case "overnight":
      return goOn(`, still as a step of learning${later(because.after)}`);
    case "sameDay":
      return goOn(`${later(because.after)}; it is so fresh that FSRS wants another look today`);
    case "forgotten":
      return since("That is sooner than before, since it was forgotten.");
    case "maximum":
      return since(`No card stays away for longer than ${days(because.most)}: that is your longest interval.`);
    case "byHand":
      return since(`That is shorter than last time, since you set those ${days(because.was)} by hand.`);
    case "moved":
      return since(`That is shorter than last time, since your days off stretched it to ${days(because.was)}.`);
    case "longer":
      return since(`That is shorter than last time: ${days(because.was)} were more than your target asks for now.`);
    case "early":
      return since(`You are ${count(because.days, "day")} early, so the answer counts for less.`);
    case "late":
      return since(
        `That is less than the ${days(because.elapsed)} since you saw it: knowing it so late counts for much, but not for all of them.`,
      );
  }
}

const later = (n: number | null): string => (n === null ? "" : `, and once you know it, in about ${days(n)}`);
