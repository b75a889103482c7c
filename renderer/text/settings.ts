import { hourName } from "./dates.ts";
import { percent } from "./numbers.ts";

export const settings = {
  title: "Settings",
  appearance: "Appearance",
  theme: "Theme",
  themes: { system: "As the system", light: "Light", dark: "Dark" },
  autoplay: "Play sounds by themselves",
  autoplayHelp: "When a side of a card appears. R plays them again in any case.",
  memory: "Memory",
  retention: "Desired retention",
  retentionHelp: "How much you want to remember when a card comes back. The schedule aims at it, card by card.",
  /** What a desired retention means, with a gentle warning at the ends. */
  retentionMeans(share: number): string {
    const forgotten = Math.max(1, Math.round(1 / (1 - share)));
    const means = `At ${percent(share)}, about one card in ${forgotten} will have slipped when it comes back.`;
    if (share > 0.95) return `${means} That close to perfect, reviews grow very frequent; few people gain by it.`;
    if (share < 0.8) return `${means} So low, forgetting costs more time than it saves for most people.`;
    return means;
  },
  day: "Each day",
  newPerDay: "New cards a day",
  newPerDayHelp: "Each new card brings about ten reviews over the next months.",
  reviewsPerDay: "Reviews a day, at most",
  reviewsPerDayHelp: "Reviews beyond it wait for the next day. New cards count towards it.",
  rollover: "A new day begins at",
  rolloverHelp: (hour: number): string => `At ${hourName(hour)}: late evenings still count as the same day.`,
  budget: "Minutes a day",
  budgetHelp: "New cards and reviews keep within it, and a session ends when it is used. Empty for no budget.",
  streak: "Count days in a row",
  streakHelp: "Today then tells how many days in a row you studied. Days off never break the row.",
  learning: "Learning",
  learningSteps: "Steps for new cards",
  learningStepsHelp: "Waits before a new card joins the reviews, such as “1m 10m”. s, m, h and d are understood.",
  relearningSteps: "Steps after forgetting",
  relearningStepsHelp: "Waits after a review that you forgot.",
  learnAhead: "Learn ahead, in minutes",
  learnAheadHelp: "When nothing else is left, a card in learning may come this much earlier.",
  maximumInterval: "Longest interval, in days",
  maximumIntervalHelp: "No card stays away for longer. 36,500 days are a hundred years.",
  data: "Your data",
  folder: "Data folder",
  folderHelp: "Plain text files that you can read, copy and back up.",
  version: "Version",
  saved: "Saved",
  whole: "Please give a whole number.",
};
