import type { Settings } from "../../main/contract/shapes.ts";
import { count } from "./numbers.ts";

type Advance = Settings["autoAdvance"];

const secondsLong = (n: number): string => count(n, "second");

/** What answers by itself after the time for thinking, as it is said after “then”. */
const actions: Record<Advance["action"], string> = {
  bury: "Bury until tomorrow",
  again: "Again",
  hard: "Hard",
  good: "Good",
};

const does: Record<Advance["action"], string> = {
  bury: "is buried until tomorrow",
  again: "is graded Again",
  hard: "is graded Hard",
  good: "is graded Good",
};

export const autoAdvance = {
  title: "Auto-advance",
  help: "Off until you press Shift+A in a session. It waits for sounds to end, and stops when you leave the window.",
  question: "Seconds for the question",
  questionHelp: "Then the answer shows by itself. 0 for never.",
  answer: "Seconds for the answer",
  answerHelp: "Then the card is answered as chosen below. 0 for never.",
  action: "And then",
  actionHelp: "What becomes of a card when the seconds for the answer are over.",
  actions,
  /** What was switched on, in words. */
  on({ question, answer, action }: Advance): string {
    const shows = question > 0 ? [`the answer shows after ${secondsLong(question)}`] : [];
    const grades = answer > 0 ? [`the card ${does[action]} ${secondsLong(answer)} after its answer`] : [];
    return `Auto-advance is on: ${[...shows, ...grades].join(", and ")}.`;
  },
  off: "Auto-advance is off.",
  left: "Auto-advance stopped, since you left the window.",
  /** Nothing to wait for: both times are 0. */
  unset: "Auto-advance needs a time first: set its seconds in Settings, under “While studying”.",
  seconds: "Please give a number of seconds, such as 5 or 7.5.",
};

export const timer = {
  title: "Show the time that an answer takes",
  help: "It stops when the answer shows. At most a minute is counted for a card.",
  label: "Time for this question",
};

export const timebox = {
  title: "Timebox, in minutes",
  help: "Each time so many minutes have passed, Mneme says how many cards you did. Nothing stops. 0 for never.",
  /** After a timebox: what was done in it. */
  done: (cards: number, minutes: number): string => `${count(cards, "card")} in ${count(minutes, "minute")}.`,
};

export const studying = "While studying";

export const menu = {
  label: "What can be done with this card",
  flags: "Flag …",
  flagsLabel: "Flag this card",
};
