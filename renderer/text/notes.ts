import type { Phase } from "../../main/contract/shapes.ts";

export const note = {
  title: "Edit note",
  tags: "Tags",
  tagsHelp: "With blanks or commas between them.",
  save: "Save",
  cancel: "Cancel",
  unsaved: "Your changes are not saved.",
  discard: "Discard them",
  keep: "Keep editing",
  saved: "The note is saved.",
  saveFirst: "Save or close the note first.",
};

const phases: Record<Phase, string> = { new: "New", learning: "Learning", review: "Review", relearning: "Relearning" };

export const info = {
  title: "Card",
  phase: (phase: Phase): string => phases[phase],
  state: "State",
  type: "Type",
  deck: "Deck",
  created: "Created",
  first: "First seen",
  last: "Last seen",
  due: "Due",
  interval: "Interval",
  stability: "Stability",
  stabilityHelp: "Days until the chance of remembering falls to 90\u202f%.",
  difficulty: "Difficulty",
  difficultyOf: (difficulty: number): string => `${difficulty.toFixed(1)} of 10`,
  recall: "Recall now",
  target: "Target",
  reps: "Reviews",
  lapses: "Times forgotten",
  never: "not yet",
  curve: "Forgetting curve",
  curveOf: (now: string, due: string): string =>
    `The chance of remembering: ${now} now, and about ${due} when it is due.`,
  curveNow: (recall: string): string => `now ${recall}`,
  curveTarget: (target: string): string => `target ${target}`,
  curveDue: "due",
  log: "Reviews",
  logEmpty: "Not reviewed yet.",
  /** In place of a grade: the due date was set, or the card was reset. */
  byHand: "Set by hand",
  columns: { at: "When", grade: "Grade", recall: "Recall before", interval: "Came back after", took: "Took" },
};
