import type { Note } from "../../contract/shapes.ts";

/**
 * A text in eleven letters at most: 53 bits, the same wherever and whenever. Two texts that a person wrote practically never share
 * one; a hostile deck could make two that do, and so hide its own change from itself. The mixing is that of cyrb53a (bryc, in the public domain).
 */
export function hashText(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x9e3779b1);
    b = Math.imul(b ^ unit, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return ((b & 0x1fffff) * 2 ** 32 + (a >>> 0)).toString(36);
}

/** Members of `Note.came` beside the ids of fields, which are never called so (`usable` in types.ts). */
export const cameKeys = {
  tags: "",
  /** The deck's name in the file; and where it was put, if that has another name. */
  deck: "::",
  placed: ":",
  /** The id of its note type here. */
  type: "#",
  /** When it was last changed there, epoch milliseconds. */
  modified: "@",
} as const;

/** Tags that say how a person gets on with a note; they are nobody else's business. */
const personal = new Set(["marked", "leech"]);

export const isPersonal = (tag: string): boolean => personal.has(tag.toLowerCase());

/** Tags without those, in an order that does not depend on where they come from. */
export const sharedTags = (tags: readonly string[]): string[] =>
  [...new Set(tags)].filter((tag) => !isPersonal(tag)).sort();

export const hashTags = (tags: readonly string[]): string => hashText(sharedTags(tags).join(" "));

/** A note as it comes: in the collection's types, fields and decks. */
export interface Arrival {
  type: string;
  /** Only those of which the file says something. */
  fields: Readonly<Record<string, string>>;
  tags: readonly string[];
  /** Of the deck: its id and name here; its name in the file, null if the file does not say. */
  deck: string;
  deckHere: string;
  deckThere: string | null;
  modified: number;
}

/** What is remembered of a note that comes. Of what the file does not say that stays which was known `before`. */
export function cameOf(arrival: Arrival, before: Note["came"] = {}): Record<string, string> {
  const { deckHere, deckThere } = arrival;
  const came: [string, string][] = Object.entries(before);
  for (const [id, text] of Object.entries(arrival.fields)) came.push([id, hashText(text)]);
  came.push([cameKeys.tags, hashTags(arrival.tags)]);
  came.push([cameKeys.type, arrival.type], [cameKeys.modified, String(arrival.modified)]);
  if (deckThere === null) return Object.fromEntries(came);
  came.push([cameKeys.deck, hashText(deckThere)], [cameKeys.placed, hashText(deckHere)]);
  const made = Object.fromEntries(came);
  if (deckHere === deckThere) delete made[cameKeys.placed];
  return made;
}
