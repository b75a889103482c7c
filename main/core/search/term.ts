import type { SearchProblem } from "../../contract/browse.ts";
import type { Grade } from "../../contract/shapes.ts";
import { type Glob, type State, states, type Term } from "./ast.ts";
import { isProblem, type Piece, problem, unescapeAll, unescaped, unquote, wrong } from "./escape.ts";
import { readGrade, readWhole } from "./numbers.ts";
import { readProperty } from "./property.ts";
import { compile } from "./regex/compile.ts";

type Read = (value: Piece) => Term | SearchProblem;

/**
 * One term: a text, or `key:value`. The value may have been quoted by itself: then `written` ends with the colon, and
 * `value` is what stood between the quotes.
 */
export function readTerm(written: Piece, value?: Piece): Term | SearchProblem {
  const colon = colonIn(written.raw);
  if (colon < 0) return glob(written, (text) => ({ type: "text", text, how: "plain" }));
  const key = { raw: written.raw.slice(0, colon), offset: written.offset };
  if (key.raw === "")
    return problem(written.offset, 1, "Something must stand before this “:”. Write “\\:” to find the character.");
  const rest = { raw: written.raw.slice(colon + 1), offset: written.offset + colon + 1 };
  // `front:re:"a b"`: what stands between the first colon and the quotes belongs to the value.
  const whole = value ? { raw: rest.raw + value.raw, offset: rest.raw === "" ? value.offset : rest.offset } : rest;
  const name = key.raw.toLowerCase();
  return Object.hasOwn(prefixes, name) ? (prefixes[name] as Read)(whole) : readField(key, whole);
}

function colonIn(raw: string): number {
  for (let i = 0; i < raw.length; i++) {
    if (raw[i] === "\\") i++;
    else if (raw[i] === ":") return i;
  }
  return -1;
}

/** What stands before the colon. Any other word is the name of a field. */
export const prefixes: Record<string, Read> = {
  w: (value) => glob(value, (text) => ({ type: "text", text, how: "word" })),
  nc: (value) => glob(value, (text) => ({ type: "text", text, how: "bare" })),
  sc: (value) => glob(value, (text) => ({ type: "text", text, how: "gaps" })),
  re: (value) => pattern(value, (pattern) => ({ type: "regex", pattern })),
  deck: (value) => glob(value, (name) => ({ type: "deck", name })),
  note: (value) => glob(value, (name) => ({ type: "noteType", name })),
  card: (value) => {
    if (/^\d{1,5}$/.test(value.raw)) return { type: "ord", ord: Math.max(1, Number(value.raw)) - 1 };
    return glob(value, (name) => ({ type: "cardName", name }));
  },
  tag: (value) => {
    const re = after("re:", value);
    if (re) return pattern(re, (text) => ({ type: "tag", text, how: "regex" }));
    const bare = after("nc:", value);
    return glob(bare ?? value, (text) => ({ type: "tag", text, how: bare ? "bare" : "plain" }));
  },
  preset: ({ raw }) => ({ type: "preset", name: raw }),
  flag: (value) =>
    /^[0-7]$/.test(value.raw)
      ? { type: "flag", flag: Number(value.raw) }
      : wrong(value, "A flag is a number from 0 (none) to 7."),
  is: (value) =>
    (states as readonly string[]).includes(value.raw)
      ? { type: "state", state: value.raw as State }
      : wrong(value, `A card can be ${states.slice(0, -1).join(", ")} or ${states.at(-1)}.`),
  did: (value) => ids(value, (ids) => ({ type: "deckIds", ids })),
  mid: (value) => ids(value, (ids) => ({ type: "typeIds", ids })),
  nid: (value) => ids(value, (ids) => ({ type: "noteIds", ids })),
  cid: (value) => ids(value, (ids) => ({ type: "cardIds", ids })),
  dupe: (value) => {
    const comma = value.raw.indexOf(",");
    if (comma < 1) return wrong(value, "Write the id of a note type, a comma, then the text of the first field.");
    return { type: "dupe", noteType: value.raw.slice(0, comma), text: unescapeAll(value.raw.slice(comma + 1)) };
  },
  "has-cd": (value) => glob(value, (key) => ({ type: "hasCustomData", key })),
  added: (value) => days(value, (days) => ({ type: "added", days })),
  edited: (value) => days(value, (days) => ({ type: "edited", days })),
  introduced: (value) => days(value, (days) => ({ type: "introduced", days })),
  resched: (value) => days(value, (days) => ({ type: "rescheduled", days })),
  rated: (value) => {
    const [first = "", ...others] = value.raw.split(":");
    const grade = others.length === 0 ? null : readGrade(others.join(":"), value);
    return isProblem(grade)
      ? grade
      : days({ ...value, raw: first }, (days) => ({ type: "rated", days, grade: grade as Grade | null }));
  },
  prop: readProperty,
};

function readField(key: Piece, value: Piece): Term | SearchProblem {
  const field = unescaped(key);
  if (isProblem(field)) return field;
  const re = after("re:", value);
  if (re) return pattern(re, (text) => ({ type: "field", field, text, how: "regex" }));
  const bare = after("nc:", value);
  return glob(bare ?? value, (text) => ({ type: "field", field, text, how: bare ? "bare" : "plain" }));
}

const after = (prefix: string, { raw, offset }: Piece): Piece | null =>
  raw.startsWith(prefix) ? { raw: raw.slice(prefix.length), offset: offset + prefix.length } : null;

function glob(piece: Piece, make: (text: Glob) => Term): Term | SearchProblem {
  const text = unescaped(piece);
  return isProblem(text) ? text : make(text);
}

function pattern(piece: Piece, make: (pattern: string) => Term): Term | SearchProblem {
  if (piece.raw === "")
    return problem(piece.offset - 1, 1, "Write a pattern behind this “:”, in quotes if it has blanks or parentheses.");
  const text = unquote(piece.raw);
  const made = compile(text, { fold: true });
  if (!isProblem(made)) return make(text);
  // Quotes that were escaped shift what follows by one each; near enough to point at.
  const offset = Math.min(made.offset, piece.raw.length - 1);
  return { ...made, offset: piece.offset + offset, length: Math.min(made.length, piece.raw.length - offset) };
}

function ids(piece: Piece, make: (ids: string[]) => Term): Term | SearchProblem {
  const list = piece.raw.split(",");
  if (list.some((id) => id.trim() === "")) return wrong(piece, "Write one id, or several with commas between.");
  return make(list);
}

function days(piece: Piece, make: (days: number) => Term): Term | SearchProblem {
  const days = readWhole(piece, "a number of days, such as 7");
  return isProblem(days) ? days : make(Math.max(1, days));
}
