import type { NoteType, StockId } from "../../contract/shapes.ts";
import { clozeNumbers } from "../cloze/parse.ts";
import { accepted } from "./typed.ts";

/**
 * All fields of the type and no others, by id, "" where there is nothing. Line ends become LF, blanks at the end go; of “Wrong”
 * each line is one answer, so lines are trimmed and empty ones go. Otherwise a field is kept as it was written.
 */
export function normaliseFields(type: NoteType, fields: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(type.fields.map(({ id }) => [id, normalise(type, id, fields.get(id) ?? "")]));
}

function normalise(type: NoteType, id: string, value: string): string {
  const text = normaliseText(value);
  if (type.stock !== "choice" || id !== "Wrong") return text;
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

/** Fields without which a note of that kind could not be asked. */
const needed: Record<StockId, readonly string[]> = {
  basic: ["Front", "Back"],
  reversed: ["Front", "Back"],
  optionalReversed: ["Front", "Back"],
  cloze: ["Text"],
  typed: ["Front", "Back"],
  occlusion: ["Image"],
  choice: ["Front", "Right", "Wrong"],
};

/** Whether a type still has the fields without which it is not the kind that it was made from. */
export const playsItsPart = ({ stock, fields }: NoteType): boolean =>
  stock === null || needed[stock].every((id) => fields.some((field) => field.id === id));

/** Why such a note cannot be kept, as part of a sentence; null if it can. A type of the person's own needs its first field. */
export function refusal(type: NoteType, fields: Record<string, string>): string | null {
  const [first] = type.fields;
  const ids = type.stock ? needed[type.stock] : first ? [first.id] : [];
  const empty = type.fields.find(({ id }) => ids.includes(id) && (fields[id] ?? "").trim() === "");
  if (empty) return `the field “${empty.name}” is empty`;
  if (type.kind === "cloze" && clozeNumbers(type.fields.map(({ id }) => fields[id] ?? "").join("\n")).length === 0)
    return type.stock === "occlusion" ? "nothing is hidden yet: draw a shape on the picture" : noGap;
  if (type.stock === "typed" && accepted(fields.Back ?? "").length === 0) return "the field “Back” has no answer";
  return null;
}

const noGap = "a cloze needs a gap, such as {{c1::Yerevan}}";

/** Whether two notes say the same; a field that is not there says nothing. */
export function sameFields(a: Record<string, string>, b: Record<string, string>): boolean {
  return [...Object.keys(a), ...Object.keys(b)].every((name) => (a[name] ?? "") === (b[name] ?? ""));
}

export const sameTags = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((tag, i) => tag === b[i]);
