import type { StockId } from "../../../contract/shapes.ts";
import type { DeckMeta } from "./deckText.ts";

/** The keys that make a note one of a type, each with its field. The first begins the note. */
export const kinds: { type: StockId; keys: [key: string, field: string][] }[] = [
  {
    type: "basic",
    keys: [
      ["Q", "Front"],
      ["A", "Back"],
    ],
  },
  {
    type: "reversed",
    keys: [
      ["Front", "Front"],
      ["Back", "Back"],
    ],
  },
  { type: "cloze", keys: [["Cloze", "Text"]] },
  {
    type: "typed",
    keys: [
      ["Q", "Front"],
      ["Type", "Back"],
    ],
  },
  {
    type: "choice",
    keys: [
      ["Q", "Front"],
      ["Right", "Right"],
      ["Wrong", "Wrong"],
    ],
  },
];

/** Keys with a field that any note may have. */
export const common: [key: string, field: string][] = [
  ["Why", "Extra"],
  ["Source", "Source"],
];

export const metaKeys: [key: string, name: keyof DeckMeta][] = [
  ["title", "title"],
  ["description", "description"],
  ["language", "language"],
  ["source", "source"],
  ["licence", "licence"],
  ["as-of", "asOf"],
];

export const noteKeys = [
  ...new Set([...kinds.flatMap(({ keys }) => keys), ...common].map(([key]) => key)),
  "Tags",
  "Id",
];

const firstKeys = new Set(kinds.map(({ keys }) => keys[0]?.[0]));
export const beginsNote = (key: string | undefined) => key !== undefined && firstKeys.has(key);

const known = new Map(noteKeys.map((key) => [key.toLowerCase(), key]));
/** The key as it is listed, whatever its case. */
export const noteKey = (written: string) => known.get(written.toLowerCase());

export const metaKey = (written: string) => metaKeys.find(([key]) => key === written.toLowerCase())?.[1];

export const quoted = (keys: readonly string[]) => keys.map((key) => `“${key}:”`).join(", ");
