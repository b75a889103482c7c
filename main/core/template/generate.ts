import type { NoteType } from "../../contract/shapes.ts";
import { clozeNumbers } from "../cloze/parse.ts";
import { isBlank } from "./blank.ts";
import { type Compiled, compiled } from "./compiled.ts";
import { isSpecial } from "./names.ts";

/** Anki's limit: the gaps of all higher numbers share the last card. */
const mostCards = 500;

/**
 * The ordinals of the cards that a note makes, ascending, exactly as in Anki: those of the templates whose front shows something
 * that is not empty, or one for each number of a gap in any field; and never none. Only a template that has a mistake differs: it
 * makes its card, so that the mistake is seen.
 */
export function generatedOrds(
  type: NoteType,
  fields: Readonly<Record<string, string>>,
  tags: readonly string[] = [],
): readonly number[] {
  const [first] = type.templates;
  if (!first) return [];
  if (type.kind === "standard" && type.templates.length === 1) return [first.ord];
  const found = filledOrds(type, fields, tags);
  return found.length > 0 ? found : [first.ord];
}

/** Those of them that have something to ask: none, where `generatedOrds` makes one all the same. */
export const filledOrds = (
  type: NoteType,
  fields: Readonly<Record<string, string>>,
  tags: readonly string[] = [],
): readonly number[] => (type.kind === "cloze" ? gaps(type, fields) : fronts(type, fields, tags));

function gaps(type: NoteType, fields: Readonly<Record<string, string>>): number[] {
  const ords = new Set<number>();
  for (const { id } of type.fields) {
    for (const number of clozeNumbers(fields[id] ?? "")) ords.add(Math.min(number, mostCards) - 1);
  }
  return [...ords].sort((a, b) => a - b);
}

function fronts(type: NoteType, fields: Readonly<Record<string, string>>, tags: readonly string[]): number[] {
  const { byOrd, fields: ids } = compiled(type);
  // What is true of every card counts; the number of the card does not.
  const isFilled = (key: string) => {
    const id = ids.get(key);
    if (id !== undefined) return !isBlank(type, fields[id]);
    return key === "Tags" ? tags.length > 0 : isSpecial(key);
  };
  const made: number[] = [];
  for (const template of byOrd) if (makesCard(template, isFilled)) made.push(template.ord);
  return made;
}

/** Whether the front shows anything but text of the template's own. */
export function makesCard({ front: { steps }, problems }: Compiled, isFilled: (key: string) => boolean): boolean {
  for (let i = 0; i < steps.length; ) {
    const step = steps[i++];
    if (step?.kind === "field" && isFilled(step.key)) return true;
    if (step?.kind === "open" && isFilled(step.key) === step.negated) i = step.past;
  }
  return problems.some(({ side }) => side === "front");
}
