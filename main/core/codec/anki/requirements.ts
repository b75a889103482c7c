import type { NoteType } from "../../../contract/shapes.ts";
import { type Compiled, compiled } from "../../template/compiled.ts";
import { makesCard } from "../../template/generate.ts";

/** Anki's `req`: which fields a template needs to make a card, any of them or all. Newer versions find it out for themselves. */
export function requirementsOf(type: NoteType): [ord: number, kind: "any" | "all" | "none", fields: number[]][] {
  const names = type.fields.map(({ name }) => name);
  if (type.kind === "cloze") {
    const shown = names.flatMap((name, i) => (type.templates[0]?.front.includes(`cloze:${name}}}`) ? [i] : []));
    return [[0, "any", shown]];
  }
  return compiled(type).templates.map((template, ord) => {
    const alone = names.flatMap((name, i) => (makes(template, (each) => each === name) ? [i] : []));
    if (alone.length > 0) return [ord, "any", alone];
    if (!makes(template, () => true)) return [ord, "none", []];
    return [ord, "all", names.flatMap((name, i) => (makes(template, (each) => each !== name) ? [] : [i]))];
  });
}

/** Whether a card is made of the fields for which it holds. */
const makes = (template: Compiled, isFilled: (name: string) => boolean): boolean =>
  makesCard({ ...template, problems: [] }, isFilled);
