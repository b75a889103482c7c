import type { Card, Deck, FormatId, Kept, Media, Note, NoteType, Preset, Review } from "../../contract/shapes.ts";
import type { ImportOptions, TableView, TextOptions } from "../../contract/transfer.ts";

/**
 * What travels: decks with all that belongs to them, in Mneme's own shapes, whichever format they come from or go to. Every codec
 * reads into one and writes out of one. Ids are the parcel's own: they hold among its records, and the plan of an import
 * (core/import) gives them ids of the collection.
 */
export interface Parcel {
  format: FormatId;
  /** A whole collection, not some decks of one. */
  whole: boolean;
  decks: Deck[];
  presets: Preset[];
  /** Those of its notes that the collection does not bring by itself, or has been changed since. */
  noteTypes: NoteType[];
  /** In the order in which their new cards come. Without `guid` and an id of its own (`ParcelNote`), a note is known by its first field. */
  notes: ParcelNote[];
  /** Only those that have a history, a state, or something kept. */
  cards: Card[];
  /** Oldest first. */
  reviews: Review[];
  media: Media[];
  /** The limits of outer decks hold for a deck that is studied alone; absent where the file says nothing of it. */
  limitsFromTop?: boolean;
  /** What belongs to the whole collection. */
  kept?: Kept;
  problems: ParcelProblem[];
  /** What the file itself asks for; the person's choice comes before it, what is usual after it. */
  wish?: Partial<ImportOptions>;
  /** Of a table of text: what it looks like, and how it was read. */
  table?: TableView & { options: TextOptions };
}

export interface ParcelNote extends Note {
  /** Its id was made up while it was read: the note is known by its type and first field. */
  nameless?: true;
  /**
   * Of what its file says nothing. Where the note is there already its deck stays, and its tags stay beside those that come. A field
   * of which the file says nothing is not among `fields`.
   */
  unsaid?: readonly ("deck" | "tags")[];
  /** Of a mirror: how the note was when it was last written there (as in `Note.came`), which both sides have changed since. */
  base?: Readonly<Record<string, string>>;
}

/** Something that was not as it should be. What could be mended was, and the rest left out. */
export interface ParcelProblem {
  /** Where in the file: "line 12", "note 1398130110964", "media file 17". */
  place: string;
  /** What is wrong, what was done about it: a short sentence. */
  say: string;
  /** `broken`: left out. `suspicious`: taken in, but look at it. */
  weight: "broken" | "suspicious";
  /** Id of the note in the parcel that it is about. */
  note?: string;
}

/** What a format cannot hold of a parcel: one line of the report of an export. */
export interface Loss {
  /** In the plural: "review logs", "flags", "note types' styles". */
  what: string;
  count: number;
  /** It is in the file, but somebody should know: `what` is the rest of a sentence that begins with the number. */
  careful?: true;
}

/** A parcel without anything in it. */
export const emptyParcel = (format: FormatId): Parcel => ({
  format,
  whole: false,
  decks: [],
  presets: [],
  noteTypes: [],
  notes: [],
  cards: [],
  reviews: [],
  media: [],
  problems: [],
});
