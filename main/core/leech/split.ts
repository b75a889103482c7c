import type { Note } from "../../contract/shapes.ts";
import type { Draft } from "../../contract/writing.ts";
import { clozeNumbers } from "../cloze/parse.ts";
import type { Collection } from "../collection.ts";
import { splitIntoClozes } from "../doctor/splitIntoClozes.ts";
import { subjectOf } from "../doctor/subject.ts";
import { enumerated } from "../doctor/words.ts";
import { noteTypeOf } from "../note/noteTypes.ts";

/** What Markdown would take for form. */
const form = /[\\`*_{}[\]<>#~|$]/g;

/**
 * A new note that asks for the facts of another one by one: what it asks, then its answer with a gap for each date, name, number or item.
 * Null if fewer than two are found, or the type does not say what asks and what answers.
 */
export function split(collection: Collection, note: Note): Draft | null {
  const type = noteTypeOf(collection, note.type);
  const { question, answer, asked, answered } = subjectOf(type, note.fields);
  if (question === null || answer === null || type.stock === "choice") return null;
  const written = answered.replace(form, "\\$&");
  const gaps = listToClozes(written) ?? splitIntoClozes(written);
  if (gaps === null || clozeNumbers(gaps).length < 2) return null;
  const { Extra = "", Source = "" } = type.format === "markdown" ? note.fields : {};
  const text = `${asked.replace(form, "\\$&")}\n\n${gaps}`.trim();
  return { note: null, type: "cloze", deck: note.deck, fields: { Text: text, Extra, Source }, tags: note.tags };
}

/** A list with a gap for each of its items; null if the text is none. */
function listToClozes(text: string): string | null {
  const items = enumerated(text, 3);
  let rest = text;
  let gaps = "";
  for (const [i, item] of items.entries()) {
    const at = rest.indexOf(item);
    gaps += `${rest.slice(0, at)}{{c${i + 1}::${item}}}`;
    rest = rest.slice(at + item.length);
  }
  return items.length === 0 ? null : gaps + rest;
}
