import type { Phase } from "../../main/contract/shapes.ts";
import type { ImportedFile, ImportView, SavedDeck } from "../../main/contract/views.ts";
import { capitalise, count, list } from "./numbers.ts";

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

export const imported = {
  title: "Import",
  headline(view: ImportView): string {
    const parts: string[] = [];
    if (view.added) parts.push(`${count(view.added, "note")} added`);
    if (view.changed) parts.push(`${count(view.changed, "note")} updated`);
    if (view.same) parts.push(`${count(view.same, "note")} already here`);
    if (parts.length === 0) return "Nothing came in.";
    return `${capitalise(list(parts))}.`;
  },
  decks: (names: readonly string[]): string =>
    names.length === 0 ? "" : `In ${list(names.map((name) => name.replaceAll("::", " › ")))}.`,
  problems(view: ImportView): string {
    const places = `${count(view.problems.length, "place")} could not be understood.`;
    const rest = view.added + view.changed + view.same > 0;
    return `${places} ${rest ? "The rest came in; nothing else was changed." : "Nothing was changed; mend the file and import it again."}`;
  },
  /** All in one sentence per file, where there is no room for a report. */
  brief: (files: readonly ImportedFile[]): string =>
    files.map(({ name, view, say }) => (view ? `${name}: ${imported.headline(view)}` : say)).join(" "),
  line: "Line",
  cause: "Cause",
  close: "Close",
};

export const exported = {
  title: "Export a deck",
  which: "Which deck would you like to save as a plain-text file?",
  saved: ({ path, say }: SavedDeck): string => (say ? `Saved as ${path}. ${say}` : `Saved as ${path}.`),
};
