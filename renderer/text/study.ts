import type { Grade, Op } from "../../main/contract/shapes.ts";
import type { Left, TypedView } from "../../main/contract/views.ts";
import { shortMinutes } from "./durations.ts";
import { number } from "./numbers.ts";
import { shortTitle } from "./shortTitle.ts";
import { does, why } from "./why.ts";

const ops: Record<Op, string> = {
  welcome: "the first decks",
  answer: "your answer",
  bury: "burying",
  suspend: "suspending",
  unsuspend: "unsuspending",
  flag: "the flag",
  due: "the new due date",
  reset: "the reset",
  reposition: "the new order",
  add: "the new note",
  edit: "your edit",
  delete: "the deletion",
  tag: "the tags",
  move: "the move",
  replace: "find and replace",
  changeType: "the new note type",
  noteType: "the note type",
  media: "the new file",
  deck: "the deck",
  search: "the saved search",
  import: "the import",
  removeImport: "the removal of an import",
  settings: "the setting",
  preset: "the preset",
  limits: "the limits",
  gradeNow: "the grades",
  correct: "the correction of the log",
  daysOff: "the days off",
  catchUp: "the plan to catch up",
  undo: "the step back",
  redo: "the step forward",
};

const named = (op: Op, what: string): string => (what ? `${ops[op]} (${shortTitle(what)})` : ops[op]);

const grades = ["Again", "Hard", "Good", "Easy"] as const;
const ofTwo = ["Forgot", "Hard", "Got it", "Easy"] as const;

export const study = {
  title: "Study",
  left: (left: Left): string =>
    `${number(left.learning + left.review + left.fresh)} left · ${shortMinutes(left.minutes)}`,
  progress: "Progress of this session",
  grades,
  /** The name on a button, where there are two of them or four. */
  grade: (grade: Grade, buttons: 2 | 4): string => (buttons === 2 ? ofTwo : grades)[grade - 1] ?? "",
  gradesLabel: "How well did you know it?",
  passes: "You knew it",
  answer: "Answer",
  question: "Question",
  source: (source: string): string => (/^(source|see)\b/i.test(source) ? source : `Source: ${source}`),
  yourAnswer: "Your answer",
  typeHere: "Type your answer",
  options: "Options",
  right: "right answer",
  wrongPick: "your pick",
  rightPick: "your pick, and right",
  /** An option as it is said: "A: Sevan"; without a letter where no key picks it. */
  option: (letter: string, text: string): string => (letter ? `${letter}: ${text}` : text),
  /** What came of a pick, as it is said. */
  picked: (right: boolean, option: string): string => (right ? "Right." : `Not this time. You picked ${option}.`),
  loading: "One moment …",
  /** Names the frame of a face. */
  card: "Card",
  scripted: "This note type wants to run a script. Mneme runs none, and shows its cards without.",
  remote: (n: number): string =>
    n === 1 ? "1 image from the web is not loaded." : `${number(n)} images from the web are not loaded.`,
  fetch: "Fetch for this deck …",

  why,
  does,

  verdict: {
    right: "Right.",
    close: "Close: nearly as expected.",
    wrong: "Not this time.",
  } satisfies Record<TypedView["verdict"], string>,
  diff: { same: "", missing: "missing", extra: "not expected" } as const,

  takenBack: (op: Op, what: string): string => `Taken back: ${named(op, what)}.`,
  doneAgain: (op: Op, what: string): string => `Done again: ${named(op, what)}.`,
  nothingToTakeBack: "There is nothing to take back.",
  nothingToDoAgain: "There is nothing to do again.",
  flagged: (flag: string): string => `Flag: ${flag}`,
  marked: "Marked",
  suspendedCard: "This card is suspended: it will not be shown until you unsuspend it in Browse.",
  suspendedNote: "All cards of this note are suspended, until you unsuspend them in Browse.",
  buriedCard: "This card is buried until tomorrow.",
  buriedNote: "This card and its siblings are buried until tomorrow.",
};
