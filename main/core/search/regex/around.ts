import { wordChars } from "./chars.ts";
import type { Assertion } from "./syntax.ts";

/** What lies on one side of a place in a text, as far as a pattern can ask. */
export type Side = "edge" | "newline" | "word" | "other";

/** The side that this character is. */
export const sideOf = (point: number): Side => (point === 10 ? "newline" : wordChars.has(point) ? "word" : "other");

/** Whether a place between these two is one that was asked for. */
export function holds(kind: Assertion, before: Side, after: Side): boolean {
  switch (kind) {
    case "start":
      return before === "edge";
    case "end":
      return after === "edge";
    case "lineStart":
      return before === "edge" || before === "newline";
    case "lineEnd":
      return after === "edge" || after === "newline";
    case "word":
      return (before === "word") !== (after === "word");
    case "notWord":
      return (before === "word") === (after === "word");
  }
}
