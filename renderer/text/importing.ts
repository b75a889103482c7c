import type {
  FieldChange,
  FileProblem,
  ImportDone,
  RehearsalRow,
  RehearsalView,
  TransferProgress,
  Verdict,
} from "../../main/contract/transfer.ts";
import type { FileState } from "../state/transfer/rehearsal.ts";
import { deckName } from "./cells.ts";
import { bytes, formatName } from "./formats.ts";
import { capitalise, count, list, number } from "./numbers.ts";

const verdicts: Record<Verdict, [word: string, about: string]> = {
  new: ["New", "not here yet"],
  changed: ["Changed", "here already, and newer or different in the file"],
  conflict: ["Conflict", "changed by you and in the file"],
  same: ["Same", "here already, exactly like this"],
  kept: ["Yours kept", "different in the file, but your note stays as it is"],
  suspicious: ["Suspicious", "comes in, but look at it"],
  broken: ["Broken", "cannot come in"],
};

/** In the order in which they are shown; the keys 1 to 7 filter by them. */
export const verdictOrder = Object.keys(verdicts) as Verdict[];

const states: Record<FileState, string> = {
  waiting: "waiting",
  reading: "being read",
  refused: "cannot be imported",
  ready: "ready",
  importing: "being imported",
  done: "imported",
  undone: "taken back",
};

const stages: Record<string, string> = {
  open: "Opening the file",
  notes: "Reading notes",
  cards: "Reading cards",
  reviews: "Reading reviews",
  media: "Reading images and sounds",
  compare: "Comparing with your collection",
  write: "Writing",
};

const verdictParts = (of: readonly [Verdict, number][]): string[] =>
  of.filter(([, n]) => n > 0).map(([verdict, n]) => `${number(n)} ${verdicts[verdict][0].toLowerCase()}`);

export const importing = {
  title: "Import",
  files: "Files",
  file: (name: string, state: FileState): string => `${name}, ${states[state]}`,
  state: (state: FileState): string => states[state],
  waiting: "Others are looked at first. It is read as soon as one of them is imported.",
  reading: (name: string): string => `Reading ${name} …`,
  readingAgain: "Comparing again …",
  running: (name: string): string => `Importing ${name} …`,
  nothingYet: "Nothing is written before you say so.",
  stage: ({ stage, done, total }: TransferProgress): string => {
    const what = stages[stage] ?? capitalise(stage);
    if (total > 0) return `${what}: ${number(done)} of ${number(total)}`;
    return done > 0 ? `${what}: ${number(done)}` : what;
  },
  progress: "How far it has come",
  stop: "Stop",
  stopped: "Stopped. Nothing was changed.",
  readAgain: "Read it again",

  headline({ counts }: RehearsalView): string {
    const news: string[] = [];
    if (counts.new) news.push(`${count(counts.new, "new note")}`);
    if (counts.changed) news.push(`${number(counts.changed)} changed`);
    if (counts.conflict) news.push(count(counts.conflict, "conflict"));
    if (counts.suspicious) news.push(`${number(counts.suspicious)} to look at`);
    if (counts.broken) news.push(`${number(counts.broken)} broken`);
    if (news.length > 0) return `${list(news)}.`;
    return counts.same + counts.kept > 0 ? "Everything in it is here already." : "There is no note in it.";
  },
  /** What the file is, in one line. */
  holds(view: RehearsalView): string {
    const { format, decks, types, cards, reviews, media, presets, counts } = view;
    const notes = verdictOrder.reduce((sum, verdict) => sum + counts[verdict], 0);
    const parts = [formatName(format), count(notes, "note")];
    if (cards > 0) parts.push(count(cards, "card"));
    if (decks.length > 0) parts.push(count(decks.length, "deck"));
    if (types.length > 0) parts.push(count(types.length, "note type"));
    if (reviews > 0) parts.push(count(reviews, "review"));
    if (presets > 0) parts.push(count(presets, "preset"));
    if (media.files > 0) parts.push(`${count(media.files, "media file")}, ${bytes(media.bytes)}`);
    return parts.join(" · ");
  },
  whole: "This is a whole collection. It comes into yours; nothing of yours is replaced by it.",
  verdict: (verdict: Verdict): string => verdicts[verdict][0],
  about: (verdict: Verdict): string => verdicts[verdict][1],
  picture: (counts: Record<Verdict, number>): string =>
    list(verdictParts(verdictOrder.map((each) => [each, counts[each]]))) || "nothing",
  all: "All",
  filter: "Show",
  search: "Search these notes",
  searchHint: "Words in their fields",
  rows: "Notes of the file",
  columns: { verdict: "Becomes", title: "Note", what: "What", deck: "Deck", place: "Place" },
  headHelp: "Left and Right go from column to column; with Shift they make it narrower or wider.",
  what: ({ reason, fields }: RehearsalRow): string => reason ?? list(fields),
  deck: deckName,
  nothing: (isSifted: boolean): string => (isSifted ? "None of the notes is like that." : "There is no note in it."),
  side: "Beside the list",
  sides: { note: "Note", options: "Options" },
  noNote: "Choose a row to see its note here.",

  changed({ changed, mine }: FieldChange): string {
    if (mine === null) return "";
    return { no: "as it is", theirs: "changed in the file", mine: "changed by you", both: "changed by both" }[changed];
  },
  fieldName: ({ of, name }: FieldChange): string =>
    of === "tags" ? "Tags" : of === "deck" ? "Deck" : of === "type" ? "Note type" : name,
  empty: "empty",
  added: "added: ",
  removed: "removed: ",
  mine: "Keep mine",
  theirs: "Take theirs",
  takes: (field: string): string => `What becomes of ${field}`,
  takesNote: "What becomes of this note",
  undecided: (n: number): string => `${count(n, "conflict is", "conflicts are")} undecided.`,
  undecidedEnd: (conflicts: "mine" | "theirs"): string =>
    conflicts === "mine" ? "Undecided ones stay as yours." : "Undecided ones become theirs.",
  allMine: "Keep mine in all",
  allTheirs: "Take theirs in all",
  cards: "Its cards",

  doIt: (n: number): string => (n === 0 ? "Nothing to import" : `Import ${count(n, "note")}`),
  doOther: "Import the rest",
  doAll: (files: number): string => `Import all ${number(files)} files`,
  leave: "Leave",
  asking: "What you chose here is not imported yet.",
  leaveNow: "Leave without importing",
  stay: "Go on",
  left: "Left without importing. Nothing was changed.",
  nowhere: "What was dropped is no file on this computer. Save it first, then drop the file; nothing was changed.",

  done(done: ImportDone): string {
    const parts: string[] = [];
    if (done.added) parts.push(`${count(done.added, "note")} added`);
    if (done.changed) parts.push(`${count(done.changed, "note")} updated`);
    if (done.same) parts.push(`${count(done.same, "note")} left as they were`);
    return parts.length === 0 ? "Nothing came in." : `${capitalise(list(parts))}.`;
  },
  didOne: (done: ImportDone): string => `${done.file}: ${importing.done(done)}`,
  doneMore({ cards, reviews, media, broken }: ImportDone): string {
    const parts: string[] = [];
    if (cards) parts.push(count(cards, "card"));
    if (reviews) parts.push(count(reviews, "review"));
    if (media) parts.push(count(media, "media file"));
    const came = parts.length > 0 ? `With ${list(parts)}.` : "";
    const lost = broken > 0 ? `${count(broken, "broken note")} stayed out.` : "";
    return [came, lost].filter(Boolean).join(" ");
  },
  inDecks: (decks: readonly string[]): string =>
    decks.length === 0 ? "" : `In ${list(decks.slice(0, 5).map(deckName))}${decks.length > 5 ? " and others" : ""}.`,
  undone: "Taken back. Nothing of this file is in your collection by this import.",
  finish: "Done",
  next: (file: string): string => `Look at ${file}`,
  browseIt: "Browse what came in",
  again: "Rehearse it again",
  problems: (n: number): string => `${count(n, "thing")} in the file ${n === 1 ? "is" : "are"} not as it should be`,
  problemsMore: (n: number): string => `And ${number(n)} more.`,
  problem: ({ place, say }: FileProblem): string => (place ? `${capitalise(place)}: ${say}` : say),
  newDecks: (decks: readonly string[]): string =>
    `New decks: ${list(decks.slice(0, 12).map(deckName))}${decks.length > 12 ? " and more" : ""}.`,
  types: "Note types",
  typeBecomes: { new: "comes in", changed: "is updated", same: "is the same", kept: "yours stays" } as const,
};
