import type { BrowseMode, BulkChange, BulkEffects, Column, DeckEffects } from "../../main/contract/browse.ts";
import { deckName } from "./cells.ts";
import { count, number } from "./numbers.ts";
import { places } from "./places.ts";

const cards = (n: number): string => count(n, "card");
const notes = (n: number): string => count(n, "note");
const named = (deck: string): string => `“${deckName(deck)}”`;

const columns: Record<Column, string> = {
  question: "Question",
  answer: "Answer",
  sortField: "Sort field",
  card: "Card",
  deck: "Deck",
  due: "Due",
  interval: "Interval",
  ease: "Ease",
  lapses: "Lapses",
  reviews: "Reviews",
  created: "Created",
  cardModified: "Card modified",
  noteModified: "Note modified",
  noteType: "Note type",
  tags: "Tags",
  position: "Position",
  stability: "Stability",
  difficulty: "Difficulty",
  retrievability: "Recall",
};

/** What a change will do, in the words of the button that does it. */
function does(change: BulkChange, { cards: c, notes: n }: BulkEffects): string {
  switch (change.kind) {
    case "move":
      return `Move ${cards(c)}`;
    case "tag":
      return change.add.length > 0 || change.remove.length === 0 ? `Tag ${notes(n)}` : `Take tags from ${notes(n)}`;
    case "suspend":
      return `${change.on ? "Suspend" : "Unsuspend"} ${cards(c)}`;
    case "bury":
      return `${change.on ? "Bury" : "Unbury"} ${cards(c)}`;
    case "flag":
      return `Flag ${cards(c)}`;
    case "due":
      return `Set ${cards(c)} due`;
    case "reset":
      return `Reset ${cards(c)}`;
    case "reposition":
      return `Reposition ${cards(c)}`;
    case "delete":
      return `Delete ${notes(n)}`;
  }
}

function did(change: BulkChange, { changed, cards: c, notes: n, along }: BulkEffects): string {
  if (changed === 0) return "Nothing had to be changed.";
  switch (change.kind) {
    case "move":
      return `${cards(c + along)} moved to ${named(change.deck)}.`;
    case "tag":
      return `The tags of ${notes(changed)} are changed.`;
    case "suspend":
      return `${cards(changed)} ${change.on ? "suspended" : "back in study"}.`;
    case "bury":
      return `${cards(changed)} ${change.on ? "buried until tomorrow" : "back for today"}.`;
    case "flag":
      return change.flag === 0
        ? `The flag of ${cards(changed)} is gone.`
        : `${cards(changed)} flagged ${places.flag[change.flag]?.toLowerCase()}.`;
    case "due":
      return `${cards(changed)} have a new day.`;
    case "reset":
      return `${cards(changed)} are new again.`;
    case "reposition":
      return `${cards(changed)} stand in a new order.`;
    case "delete":
      return `${notes(n)} deleted.`;
  }
}

export const browse = {
  title: "Browse",
  list: { cards: "Cards", notes: "Notes" } satisfies Record<BrowseMode, string>,
  mode: "What a row is",
  column: (id: Column): string => columns[id],
  headHelp:
    "Left and Right go from column to column; with Alt they move it, with Shift they make it narrower or wider.",
  search: "Search",
  searchHint: "dog, deck:Biology, tag:verb, is:due",
  suggestions: "Suggestions",
  history: "Searches before",
  searching: "Searching …",
  at: (offset: number): string => `At character ${number(offset + 1)}:`,
  found: (mode: BrowseMode, n: number): string => (mode === "cards" ? cards(n) : notes(n)),
  chosen: (mode: BrowseMode, n: number, all: number): string =>
    n === 0 ? browse.found(mode, all) : `${number(n)} of ${browse.found(mode, all)} selected`,
  nothing: (query: string): string =>
    query.trim()
      ? `Nothing matches ${query.trim().length > 80 ? "this search" : `“${query.trim()}”`}.`
      : "There is nothing here yet.",
  nothingTry: (query: string): string => {
    if (!query.trim()) return "Add a note, or import a deck.";
    if (/["']/.test(query)) return "Words in quotes must stand together. Try them without.";
    if (/\S\s+\S/.test(query.trim())) return "Every word must match. Try fewer of them, or put “or” between them.";
    return /[*:]/.test(query)
      ? "Try a wider search, or choose something in the tree."
      : "Try a part of the word with a star: “dog*”.";
  },
  gone: "This row is gone.",
  selectFirst: "Select something in the list first.",
  edited: "The note is saved.",
  pane: "The selected note",
  noPane: "Select a row to see its note here.",
  actions: "Actions",
  actionsOn: (mode: BrowseMode, n: number): string => `With ${browse.found(mode, n)}`,

  does,
  did,
  noneYet: "0 cards",
  moveTo: "To the deck",
  moveHelp: "A deck that is not there yet is made.",
  along: (n: number): string =>
    n === 0
      ? ""
      : `${n === 1 ? "One more card goes" : `${number(n)} more cards go`} along, since cards of a note stay together.`,
  changes: (change: BulkChange, { changed, cards: c, notes: n }: BulkEffects): string => {
    const all = change.kind === "tag" || change.kind === "move" ? n : c;
    if (change.kind === "delete") return `${notes(n)} with ${cards(c)} go, and what you know of them.`;
    return changed === all ? "" : `${changed === 0 ? "None" : number(changed)} of them will be different afterwards.`;
  },
  tags: "Tags",
  tagsHelp: "With blanks between them.",
  due: "In how many days",
  dueHelp: "0 is today, 3 is in three days, 5-7 is spread over these days; with ! behind it is the interval as well.",
  resetHelp: "They begin as new. Their reviews stay in the log.",
  start: "First position",
  step: "Step",
  random: "In random order",
  shift: "Make room among the other new cards",
  cancel: "Cancel",

  replaceTitle: "Find and replace",
  find: "Find",
  replaceWith: "Replace with",
  where: "In",
  everywhere: "All fields",
  inTags: "Tags",
  regex: "As a regular expression",
  regexHelp: "$1 stands for what the first brackets found.",
  matchCase: "Upper and lower case matter",
  replaceIn: (n: number | null): string => (n === null ? "Replace" : `Replace in ${notes(n)}`),
  replaces: (n: number): string =>
    n === 0 ? "Not found in what is selected." : `${notes(n)} would change. The first of them:`,
  replaced: (n: number): string => (n === 0 ? "Nothing had to be changed." : `${notes(n)} changed.`),
  before: "Before",
  after: "After",
  field: "Field",

  duplicatesTitle: "Find duplicates",
  within: "Among",
  withinHelp: "A search; empty is everything.",
  compare: "Compare",
  sortFields: "What notes are listed by",
  near: "Also those that are almost the same",
  look: "Find",
  groups: (n: number): string =>
    n === 0 ? "No two notes say the same." : `${count(n, "group")} of notes that say the same:`,
  moreGroups: (n: number): string => (n === 0 ? "" : `And ${count(n, "group")} more.`),
  alike: (share: number): string => (share >= 1 ? "the same" : `${Math.floor(share * 100)}\u202f% alike`),
  showGroup: (n: number): string => `Show ${notes(n)}`,

  columnsTitle: "Columns",
  saveTitle: "Save this search",
  name: "Name",
  save: "Save",
  savedSearch: (name: string): string => `Saved as “${name}”.`,
  deletedSearch: (name: string): string => `The search “${name}” is deleted.`,

  newDeckTitle: "New deck",
  newDeckIn: (name: string): string => `New deck inside ${named(name)}`,
  create: "Create",
  createdDeck: (name: string): string => `${named(name)} is here.`,
  renamedTo: (name: string): string => `Now ${named(name)}.`,
  renameTitle: (name: string): string => `Rename ${named(name)}`,
  renameHelp: "With :: it lies inside another: Languages::Georgian.",
  renameButton: "Rename",
  mergeTitle: "Put them together?",
  merge: (name: string): string => `There is a deck ${named(name)} already. Its cards and these would lie in one deck.`,
  mergeButton: "Put together",
  deleteDeckTitle: (name: string): string => `Delete ${named(name)}`,
  holds: ({ decks, cards: c, notes: n }: DeckEffects): string =>
    c === 0
      ? "It is empty."
      : `It holds ${cards(c)} of ${notes(n)}${decks > 1 ? ` in ${count(decks, "deck")}` : ""}. What becomes of them?`,
  deleteCards: "They are deleted too",
  moveCards: "They move to",
  deleteButton: "Delete deck",
  deletedDeck: (name: string): string => `${named(name)} is deleted.`,
  renamedTag: (n: number, name: string): string => `${notes(n)} now with the tag ${named(name)}.`,
  deletedTag: (n: number): string => `The tag is gone from ${notes(n)}.`,
  treeMenu: {
    search: "Search for it",
    and: "Add with and",
    or: "Add with or",
    not: "Leave it out",
    rename: "Rename",
    remove: "Delete …",
    newDeck: "New deck inside …",
    top: "Move to the top",
  },
};
