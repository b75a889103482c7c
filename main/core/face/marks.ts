import type { TypedView } from "../../contract/views.ts";
import { escapeHtml } from "../html/entities.ts";

/** Where the template asks for an answer. */
export interface Mark {
  kind: "type" | "choice";
  /** The field, without filters. */
  field: string;
}

const marks = /\[\[(type|choice):([^\]\n]{1,500})\]\]/g;

/** The first place of a side that asks for an answer; null if none does. */
export function markIn(html: string): Mark | null {
  for (const [, kind, rest = ""] of html.matchAll(marks)) {
    const field = rest.slice(rest.lastIndexOf(":") + 1).trim();
    return { kind: kind === "choice" ? "choice" : "type", field };
  }
  return null;
}

/** Writes the answer where it was asked for; where a side repeats the question, only the last place counts. */
export function fillMarks(html: string, answer: string): string {
  const last = [...html.matchAll(marks)].at(-1)?.index;
  return html.replace(marks, (_whole, _kind, _field, at: number) => (at === last ? answer : ""));
}

const run = (name: string, text: string): string => `<span class="${name}">${escapeHtml(text)}</span>`;

/** What was typed above what was expected, as Anki writes it, so that authors' styles fit. */
export function comparison({ verdict, diff }: TypedView): string {
  const expected = diff
    .filter(({ kind }) => kind !== "extra")
    .map(({ kind, text }) => run(kind === "same" ? "typeGood" : "typeMissed", text));
  if (verdict === "right") return `<code id="typeans">${expected.join("")}</code>`;
  // A dash where something is missing, unless something else was typed there.
  const typed = diff.map(({ kind, text }, i) => {
    if (kind !== "missing") return run(kind === "same" ? "typeGood" : "typeBad", text);
    return diff[i - 1]?.kind === "extra" || diff[i + 1]?.kind === "extra" ? "" : run("typeMissed", "-");
  });
  return `<code id="typeans">${typed.join("")}<br><span id="typearrow">↓</span><br>${expected.join("")}</code>`;
}

/** What was expected, when nothing was typed. */
export const expectation = (answers: readonly string[]): string =>
  `<code id="typeans">${answers.map(escapeHtml).join(" | ")}</code>`;
