import type { NoteTypeRow, TypeEffects, TypePlace } from "../../main/contract/noteTypeEdits.ts";
import { capitalise, count, list } from "./numbers.ts";

export const noteTypes = {
  title: "Note types",
  list: "All note types",
  add: "New note type …",
  notes: ({ notes }: NoteTypeRow): string => (notes === 0 ? "no notes" : count(notes, "note")),
  edited: "changed by you",
  name: "Name",
  parts: { fields: "Fields", cards: "Cards", style: "Style" },
  part: "Part of the note type",
  about: (kind: string, format: string): string =>
    `${kind === "cloze" ? "Cloze: each gap number makes a card" : "Each template makes a card"}. ${format === "markdown" ? "Written in Markdown." : "Written in HTML, as in Anki."}`,
  format: "Written in",
  formats: { markdown: "Markdown", html: "HTML" },
  formatHelp: "How fields are written. It can be changed only while there are no notes.",
  restore: "Restore as it came",
  remove: "Delete note type",
  copy: "Copy",
  changeAll: (notes: number): string =>
    `Change the type of ${notes === 1 ? "its note" : `its ${count(notes, "note")}`} …`,
  // Fields
  fieldsHelp:
    "Drag a field, or press Alt with an arrow key, to move it. The first field is the one that must not be empty.",
  addField: "Add a field",
  fieldName: (n: number): string => `Name of field ${n}`,
  options: (name: string): string => `Options of ${name}`,
  removeField: (name: string): string => `Delete the field ${name}`,
  move: (name: string): string => `Move ${name}: Alt with an arrow key`,
  movedTo: (name: string, place: number, of: number): string => `${name} is now ${place} of ${of}.`,
  help: "What belongs in it",
  helpHelp: "Shown beside the field while writing.",
  font: "Typeface",
  fontHelp: "In the editor only; empty for the app's own.",
  size: "Size in pixels",
  sizeHelp: "In the editor only; empty for the app's own.",
  sort: "Notes are listed by this field",
  rtl: "Written from right to left",
  sticky: "Keep its text for the next note",
  unsearched: "Leave it out of searches",
  // Cards
  addCard: "Add a card",
  cardName: (n: number): string => `Name of card ${n}`,
  removeCard: (name: string): string => `Delete ${name}`,
  sides: {
    front: "Front",
    back: "Back",
    listFront: "Front in lists",
    listBack: "Back in lists",
  },
  lists: "What lists show instead",
  listsHelp: "Leave empty to show the front and back.",
  insert: "Insert",
  insertInto: (name: string, side: string): string => `Insert ${name} into the ${side.toLowerCase()}`,
  css: "Style of all cards (CSS)",
  cssHelp: ".card is the card; .nightMode .card in the dark; .cloze a gap; .card1 the first card alone.",
  // Problems
  place(at: TypePlace): string {
    return at.in === "side" ? `Line ${at.line}, column ${at.column}` : "";
  },
  // Preview
  preview: "Preview",
  sample: (index: number, of: number): string =>
    of === 0 ? "There is no note yet: an example." : `Note ${index + 1} of ${of}`,
  card: "Card",
  nextNote: "Next note",
  previousNote: "Previous note",
  noCard: "This note does not make this card: what its front shows is empty.",
  frontOf: (name: string): string => `${name}: front`,
  backOf: (name: string): string => `${name}: back`,
  // Saving
  saved: (name: string): string => `“${name}” is saved.`,
  discard: "Discard changes",
  unsaved: "Your changes are not saved.",
  throwAway: "Discard them",
  keep: "Keep editing",
  unchanged: "Nothing is changed.",
  deleted: (name: string): string => `“${name}” is deleted. Undo brings it back.`,
  restored: "As it came; save to keep it so.",
  askDelete: (name: string, notes: number): string =>
    `“${name}” has ${count(notes, "note")}. Deleting it deletes ${notes === 1 ? "it" : "them"} too, with all cards and their schedule. Undo brings everything back.`,
  deleteAll: (notes: number): string => `Delete it with ${count(notes, "note")}`,
  cancel: "Cancel",
  mend: (problems: number): string => `${capitalise(count(problems, "place"))} to mend before this can be saved.`,
  /** What saving would do, in one sentence. */
  effects({ notes, appear, go, reviews, texts }: TypeEffects): string {
    if (notes === 0) return "It has no notes yet.";
    const parts: string[] = [];
    if (appear > 0) parts.push(`${count(appear, "card")} would appear`);
    if (go > 0) parts.push(`${count(go, "card")} would go${reviews > 0 ? ` with ${count(reviews, "review")}` : ""}`);
    if (texts > 0) parts.push(`${count(texts, "text")} in deleted fields would no longer be shown`);
    return `${count(notes, "note")}; ${parts.length > 0 ? list(parts) : "all cards stay"}.`;
  },
};

export const newType = {
  title: "New note type",
  name: "Name",
  from: "Begin with",
  blank: "A question and an answer, otherwise blank",
  blankCloze: "A text with gaps, otherwise blank",
  formats: { markdown: "Markdown", html: "HTML" },
  copyOf: (name: string): string => `A copy of ${name}`,
  create: "Create",
};

export const changeType = {
  title: "Change note type",
  count: (notes: number): string => `${count(notes, "note")} chosen.`,
  from: (name: string): string => `Now: ${name}`,
  to: "New note type",
  fields: "Fields",
  fieldFrom: (name: string): string => `${name} gets`,
  cards: "Cards",
  cardFrom: (name: string): string => `${name} continues`,
  nothing: "nothing",
  newCard: "nothing: a new card",
  byPlace: "With a cloze on one side, cards go by their place: the first card is that of gap 1, and so on.",
  rewritten: (format: "markdown" | "html"): string =>
    format === "markdown"
      ? "Their texts are rewritten from HTML to Markdown. What Markdown cannot say stays as it is in HTML, visibly."
      : "Their texts are rewritten from Markdown to HTML.",
  effects({ notes, appear, go, reviews, texts }: TypeEffects): string {
    const parts: string[] = [];
    if (appear > 0) parts.push(`${count(appear, "card")} will appear`);
    if (go > 0) parts.push(`${count(go, "card")} will go${reviews > 0 ? ` with ${count(reviews, "review")}` : ""}`);
    if (texts > 0) parts.push(`${count(texts, "text")} will be dropped`);
    return `${count(notes, "note")}; ${parts.length > 0 ? list(parts) : "all cards keep their schedule"}.`;
  },
  done: (notes: number): string => `${count(notes, "note")} changed. Undo takes it back.`,
};

const reviewsOf = (cards: readonly { reviews: number }[]): number =>
  cards.reduce((sum, { reviews }) => sum + reviews, 0);

export const emptyCards = {
  title: "Empty cards",
  none: "There are none: every card that was studied is one that its note still makes.",
  about:
    "These cards were studied, but their notes no longer make them: a gap, a field or a template is gone. They are not shown. Until they are removed, they come back with their schedule as soon as the note makes them again.",
  untitled: "A note without text",
  cards: (type: string, cards: readonly { name: string; reviews: number }[]): string =>
    `${type}: ${list(cards.map(({ name }) => name))}, ${count(reviewsOf(cards), "review")}`,
  more: (notes: number): string => `And ${count(notes, "more note", "more notes")}, chosen as well.`,
  effects: (cards: readonly { reviews: number }[]): string =>
    cards.length === 0
      ? "Nothing is chosen."
      : `${count(cards.length, "card")} would be removed with the schedule from ${count(reviewsOf(cards), "review")}. No note is deleted.`,
  removed: (cards: number): string => `${count(cards, "empty card")} removed. Undo brings them back.`,
};
