import type { TemplateProblem } from "../../contract/template.ts";
import { type Token, tokens } from "./tokens.ts";

export type FieldStep = Extract<Token, { kind: "field" }>;
type Open = Extract<Token, { kind: "open" }>;

/** One step of a template. A section that is not shown is left at `past`, so running one needs no recursion. */
export type Step = Extract<Token, { kind: "text" }> | FieldStep | (Open & { past: number });

export type Mistake = Pick<TemplateProblem, "kind" | "offset" | "say">;

/** A template, read. What is wrong with it is said and then mended, so that the rest can still be shown. */
export interface Program {
  steps: Step[];
  mistakes: Mistake[];
}

const deepest = 100;

/** Reads a template; its sections end where they should, or at the latest where it ends. Too deep ones make it unreadable. */
export function program(template: string): Program {
  const steps: Step[] = [];
  const mistakes: Mistake[] = [];
  const stack: (Open & { past: number })[] = [];
  const end = (count: number) => {
    for (const open of stack.splice(stack.length - count)) open.past = steps.length;
  };
  for (const token of tokens(template)) {
    if (token.kind === "open") {
      if (stack.length === deepest) return { steps: [], mistakes: [tooDeep(token)] };
      const step = { ...token, past: 0 };
      steps.push(step);
      stack.push(step);
    } else if (token.kind === "close") {
      const inner = stack.findLastIndex(({ key }) => key === token.key);
      if (inner < 0) mistakes.push(stray(token.key, stack.at(-1), token.offset));
      else if (inner < stack.length - 1) mistakes.push(stray(token.key, stack.at(-1), token.offset));
      if (inner >= 0) end(stack.length - inner);
    } else steps.push(token);
  }
  for (const open of stack) mistakes.push(unclosed(open));
  end(stack.length);
  return { steps, mistakes };
}

const opening = ({ key, negated }: Open) => `{{${negated ? "^" : "#"}${key}}}`;

const unclosed = (open: Open): Mistake => ({
  kind: "unclosed",
  offset: open.offset,
  say: `${opening(open)} is never closed. Write {{/${open.key}}} where it should end.`,
});

function stray(key: string, last: Open | undefined, offset: number): Mistake {
  if (last) {
    const say = `{{/${key}}} stands where {{/${last.key}}} should: what was opened last is closed first.`;
    return { kind: "crossed", offset, say };
  }
  const say = `{{/${key}}} closes nothing: there is no {{#${key}}} or {{^${key}}} before it.`;
  return { kind: "closesNothing", offset, say };
}

const tooDeep = ({ offset }: Open): Mistake => ({
  kind: "tooDeep",
  offset,
  say: `More than ${deepest} sections lie within each other.`,
});
