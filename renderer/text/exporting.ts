import type { FormatId } from "../../main/contract/shapes.ts";
import { bytes, formatName } from "./formats.ts";
import { capitalise, count, list } from "./numbers.ts";

const about: Record<FormatId, string> = {
  apkg: "For Anki and whatever reads its decks. Holds everything: cards, schedule, images and sounds.",
  colpkg: "All you have, for a new Anki. There it takes the place of the whole collection.",
  anki2: "",
  text: "Notes as lines of text that Anki reads back, with deck, type and tags. No schedule, no media.",
  csv: "For spreadsheets: one row a note, one column a field.",
  markdown: "A deck to read, edit and keep in git: one file. Its notes come back as they are.",
  markdownFolder:
    "The same as a folder: a file for each deck, images and sounds beside them. Comes back without any loss.",
  json: "A deck for programs. Comes back without any loss.",
  crowdanki: "A folder for working on a deck together, by the CrowdAnki add-on.",
  mnemosyne: "",
  mochi: "",
};

export const exporting = {
  title: "Export",
  what: "What",
  everything: "Everything",
  found: (query: string): string => (query.trim() ? `What Browse finds: ${query.trim()}` : "All that Browse shows"),
  chosen: (n: number): string => count(n, "selected note"),
  format: "As",
  formatName,
  about: (id: FormatId): string => about[id],
  options: "With",
  schedule: "Schedule and reviews",
  presets: "Presets",
  media: "Images and sounds",
  older: "Readable by Anki before 2.1.50",
  html: "Keep HTML",
  counting: "Counting …",
  nothing: "There is nothing to export here.",
  preview: ({
    notes,
    cards,
    reviews,
    media,
  }: {
    notes: number;
    cards: number;
    reviews: number;
    media: { files: number; bytes: number };
  }): string =>
    list([
      count(notes, "note"),
      count(cards, "card"),
      ...(reviews ? [count(reviews, "review")] : []),
      ...(media.files ? [`${count(media.files, "media file")} (${bytes(media.bytes)})`] : []),
    ]),
  losses: "What this format cannot hold:",
  noLosses: "Nothing is left out.",
  save: "Export …",
  running: "Exporting …",
  cancel: "Cancel",
  close: "Close",
  saved: (notes: number): string => `${capitalise(count(notes, "note"))} exported.`,
  savedAt: "It is here:",
  leftOut: "Left out, since the format cannot hold it:",
  another: "Export something else",
};
