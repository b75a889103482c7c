// What fits into a day: the budget, catching up, days off. Days are study days; minutes are the person's own.

/** Today against the budget. */
export interface BudgetView {
  /** Minutes a day that the person set, or that the plan which runs takes today; and those added for today alone. */
  minutes: number;
  more: number;
  /** Minutes studied today. */
  spent: number;
  /** New cards that it lets in today, and how many the limits alone would. */
  fresh: number;
  wanted: number;
  /** Reviews that it leaves for another day, and by how much recall of one of them falls until tomorrow, 0..1 (mean; 0 without any). */
  waiting: number;
  cost: number;
}

/** What a budget would come to, before it is saved. */
export interface BudgetPreview {
  /** New cards a day, about. */
  fresh: number;
  /** Expected minutes today and on the 13 days after. */
  ahead: number[];
  /** Reviews alone take more than that on some day. */
  short: boolean;
}

/** How a backlog can be worked off. */
export interface CatchUpChoice {
  /** Minutes a day beyond the usual. */
  extra: number;
  /** Minutes a day in all. */
  minutes: number;
  /** The study day by whose end it is done; null if that is further off than a year. */
  until: number | null;
}

/** What waits after days without study. */
export interface GapView {
  /** Study days without an answer, days off not counted. */
  missed: number;
  overdue: number;
  /** How many of them are still known, as expected. */
  known: number;
  choices: CatchUpChoice[];
}

/** The plan that runs. */
export interface CatchUpView {
  minutes: number;
  extra: number;
  total: number;
  left: number;
  until: number;
  /** By when it looks to be done now; null if that is further off than a year. */
  expected: number | null;
}

export interface DaysOffView {
  today: number;
  /** Today or later, ascending. */
  off: number[];
  /** What is due on each of the days from today on. */
  load: { day: number; cards: number; minutes: number }[];
}

/** What marking days off would do, before it is done. */
export interface DaysOffPlan {
  /** Reviews that come earlier, come later, and by how many days at most. */
  earlier: number;
  later: number;
  furthest: number;
  /** Expected recall of the cards that move, at the review: as they are, and moved. 0..1; null without any. */
  recall: { before: number; after: number } | null;
  /** The heaviest day within what is planned: expected minutes before and after. */
  heaviest: { day: number; before: number; after: number } | null;
}
