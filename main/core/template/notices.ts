import type { TemplateProblem } from "../../contract/template.ts";
import { escapeHtml } from "../html/entities.ts";

export const noTemplate =
  "This card has no template any more. Its note is safe: add the template again, or remove empty cards.";
export const emptyFront =
  "The front of this card is empty: all fields that it shows are. Fill one of them in, or remove empty cards.";
export const noGap = (number: number) => `This note has no gap {{c${number}::…}}. Write one, or remove empty cards.`;
export const noShape = (number: number) =>
  `Nothing on this picture is hidden by card ${number}. Draw over what is to be asked, or remove empty cards.`;

export const tooLong = (side: "front" | "back"): TemplateProblem => ({
  side,
  offset: 0,
  line: 1,
  column: 1,
  kind: "tooLong",
  say: `The ${side} would be longer than a megabyte, so it is not shown. The note is safe; make its fields or the template shorter.`,
});

/** A sentence of ours within a face. */
export const box = (say: string) => `<div class="template-problem">${escapeHtml(say)}</div>`;

/** What is wrong with one side, each with its place; "" if nothing is. */
export function problemBox(problems: readonly TemplateProblem[], side: "front" | "back"): string {
  return problems
    .filter((problem) => problem.side === side)
    .slice(0, 10)
    .map((problem) => box(`${side === "front" ? "Front" : "Back"} template${place(problem)}: ${problem.say}`))
    .join("");
}

const place = ({ kind, line, column }: TemplateProblem) =>
  kind === "tooLong" ? "" : `, line ${line}, column ${column}`;
