import { longest } from "../cloze/reveal.ts";
import { applyFilters, type Side } from "./filters.ts";
import type { FieldStep, Program } from "./program.ts";
import type { Scope } from "./scope.ts";

// Of all that filters read for one side; a template may name a long field many times.
const mostRead = 20_000_000;

/** What a program shows on a side; `front` stands for FrontSide. Null if it would be longer than a face may be. */
export function run({ steps }: Program, scope: Scope, side: Side, front: string): string | null {
  const shown = new Map<string, string>();
  let read = 0;
  const show = ({ key, filters }: FieldStep) => {
    if (key === "FrontSide" && !side.question) return front;
    const name = [...filters, key].join(":");
    const before = shown.get(name);
    if (before !== undefined) return before;
    const html = scope.html(key);
    read += html.length * (1 + filters.length);
    if (read > mostRead) return null;
    const text = applyFilters(html, filters, key, side);
    shown.set(name, text);
    return text;
  };
  let html = "";
  for (let i = 0; i < steps.length; ) {
    const step = steps[i++];
    if (step?.kind === "text") html += step.text;
    else if (step?.kind === "field") {
      const text = show(step);
      if (text === null) return null;
      html += text;
    } else if (step && scope.isFilled(step.key) === step.negated) i = step.past;
    if (html.length > longest) return null;
  }
  return html;
}
