import type { Note, NoteType } from "../../contract/shapes.ts";
import { stockTypes } from "../note/stockTypes.ts";

/**
 * Whether the window may draw a card by itself, from its own tree of a few harmless nodes: the note type looks as Mneme brings it, and
 * the fields hold nothing but the plain Markdown that such a tree knows. All else is drawn in a frame of its own.
 */
export function isPlain(type: NoteType, note: Note): boolean {
  if (type.stock === null || type.id !== type.stock || type.format !== "markdown") return false;
  const { css, templates } = stockTypes[type.stock];
  if (type.css !== css || !sameLooks(type.templates, templates)) return false;
  return Object.entries(note.fields).every(([id, text]) => isVerbatim(type, id) || isPlainText(text));
}

const sameLooks = (a: NoteType["templates"], b: NoteType["templates"]): boolean =>
  a.length === b.length &&
  a.every(({ ord, front, back }, i) => ord === b[i]?.ord && front === b[i]?.front && back === b[i]?.back);

/** Fields that are shown as they were typed, whatever is in them. */
const isVerbatim = ({ stock }: NoteType, id: string): boolean =>
  id === "Source" || id === "Add Reverse" || (stock === "typed" && id === "Back");

/** Pictures and links, sounds and speech, formulas, addresses. */
const richer = /\]\(|\[sound:|\[anki:|\\[([]|\[\${1,2}\]|\[latex\]|<https?:/i;

function isPlainText(text: string): boolean {
  return !richer.test(text) && !text.split("\n").some(isTableRule);
}

/** The line below the head of a table. */
const isTableRule = (line: string): boolean => line.includes("|") && line.includes("-") && /^[\s|:-]+$/.test(line);
