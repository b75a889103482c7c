import type { NoteTypeId } from "../../../contract/shapes.ts";

/**
 * A deck in plain text, as decks/README.md describes it for people.
 *
 * `decode(encode(deck)).deck` equals `deck` if its texts are normal: LF line ends, no blanks at the end of a value, none around
 * the title, tags, ids and names of inner decks (which are one line each), fields as `normaliseFields` leaves them. Nothing in a
 * value needs an escape, since all lines but the first are indented. Two details make that true:
 * - a key with nothing behind it takes its value from the indented lines below, so a value may begin with blanks or empty lines;
 * - a heading `#` without a name leads back to the outer deck.
 */
export interface DeckText extends DeckMeta {
  notes: NoteText[];
}

export interface DeckMeta {
  /** "" if the text has none. */
  title: string;
  description: string;
  /** BCP 47. */
  language: string;
  source: string;
  licence: string;
  /** ISO date, or "". */
  asOf: string;
}

export interface NoteText {
  id?: string;
  type: NoteTypeId;
  /** Names of the inner decks that lead to it, outermost first; empty in the outer deck. */
  path: readonly string[];
  fields: Record<string, string>;
  tags: string[];
  /** Of a note that names its type and its fields: the name of its type, and of its fields by id in their order. */
  free?: { type: string; names: [id: string, name: string][] };
}
