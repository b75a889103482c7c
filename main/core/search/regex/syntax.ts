import type { SearchProblem } from "../../../contract/browse.ts";
import { readClass } from "./charClass.ts";
import { anyChar, type CharSet, isCharSet, notNewline, only, union } from "./chars.ts";
import { Cursor, Refusal } from "./cursor.ts";
import { readEscape } from "./escapes.ts";

export type Assertion = "start" | "end" | "lineStart" | "lineEnd" | "word" | "notWord";

export type Syntax =
  | { type: "chars"; set: CharSet }
  | { type: "assertion"; kind: Assertion }
  | { type: "sequence" | "choice"; items: Syntax[] }
  | { type: "repeat"; item: Syntax; least: number; most: number; greedy: boolean }
  /** Numbered from 1. */
  | { type: "group"; item: Syntax; index: number };

interface Flags {
  /** Case does not count. */
  i: boolean;
  /** A dot is a line end too. */
  s: boolean;
  /** ^ and $ stand at line ends. */
  m: boolean;
}

const deepest = 100;
/** Repetitions that are counted. */
const most = 1_000;

export interface Read {
  syntax: Syntax;
  /** Groups, and the numbers of those that have names. */
  groups: number;
  names: ReadonlyMap<string, number>;
}

/**
 * Reads a pattern as Anki does (the syntax of Rust's regex crate), which has nothing that needs more than linear time: no
 * back references, no looking around. A brace that begins no repetition is a brace.
 */
export function read(pattern: string, fold: boolean): Read | SearchProblem {
  const reader = new Reader(pattern, { i: fold, s: false, m: false });
  try {
    return reader.whole();
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    throw error;
  }
}

class Reader {
  readonly #cursor: Cursor;
  #flags: Flags;
  #groups = 0;
  readonly #names = new Map<string, number>();

  constructor(pattern: string, flags: Flags) {
    this.#cursor = new Cursor(pattern);
    this.#flags = flags;
  }

  whole(): Read {
    const syntax = this.#choice(0);
    if (this.#cursor.at < this.#cursor.pattern.length)
      this.#cursor.refuse(this.#cursor.at, 1, "Nothing opens this “)”. Write “\\)” to find the character.");
    return { syntax, groups: this.#groups, names: this.#names };
  }

  #choice(depth: number): Syntax {
    if (depth > deepest) this.#cursor.refuse(this.#cursor.at, 1, "Too many groups inside each other.");
    const flags = this.#flags;
    const items = [this.#sequence(depth)];
    while (this.#cursor.take("|")) items.push(this.#sequence(depth));
    this.#flags = flags;
    return items.length === 1 ? (items[0] as Syntax) : { type: "choice", items };
  }

  #sequence(depth: number): Syntax {
    const items: Syntax[] = [];
    while (
      this.#cursor.at < this.#cursor.pattern.length &&
      !"|)".includes(this.#cursor.pattern[this.#cursor.at] as string)
    ) {
      const item = this.#atom(depth);
      if (item) items.push(this.#repeated(item));
    }
    return { type: "sequence", items };
  }

  /** Null for what only sets flags. */
  #atom(depth: number): Syntax | null {
    const from = this.#cursor.at;
    const char = this.#cursor.next();
    switch (char) {
      case "(":
        return this.#group(from, depth);
      case "[":
        return this.#chars(readClass(this.#cursor, from, this.#flags.i));
      case ".":
        return this.#chars(this.#flags.s ? anyChar : notNewline);
      case "^":
        return { type: "assertion", kind: this.#flags.m ? "lineStart" : "start" };
      case "$":
        return { type: "assertion", kind: this.#flags.m ? "lineEnd" : "end" };
      case "*":
      case "+":
      case "?":
        return this.#cursor.refuse(
          from,
          1,
          `There is nothing before this “${char}” to repeat. Write “\\${char}” to find the character.`,
        );
      case "\\": {
        const escaped = readEscape(this.#cursor, from);
        return isCharSet(escaped) ? this.#chars(escaped) : { type: "assertion", kind: escaped };
      }
      default:
        return this.#chars(only(char));
    }
  }

  #repeated(item: Syntax): Syntax {
    let syntax = item;
    for (;;) {
      const from = this.#cursor.at;
      const counts = this.#counts();
      if (!counts) return syntax;
      const [least, most_] = counts;
      if (least > most_ || (Number.isFinite(most_) ? most_ : least) > most)
        this.#cursor.refuse(
          from,
          this.#cursor.at - from,
          `A repetition goes from a smaller number to a greater one, at most ${most}.`,
        );
      syntax = { type: "repeat", item: syntax, least, most: most_, greedy: !this.#cursor.take("?") };
    }
  }

  #counts(): [number, number] | null {
    if (this.#cursor.take("*")) return [0, Number.POSITIVE_INFINITY];
    if (this.#cursor.take("+")) return [1, Number.POSITIVE_INFINITY];
    if (this.#cursor.take("?")) return [0, 1];
    const braces = /^\{(\d{1,9})(,(\d{0,9}))?\}/.exec(this.#cursor.ahead(24));
    if (!braces) return null;
    this.#cursor.at += braces[0].length;
    const least = Number(braces[1]);
    return [least, braces[2] === undefined ? least : braces[3] ? Number(braces[3]) : Number.POSITIVE_INFINITY];
  }

  #group(from: number, depth: number): Syntax | null {
    const rest = this.#cursor.ahead(100);
    if (/^\?<?[=!]/.test(rest))
      this.#cursor.refuse(
        from,
        3,
        "A pattern cannot look ahead or back. Combine two searches instead: re:this -re:that.",
      );
    let index: number | null = null;
    const before = this.#flags;
    const named = /^\?P?<([A-Za-z_]\w*)>/.exec(rest);
    const flags = /^\?([a-zA-Z]*)(-([a-zA-Z]+))?([:)])/.exec(rest);
    if (named) {
      this.#cursor.at += named[0].length;
      index = ++this.#groups;
      this.#names.set(named[1] as string, index);
    } else if (flags) {
      this.#cursor.at += flags[0].length;
      this.#set(from, flags[1] ?? "", true);
      this.#set(from, flags[3] ?? "", false);
      if (flags[4] === ")") return null;
    } else if (rest.startsWith("?"))
      this.#cursor.refuse(from, 2, "This kind of group is not known. Write “\\(” to find the character.");
    else index = ++this.#groups;
    const item = this.#choice(depth + 1);
    this.#flags = before;
    if (!this.#cursor.take(")"))
      this.#cursor.refuse(from, 1, "This “(” is never closed. Write “\\(” to find the character.");
    return index === null ? item : { type: "group", item, index };
  }

  #set(from: number, letters: string, on: boolean): void {
    for (const letter of letters) {
      if (letter === "u") continue;
      if (!"ism".includes(letter))
        this.#cursor.refuse(from, this.#cursor.at - from, `There is no flag “${letter}”; there are i, s and m.`);
      this.#flags = { ...this.#flags, [letter]: on };
    }
  }

  #chars(set: CharSet): Syntax {
    return { type: "chars", set: this.#flags.i && !set.folded ? union([set], false, true) : set };
  }
}
