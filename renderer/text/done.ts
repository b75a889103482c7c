import type { SummaryView } from "../../main/contract/views.ts";
import { hourInWords } from "./dates.ts";
import { aboutMinutes, spent, until } from "./durations.ts";
import { count, inWords, percent } from "./numbers.ts";
import { budget } from "./pace.ts";
import { shortTitle } from "./shortTitle.ts";

const times = (n: number): string => ["", "once", "twice"][n] ?? `${inWords(n)} times`;

export const done = {
  title: "Done",
  /** `isSpent`: today's budget is used up, and reviews wait. */
  headline: (view: SummaryView, isSpent: boolean): string => {
    if (isSpent && view.budget) return budget.up(view.budget);
    if (view.waiting !== null) return "Done for the moment.";
    return view.answers === 0 ? "Nothing to do here today." : "Done for today.";
  },
  /** `now` moves on while the screen is open. */
  line: (view: SummaryView, now: number): string => {
    if (view.waiting !== null) return `The next card comes back in ${until(view.waiting - now)}.`;
    if (view.tomorrow.cards === 0) return "Nothing comes tomorrow. Enjoy the rest.";
    return `The next cards come tomorrow at ${hourInWords(view.tomorrow.at)}: ${aboutMinutes(view.tomorrow.minutes)}.`;
  },
  cards: (view: SummaryView): string => `${view.cards === 1 ? "card" : "cards"} in ${spent(view.took)}`,
  remembered: (target: number): string => `remembered, target ${percent(target)}`,
  saved: "saved just before slipping",
  hardest: "Hardest in this session",
  hard: ({ again, took }: { again: number; took: number }): string =>
    again > 0 ? `Forgotten ${times(again)}, ${spent(took)}` : `Remembered, after ${spent(took)}`,
  edit: "Edit",
  editNote: (title: string): string => `Edit “${shortTitle(title)}”`,
  ahead: "The two weeks from tomorrow, in minutes",
  announcement: (view: SummaryView, isSpent: boolean, now: number): string => {
    const figures = view.answers > 0 ? `${count(view.cards, "card")} in ${spent(view.took)}. ` : "";
    const waits = isSpent && view.budget ? `${budget.waits(view.budget)} ` : "";
    return `${done.headline(view, isSpent)} ${waits}${figures}${done.line(view, now)}`;
  },
};
