import type { SearchProblem } from "../../../contract/browse.ts";
import { problem } from "../escape.ts";

/** What is wrong with a pattern; caught where reading began. */
export class Refusal extends Error {
  readonly problem: SearchProblem;
  constructor(problem: SearchProblem) {
    super(problem.say);
    this.problem = problem;
  }
}

/** A place in a pattern that is read. */
export class Cursor {
  readonly pattern: string;
  at = 0;

  constructor(pattern: string) {
    this.pattern = pattern;
  }

  take(char: string): boolean {
    const there = this.pattern[this.at] === char;
    if (there) this.at++;
    return there;
  }

  /** A whole code point; "" at the end. */
  next(): string {
    const point = this.pattern.codePointAt(this.at);
    if (point === undefined) return "";
    const char = String.fromCodePoint(point);
    this.at += char.length;
    return char;
  }

  /** What follows, as far as is needed to know what it is. */
  ahead(length: number): string {
    return this.pattern.slice(this.at, this.at + length);
  }

  refuse(offset: number, length: number, say: string): never {
    throw new Refusal(problem(offset, length, say));
  }
}
