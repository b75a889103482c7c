import type { NoteType } from "../../contract/shapes.ts";
import type { TemplateProblem } from "../../contract/template.ts";
import { frontSide, isCardNumber, isSpecial } from "./names.ts";
import { type Mistake, type Program, program, type Step } from "./program.ts";

/** A template of a note type, read; with all that is wrong in it. */
export interface Compiled {
  ord: number;
  name: string;
  front: Program;
  back: Program;
  /** What lists show instead, if anything. */
  listFront: Program | null;
  listBack: Program | null;
  problems: TemplateProblem[];
}

export interface CompiledType {
  templates: Compiled[];
  /** The same, by ordinal. */
  byOrd: Compiled[];
  /** Ids of fields by name. */
  fields: ReadonlyMap<string, string>;
}

/** Of the mistakes on one side. */
const mostSaid = 20;

const known = new WeakMap<NoteType, CompiledType>();

/** The templates of a note type, in its order. Note types are values, so each is read once. */
export function compiled(type: NoteType): CompiledType {
  const before = known.get(type);
  if (before) return before;
  const fields = new Map(type.fields.map(({ id, name }) => [name, id] as const).reverse());
  const templates = type.templates.map(({ ord, name, front, back, ...lists }) => {
    const sides = { front: program(front), back: program(back) };
    const problems = (["front", "back"] as const).flatMap((side) => {
      const mistakes = [...sides[side].mistakes, ...unknownNames(sides[side].steps, fields)];
      return mistakes.slice(0, mostSaid).map((mistake) => placed(mistake, side, side === "front" ? front : back));
    });
    const listed = (template: string) => (template.trim() === "" ? null : program(template));
    return { ord, name, ...sides, listFront: listed(lists.listFront), listBack: listed(lists.listBack), problems };
  });
  const made = { templates, byOrd: templates.toSorted((a, b) => a.ord - b.ord), fields };
  known.set(type, made);
  return made;
}

/** Everything that is wrong with the templates of a note type, by the ordinal of the template. */
export function templateProblems(type: NoteType): { ord: number; problems: TemplateProblem[] }[] {
  return compiled(type).templates.map(({ ord, problems }) => ({ ord, problems }));
}

function unknownNames(steps: readonly Step[], fields: ReadonlyMap<string, string>): Mistake[] {
  return steps.flatMap((step): Mistake[] => {
    if (step.kind === "text" || fields.has(step.key) || isSpecial(step.key)) return [];
    const fine =
      step.kind === "field"
        ? step.key === frontSide || (step.key === "" && step.filters.length > 0)
        : isCardNumber(step.key);
    return fine ? [] : [{ kind: "noField", offset: step.offset, say: noField(step.key) }];
  });
}

function noField(key: string): string {
  if (key === "") return "No field is named here. Write the name of one between the braces.";
  if (key === frontSide) return "FrontSide can be shown on the back, but not asked about.";
  return `This note type has no field “${key}”. Names are told apart by capitals and small letters.`;
}

function placed({ kind, offset, say }: Mistake, side: "front" | "back", template: string): TemplateProblem {
  const before = template.slice(0, offset).split("\n");
  return { side, offset, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, kind, say };
}
