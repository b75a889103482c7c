import type { BrowseMode, Column } from "../../main/contract/browse.ts";
import { count, number } from "./numbers.ts";

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
  found: (mode: BrowseMode, n: number): string => count(n, mode === "cards" ? "card" : "note"),
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
  pane: "The selected note",
  paneCards: "Its cards",
  results: "What was found",
  noPane: "Select a row to see its note here.",
  manyChosen: "Several are selected. M shows what can be done with all of them.",
  actions: "Actions",
  actionsOn: (mode: BrowseMode, n: number): string => `With ${browse.found(mode, n)}`,

  columnsTitle: "Columns",
  cancel: "Cancel",
};
