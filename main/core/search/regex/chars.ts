import { lower, upper } from "../fold.ts";

/** Some of all characters, by code point. */
export interface CharSet {
  has(point: number): boolean;
  /** Its only character, if it was written as one. */
  single?: string;
  /** Holds a character of either case if it holds the other. */
  folded?: boolean;
}

export const isCharSet = (value: unknown): value is CharSet =>
  typeof value === "object" && value !== null && "has" in value;

const LF = 10;
export const anyChar: CharSet = { has: () => true, folded: true };
export const notNewline: CharSet = { has: (point) => point !== LF, folded: true };

export const only = (char: string): CharSet => {
  const point = char.codePointAt(0);
  return { has: (other) => other === point, single: char };
};

export const range = (low: string, high: string): CharSet => {
  const [least, most] = [low.codePointAt(0) as number, high.codePointAt(0) as number];
  return { has: (point) => point >= least && point <= most };
};

/** All characters of the sets, or all others. With `fold`, whatever their case. */
export function union(sets: readonly CharSet[], not: boolean, fold: boolean): CharSet {
  const has = (point: number) => sets.some((set) => set.has(point));
  const folded = (point: number) => has(point) || has(lower(point)) || has(upper(point));
  const test = fold ? folded : has;
  return { has: not ? (point) => !test(point) : test, folded: fold };
}

const matching = (source: string): CharSet => {
  const pattern = new RegExp(`^[${source}]$`, "u");
  return { has: (point) => pattern.test(String.fromCodePoint(point)) };
};

const complement = (set: CharSet): CharSet => ({ has: (point) => !set.has(point) });

/** What is part of a word, in every script (Unicode UTS 18, Annex C). */
export const wordChars = matching("\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\p{Join_Control}");
const digits = matching("\\p{Nd}");
const blanks = matching("\\p{White_Space}");

const classes: Record<string, CharSet> = {
  w: wordChars,
  W: complement(wordChars),
  d: digits,
  D: complement(digits),
  s: blanks,
  S: complement(blanks),
  n: only("\n"),
  r: only("\r"),
  t: only("\t"),
  f: only("\f"),
  v: only("\v"),
  a: only("\x07"),
};

/** What `\` and that letter stand for. */
export const classOf = (letter: string): CharSet | undefined =>
  Object.hasOwn(classes, letter) ? classes[letter] : undefined;

/** Characters with a property of Unicode, such as “L”, “Lu” or “Greek”; null if there is none of that name. */
export function property(name: string, not: boolean): CharSet | null {
  const inner = name.replace(/^\^/, "");
  const opposite = not !== name.startsWith("^");
  for (const source of [
    inner,
    `Script=${inner}`,
    inner[0]?.toUpperCase() + inner.slice(1),
    `Script=${inner[0]?.toUpperCase()}${inner.slice(1)}`,
  ]) {
    try {
      const set = matching(`\\p{${source}}`);
      return opposite ? complement(set) : set;
    } catch {
      // Not a name that the engine knows: try the next spelling.
    }
  }
  return null;
}

const posixClasses: Record<string, string> = {
  alnum: "0-9A-Za-z",
  alpha: "A-Za-z",
  blank: "\\t ",
  cntrl: "\\x00-\\x1f\\x7f",
  digit: "0-9",
  graph: "!-~",
  lower: "a-z",
  print: " -~",
  punct: "!-\\/:-@\\[-`\\{-~",
  space: "\\t\\n\\v\\f\\r ",
  upper: "A-Z",
  word: "0-9A-Za-z_",
  xdigit: "0-9A-Fa-f",
};

/** `[:alpha:]` and its like; null if there is none of that name. */
export function posix(name: string, not: boolean): CharSet | null {
  const source = Object.hasOwn(posixClasses, name) ? posixClasses[name] : undefined;
  if (source === undefined) return null;
  return not ? complement(matching(source)) : matching(source);
}
