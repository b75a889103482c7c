import type { NoteType } from "../../contract/shapes.ts";
import type { Hint } from "../../contract/writing.ts";
import { stripTags, textOf } from "../html/strip.ts";
import { parseMarkdown } from "../note/markdown.ts";
import { plainText } from "../note/plainText.ts";
import { accepted } from "../note/typed.ts";

/** What a rule looks at: a note as it is being written. */
export interface Subject {
  type: NoteType;
  fields: Readonly<Record<string, string>>;
  /** Ids of the fields that ask and that answer; null where the type does not say. */
  question: string | null;
  answer: string | null;
  /** Their words, without form; a line each. */
  asked: string;
  answered: string;
}

export interface Advice extends Hint {
  /** The greater comes first. */
  weight: number;
}

export function subjectOf(type: NoteType, fields: Readonly<Record<string, string>>): Subject {
  const [first, second] = type.fields.map(({ id }) => id);
  const has = (id: string) => type.fields.some((field) => field.id === id);
  const isCloze = type.kind === "cloze";
  const question = (has("Front") ? "Front" : first) ?? null;
  const part = type.stock === "choice" ? "Right" : "Back";
  const answer = isCloze || isUnclear(type) ? null : ((has(part) ? part : second) ?? null);
  const words = (id: string | null) => (id === null ? "" : plain(type, fields[id] ?? ""));
  const answered = type.stock === "typed" && answer ? (accepted(fields[answer] ?? "")[0] ?? "") : words(answer);
  return { type, fields, question: isCloze ? null : question, answer, asked: isCloze ? "" : words(question), answered };
}

/** Of a type of the person's own with many fields nothing says which of them is asked and which answers. */
const isUnclear = ({ stock, fields }: NoteType) => stock === null && fields.length > 3;

/** The words of a field, a line each. */
export function plain({ format }: Pick<NoteType, "format">, text: string): string {
  if (format === "markdown") return plainText(parseMarkdown(text)).trim();
  const lines = stripTags(text, (tag) => (/^<(?:br|\/?(?:div|p|li|tr|h[1-6]|ul|ol))\b/i.test(tag) ? "\n" : ""));
  return textOf(lines)
    .replace(/\n{2,}/g, "\n")
    .trim();
}
