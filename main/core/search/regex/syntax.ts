import type { SearchProblem } from "../../../contract/browse.ts";
import { problem } from "../escape.ts";
import { anyChar, type CharSet, classOf, isCharSet, notNewline, only, posix, property, range, union } from "./chars.ts";

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

class Refusal extends Error {
  readonly problem: SearchProblem;
  constructor(problem: SearchProblem) {
    super(problem.say);
    this.problem = problem;
  }
}

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
  readonly #pattern: string;
  #at = 0;
  #flags: Flags;
  #groups = 0;
  readonly #names = new Map<string, number>();

  constructor(pattern: string, flags: Flags) {
    this.#pattern = pattern;
    this.#flags = flags;
  }

  whole(): Read {
    const syntax = this.#choice(0);
    if (this.#at < this.#pattern.length)
      this.#refuse(this.#at, 1, "Nothing opens this “)”. Write “\\)” to find the character.");
    return { syntax, groups: this.#groups, names: this.#names };
  }

  #choice(depth: number): Syntax {
    if (depth > deepest) this.#refuse(this.#at, 1, "Too many groups inside each other.");
    const flags = this.#flags;
    const items = [this.#sequence(depth)];
    while (this.#take("|")) items.push(this.#sequence(depth));
    this.#flags = flags;
    return items.length === 1 ? (items[0] as Syntax) : { type: "choice", items };
  }

  #sequence(depth: number): Syntax {
    const items: Syntax[] = [];
    while (this.#at < this.#pattern.length && !"|)".includes(this.#pattern[this.#at] as string)) {
      const item = this.#atom(depth);
      if (item) items.push(this.#repeated(item));
    }
    return { type: "sequence", items };
  }

  /** Null for what only sets flags. */
  #atom(depth: number): Syntax | null {
    const from = this.#at;
    const char = this.#next();
    switch (char) {
      case "(":
        return this.#group(from, depth);
      case "[":
        return this.#chars(this.#class(from));
      case ".":
        return this.#chars(this.#flags.s ? anyChar : notNewline);
      case "^":
        return { type: "assertion", kind: this.#flags.m ? "lineStart" : "start" };
      case "$":
        return { type: "assertion", kind: this.#flags.m ? "lineEnd" : "end" };
      case "*":
      case "+":
      case "?":
        return this.#refuse(
          from,
          1,
          `There is nothing before this “${char}” to repeat. Write “\\${char}” to find the character.`,
        );
      case "\\": {
        const escaped = this.#escape(from);
        return isCharSet(escaped) ? this.#chars(escaped) : { type: "assertion", kind: escaped };
      }
      default:
        return this.#chars(only(char));
    }
  }

  #repeated(item: Syntax): Syntax {
    let syntax = item;
    for (;;) {
      const from = this.#at;
      const counts = this.#counts();
      if (!counts) return syntax;
      const [least, most_] = counts;
      if (least > most_ || (Number.isFinite(most_) ? most_ : least) > most)
        this.#refuse(
          from,
          this.#at - from,
          `A repetition goes from a smaller number to a greater one, at most ${most}.`,
        );
      syntax = { type: "repeat", item: syntax, least, most: most_, greedy: !this.#take("?") };
    }
  }

  #counts(): [number, number] | null {
    if (this.#take("*")) return [0, Number.POSITIVE_INFINITY];
    if (this.#take("+")) return [1, Number.POSITIVE_INFINITY];
    if (this.#take("?")) return [0, 1];
    const braces = /^\{(\d{1,9})(,(\d{0,9}))?\}/.exec(this.#pattern.slice(this.#at, this.#at + 24));
    if (!braces) return null;
    this.#at += braces[0].length;
    const least = Number(braces[1]);
    return [least, braces[2] === undefined ? least : braces[3] ? Number(braces[3]) : Number.POSITIVE_INFINITY];
  }

  #group(from: number, depth: number): Syntax | null {
    const rest = this.#pattern.slice(this.#at, this.#at + 100);
    if (/^\?<?[=!]/.test(rest))
      this.#refuse(from, 3, "A pattern cannot look ahead or back. Combine two searches instead: re:this -re:that.");
    let index: number | null = null;
    const before = this.#flags;
    const named = /^\?P?<([A-Za-z_]\w*)>/.exec(rest);
    const flags = /^\?([a-zA-Z]*)(-([a-zA-Z]+))?([:)])/.exec(rest);
    if (named) {
      this.#at += named[0].length;
      index = ++this.#groups;
      this.#names.set(named[1] as string, index);
    } else if (flags) {
      this.#at += flags[0].length;
      this.#set(from, flags[1] ?? "", true);
      this.#set(from, flags[3] ?? "", false);
      if (flags[4] === ")") return null;
    } else if (rest.startsWith("?"))
      this.#refuse(from, 2, "This kind of group is not known. Write “\\(” to find the character.");
    else index = ++this.#groups;
    const item = this.#choice(depth + 1);
    this.#flags = before;
    if (!this.#take(")")) this.#refuse(from, 1, "This “(” is never closed. Write “\\(” to find the character.");
    return index === null ? item : { type: "group", item, index };
  }

  #set(from: number, letters: string, on: boolean): void {
    for (const letter of letters) {
      if (letter === "u") continue;
      if (!"ism".includes(letter))
        this.#refuse(from, this.#at - from, `There is no flag “${letter}”; there are i, s and m.`);
      this.#flags = { ...this.#flags, [letter]: on };
    }
  }

  #escape(from: number): CharSet | Assertion {
    const char = this.#next();
    if (char === "") this.#refuse(from, 1, "A “\\” must stand before a character. Write “\\\\” to find one.");
    const known = classOf(char);
    if (known) return known;
    switch (char) {
      case "b":
        return "word";
      case "B":
        return "notWord";
      case "A":
        return "start";
      case "z":
        return "end";
      case "p":
      case "P": {
        const name = /^(\p{L}|\{\^?[\w=]{1,60}\})/u.exec(this.#pattern.slice(this.#at, this.#at + 64))?.[0] ?? "";
        this.#at += name.length;
        const set = property(name.replace(/[{}]/g, ""), char === "P");
        return (
          set ??
          this.#refuse(
            from,
            this.#at - from,
            "There is no such property of characters. Known are, for example, \\p{L} and \\p{Greek}.",
          )
        );
      }
      case "x":
      case "u": {
        const hex =
          /^(\{[0-9a-fA-F]{1,6}\}|[0-9a-fA-F]{2,4})/.exec(this.#pattern.slice(this.#at, this.#at + 8))?.[0] ?? "";
        const digits = hex.startsWith("{") ? hex : hex.slice(0, char === "x" ? 2 : 4);
        this.#at += digits.length;
        const point = Number.parseInt(digits.replace(/[{}]/g, ""), 16);
        if (!(point <= 0x10ffff))
          this.#refuse(from, this.#at - from, "A character by its number is written \\x41 or \\u{1F600}.");
        return only(String.fromCodePoint(point));
      }
      default:
        if (/[1-9]/.test(char)) this.#refuse(from, 2, "A pattern cannot refer back to what it has found.");
        if (/[A-Za-z0-9]/.test(char))
          this.#refuse(from, 2, `“\\${char}” means nothing here. Write “\\\\” to find the character “\\”.`);
        return only(char);
    }
  }

  #class(from: number): CharSet {
    const not = this.#take("^");
    const sets: CharSet[] = [];
    for (let first = true; ; first = false) {
      if (this.#at >= this.#pattern.length)
        this.#refuse(from, 1, "This “[” is never closed. Write “\\[” to find the character.");
      if (!first && this.#take("]")) break;
      const named = /^\[:(\^?)([a-z]+):\]/.exec(this.#pattern.slice(this.#at, this.#at + 16));
      const set = named && posix(named[2] as string, named[1] !== "");
      if (named && set) {
        this.#at += named[0].length;
        sets.push(set);
        continue;
      }
      const low = this.#member(from);
      const ranged = this.#pattern[this.#at] === "-" && !["]", undefined].includes(this.#pattern[this.#at + 1]);
      if (typeof low === "string" && ranged) {
        const start = this.#at++;
        const high = this.#member(from);
        if (typeof high !== "string" || (high.codePointAt(0) as number) < (low.codePointAt(0) as number))
          this.#refuse(
            start,
            1,
            "A range goes from one character to a later one, such as a-z. Write “\\-” to find the character.",
          );
        else sets.push(range(low, high));
      } else sets.push(typeof low === "string" ? only(low) : low);
    }
    return union(sets, not, this.#flags.i);
  }

  /** A character of a class, as itself or as a set. */
  #member(from: number): string | CharSet {
    const at = this.#at;
    const char = this.#next();
    if (char !== "\\") return char;
    if (this.#take("b")) return "\b";
    const escaped = this.#escape(at);
    if (!isCharSet(escaped))
      return this.#refuse(from, this.#at - from, "This stands for a place, so it cannot be in a class.");
    return escaped.single ?? escaped;
  }

  #chars(set: CharSet): Syntax {
    return { type: "chars", set: this.#flags.i && !set.folded ? union([set], false, true) : set };
  }

  #take(char: string): boolean {
    const there = this.#pattern[this.#at] === char;
    if (there) this.#at++;
    return there;
  }

  /** A whole code point; "" at the end. */
  #next(): string {
    const point = this.#pattern.codePointAt(this.#at);
    if (point === undefined) return "";
    const char = String.fromCodePoint(point);
    this.#at += char.length;
    return char;
  }

  #refuse(offset: number, length: number, say: string): never {
    throw new Refusal(problem(offset, length, say));
  }
}
