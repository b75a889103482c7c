import type { NoteView } from "../../main/contract/views.ts";
import { count, list } from "./numbers.ts";
import { shortTitle } from "./shortTitle.ts";

const path = (deck: readonly string[]): string => deck.join(" › ");

/** The words around a note that is written. */
export const writing = {
  add: "Add a note",
  type: "Note type",
  deck: "Deck",
  close: "Close",
  pin: (field: string): string => `Keep the text of “${field}” for the next note`,
  pinTip: "Keep for the next note",
  preview: "Cards",
  cards: (n: number): string => (n === 0 ? "Cards" : n === 1 ? "The card" : count(n, "card")),
  noCards: "What you write shows here as a card.",
  front: "Front",
  back: "Back",
  added: (deck: readonly string[]): string => `Added to ${path(deck)}.`,
  unsaved: "This note is not added yet.",
  discard: "Discard it",
  keep: "Keep writing",
  aside: (fields: readonly string[]): string =>
    `There is no field here for the text of ${list(fields.map((name) => `“${name}”`))}. Go back to the type before, and it is there again.`,
  addIt: "Add",
  addFirst: "A new note was begun and not added. Add it or discard it first; nothing was lost.",
  noDeck: "There is no deck to add to. Import one first.",
  history: "Added in this sitting",
  historyEmpty: "Nothing yet.",
  edit: "Edit",
  twin: "There is already a note that begins like this:",
  openTwin: "Open it",
  why: "Why?",
  dismiss: "Do not say this again",
  fixed: "It is changed.",
  putBack: "Put it back as it was",
  draft: (deck: readonly string[], isNew: boolean): string =>
    `You were ${isNew ? "writing" : "editing"} a note${deck.length > 0 ? ` in ${path(deck)}` : ""}.`,
  kept: "This is what you had written.",
  goOn: "Continue",
  throwAway: "Discard",
  titleOf: (note: NoteView): string => shortTitle(note.fields.find(({ value }) => value.trim())?.value ?? ""),
};
