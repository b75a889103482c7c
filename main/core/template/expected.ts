import type { Note, NoteType } from "../../contract/shapes.ts";
import { bareText, parseCloze } from "../cloze/parse.ts";
import { gapsOf } from "../cloze/reveal.ts";
import { stripHtml } from "../html/strip.ts";
import { compiled } from "./compiled.ts";
import { asksToType } from "./filters.ts";
import type { FieldStep } from "./program.ts";
import { templateOf } from "./render.ts";
import { scopeOf } from "./scope.ts";

/** The text that the first `type:` on the front expects; null if the card asks for nothing to be typed. */
export function expectedAnswer(type: NoteType, note: Note, ord: number): string | null {
  const step = typedField(type, note, ord);
  if (!step) return null;
  const id = compiled(type).fields.get(step.key);
  if (id === undefined) return null;
  const written = note.fields[id] ?? "";
  const wanted = asksToType(step.filters) === "cloze" ? gapTexts(written, ord + 1) : written;
  return type.format === "html" ? typeable(wanted) : wanted.trim();
}

function typedField(type: NoteType, note: Note, ord: number): FieldStep | null {
  const template = templateOf(type, ord);
  if (!template) return null;
  const { steps } = template.front;
  const card = { type, note, ord, name: template.name, deck: "", flag: 0, toHtml: (text: string) => text };
  const { isFilled } = scopeOf(card);
  for (let i = 0; i < steps.length; ) {
    const step = steps[i++];
    if (step?.kind === "field" && asksToType(step.filters)) return step;
    if (step?.kind === "open" && isFilled(step.key) === step.negated) i = step.past;
  }
  return null;
}

/** What is in the gaps of one number; once, if all say the same. */
function gapTexts(text: string, number: number): string {
  const texts = gapsOf(parseCloze(text), number).map(({ children }) => bareText(children));
  return new Set(texts).size === 1 ? (texts[0] ?? "") : texts.join(", ");
}

/** One line without form or sound. */
export function typeable(html: string): string {
  const spaced = html.replace(/<(?:br|\/?div|\/?p|\/?li)\b[^>]{0,200}>/gi, " ").replace(/\[sound:[^\]]{0,500}\]/g, "");
  return stripHtml(spaced).replace(/\s+/g, " ").trim();
}
