import type { When } from "../../main/contract/transfer.ts";
import { count, number } from "./numbers.ts";

const when: Record<When, string> = { newer: "If it is newer", always: "Always", never: "Never" };

export const importOptions = {
  title: "Options",
  deck: "Into the deck",
  deckHelp: "Empty: where the file says. Decks of the file come to lie inside.",
  notes: "Update notes that are here",
  noteTypes: "Update note types that are here",
  when: (each: When): string => when[each],
  mergeTypes: "Merge note types that differ in their fields",
  schedule: "Schedule of cards that are here",
  schedules: { mine: "Keep mine", theirs: "Take theirs", none: "None: all that comes is new" } as const,
  presets: "Bring presets along",
  conflicts: "Where both changed a field, unless I choose",
  duplicates: "Bring notes that are here once more",
  text: "How the text is read",
  encoding: "Encoding",
  encodings: {
    "utf-8": "UTF-8",
    "utf-16le": "UTF-16 (LE)",
    "utf-16be": "UTF-16 (BE)",
    "windows-1252": "Windows-1252",
  } as const,
  separator: "Separator",
  separators: [
    [",", "Comma"],
    [";", "Semicolon"],
    ["\t", "Tab"],
    ["|", "Bar"],
    [":", "Colon"],
    [" ", "Blank"],
  ] as readonly (readonly [string, string])[],
  otherSeparator: (sign: string): string => `“${sign}”`,
  header: "The first row names the columns",
  html: "Fields are HTML",
  type: "Note type",
  tags: "Tags for all of them",
  tagsHelp: "With blanks or commas between them.",
  match: "The same note has",
  matches: {
    type: "the same first field and note type",
    typeAndDeck: "the same first field, note type and deck",
  } as const,
  table: "What the columns are",
  column: (n: number, name: string): string => (name ? `Column ${number(n)}, ${name}` : `Column ${number(n)}`),
  columnName: (n: number, name: string): string => name || number(n),
  uses: { tags: "Tags", deck: "Deck", type: "Note type", guid: "GUID", nothing: "Nothing" } as const,
  fields: "Fields",
  others: "Others",
  rows: (n: number): string => count(n, "row"),
};
