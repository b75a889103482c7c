import type { SearchProblem } from "../../contract/browse.ts";
import type { Node } from "./ast.ts";
import { isProblem, problem } from "./escape.ts";
import { readTerm } from "./term.ts";

/** Deeper than anyone writes. */
const deepest = 100;
const blank = /[\s\u3000]/;

/** Reads a search, in Anki's grammar. Gives its tree, or where it is wrong. Any string is fine, none throws. */
export function parse(query: string): Node | SearchProblem {
  const reader = new Reader(query);
  const node = reader.group(0);
  if (isProblem(node)) return node;
  if (reader.at < query.length)
    return problem(reader.at, 1, "Nothing opens this “)”. Take it away, or write “\\)” to find the character.");
  return node ?? { type: "all" };
}

type Word = { word: "and" | "or"; from: number };

class Reader {
  at = 0;
  readonly #query: string;

  constructor(query: string) {
    this.#query = query;
  }

  /** Terms up to a closing parenthesis or the end; null if there are none. “and” binds closer than “or”. */
  group(depth: number): Node | SearchProblem | null {
    const either: Node[][] = [[]];
    let last: Word | null = null;
    for (;;) {
      this.#skipBlanks();
      const item = this.#item(depth);
      if (item === null) break;
      if (isProblem(item)) return item;
      const together = either.at(-1) as Node[];
      if (!("word" in item)) together.push(item);
      else if (together.length === 0 || last) return misplaced(item);
      else if (item.word === "or") either.push([]);
      last = "word" in item ? item : null;
    }
    if (last) return misplaced(last);
    if (either[0]?.length === 0) return null;
    return join(
      "or",
      either.map((nodes) => join("and", nodes)),
    );
  }

  /** A term, a group, “and” or “or”; null at the end of the group. */
  #item(depth: number): Node | Word | SearchProblem | null {
    const from = this.at;
    const char = this.#query[from];
    if (char === undefined || char === ")") return null;
    if (char === "-" && !this.#ends(this.#query[from + 1])) {
      this.at++;
      const node = this.#operand(depth);
      return isProblem(node) ? node : { type: "not", node };
    }
    const word = /^(and|or)(?=[\s\u3000"()]|$)/i.exec(this.#query.slice(from, from + 4))?.[1]?.toLowerCase();
    if (word === "and" || word === "or") {
      this.at += word.length;
      return { word, from };
    }
    return this.#operand(depth);
  }

  #ends(char: string | undefined): boolean {
    return char === undefined || char === ")" || blank.test(char);
  }

  #operand(depth: number): Node | SearchProblem {
    const from = this.at;
    if (this.#query[from] !== "(") return this.#term();
    if (depth === deepest) return problem(from, 1, "Too many parentheses inside each other.");
    this.at++;
    const node = this.group(depth + 1);
    if (isProblem(node)) return node;
    if (this.#query[this.at] !== ")")
      return problem(from, 1, "This “(” is never closed. Close it, or write “\\(” to find the character.");
    this.at++;
    return node ?? problem(from, this.at - from, "There is nothing between these parentheses.");
  }

  /** `word`, `"several words"`, `key:value`, `key:"a value"` or `"key:a value"`. */
  #term(): Node | SearchProblem {
    const from = this.at;
    if (this.#query[from] === '"') {
      const end = this.#quoted();
      return isProblem(end) ? end : readTerm({ raw: this.#query.slice(from + 1, end), offset: from + 1 });
    }
    let colon = -1;
    for (; this.at < this.#query.length; this.at++) {
      const char = this.#query[this.at] as string;
      if (char === "\\") {
        const next = this.#query[this.at + 1];
        if (next === undefined || blank.test(next))
          return problem(this.at, 1, "A “\\” must stand before a character. Write “\\\\” to find one.");
        this.at++;
      } else if (char === '"' && colon === this.at - 1 && colon >= from) {
        const open = this.at;
        const end = this.#quoted();
        if (isProblem(end)) return end;
        return readTerm(
          { raw: this.#query.slice(from, open), offset: from },
          { raw: this.#query.slice(open + 1, end), offset: open + 1 },
        );
      } else if ('"()'.includes(char) || blank.test(char)) break;
      else if (char === ":") colon = this.at;
    }
    return readTerm({ raw: this.#query.slice(from, this.at), offset: from });
  }

  /** Moves behind a quoted text and gives the place of its last quote. */
  #quoted(): number | SearchProblem {
    const from = this.at;
    for (let i = from + 1; i < this.#query.length; i++) {
      if (this.#query[i] === "\\") i++;
      else if (this.#query[i] === '"') {
        this.at = i + 1;
        return i > from + 1 ? i : problem(from, 2, "There is nothing between these quotes.");
      }
    }
    return problem(from, 1, 'This quote is never closed. Close it, or write “\\"” to find the character.');
  }

  #skipBlanks(): void {
    while (blank.test(this.#query[this.at] ?? "")) this.at++;
  }
}

const join = (type: "and" | "or", nodes: Node[]): Node => (nodes.length === 1 ? (nodes[0] as Node) : { type, nodes });

const misplaced = ({ word, from }: Word) =>
  problem(
    from,
    word.length,
    `“${word}” needs something to find on either side. To find the word itself, write it in quotes.`,
  );
