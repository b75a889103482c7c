import type { NoteTypeId } from "../../contract/shapes.ts";
import { clozeNumbers } from "./cloze.ts";
import { noteTypes } from "./noteTypes.ts";
import { accepted } from "./typed.ts";

/**
 * All fields of the type and no others, "" where there is nothing. Line ends become LF, blanks at the end go; of “Wrong” each
 * line is one answer, so lines are trimmed and empty ones go. Otherwise a field is kept as it was written.
 */
export function normaliseFields(type: NoteTypeId, fields: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(noteTypes[type].fields.map(({ name }) => [name, normalise(name, fields.get(name) ?? "")]));
}

function normalise(name: string, value: string): string {
  const text = normaliseText(value);
  if (name !== "Wrong") return text;
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

export const normaliseText = (text: string) => text.replace(/\r\n?/g, "\n").trimEnd();

/** Tags as they are kept: no blanks in a tag, none twice. */
export const normaliseTags = (tags: readonly string[]) => [
  ...new Set(tags.flatMap((tag) => tag.split(/\s+/)).filter((tag) => tag !== "")),
];

/** Why such a note cannot be kept, as part of a sentence; null if it can. */
export function refusal(type: NoteTypeId, fields: Record<string, string>): string | null {
  const needed = {
    basic: ["Front", "Back"],
    reversed: ["Front", "Back"],
    cloze: ["Text"],
    typed: ["Front", "Back"],
    choice: ["Front", "Right", "Wrong"],
  };
  const empty = needed[type].find((name) => (fields[name] ?? "").trim() === "");
  if (empty) return `the field “${empty}” is empty`;
  if (type === "cloze" && clozeNumbers(fields.Text ?? "").length === 0) {
    return "a cloze needs a gap, such as {{c1::Yerevan}}";
  }
  if (type === "typed" && accepted(fields.Back ?? "").length === 0) return "the field “Back” has no answer";
  return null;
}

/** Whether two notes say the same; a field that is not there says nothing. */
export function sameFields(a: Record<string, string>, b: Record<string, string>): boolean {
  return [...Object.keys(a), ...Object.keys(b)].every((name) => (a[name] ?? "") === (b[name] ?? ""));
}

export const sameTags = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((tag, i) => tag === b[i]);
