import type { TypeProblem } from "../../contract/noteTypeEdits.ts";
import type { NoteType } from "../../contract/shapes.ts";
import { mostFields } from "./editFields.ts";
import { mostTemplates } from "./editTemplates.ts";
import { fieldNameRefusal, nameRefusal } from "./names.ts";
import { sideProblems } from "./sideProblems.ts";

/**
 * What is wrong with a type as it would be saved in place of `before` (null for a new one), beside types of the other names.
 * What was wrong already does not keep it from being saved: a deck from elsewhere must stay editable.
 */
export function typeProblems(type: NoteType, before: NoteType | null, otherNames: readonly string[]): TypeProblem[] {
  return [...nameProblems(type, before, otherNames), ...shapeProblems(type, before), ...sideProblems(type, before)];
}

function nameProblems(type: NoteType, before: NoteType | null, otherNames: readonly string[]): TypeProblem[] {
  const problems: TypeProblem[] = [];
  const refuse = (at: TypeProblem["at"], say: string | null) => say && problems.push({ at, say, refuses: true });
  if (type.name !== before?.name) refuse({ in: "type" }, nameRefusal(type.name, otherNames));
  for (const field of type.fields) {
    const was = before?.fields.find(({ id }) => id === field.id);
    const others = type.fields.filter((other) => other !== field).map(({ name }) => name);
    if (field.name !== was?.name) refuse({ in: "field", field: field.id }, fieldNameRefusal(field.name, others));
  }
  for (const { ord, name } of type.templates) {
    const was = before?.templates.find((each) => each.ord === ord);
    const others = type.templates.filter((other) => other.ord !== ord).map((other) => other.name);
    if (name !== was?.name) refuse({ in: "template", ord }, nameRefusal(name, others));
  }
  return problems;
}

function shapeProblems(type: NoteType, before: NoteType | null): TypeProblem[] {
  const { fields, templates, kind } = type;
  const causes: (string | false)[] = [
    fields.length === 0 && "A note type needs at least one field.",
    fields.length > mostFields && `A note type has at most ${mostFields} fields.`,
    templates.length === 0 && "A note type needs at least one card.",
    templates.length > mostTemplates && `A note type has at most ${mostTemplates} cards.`,
    kind === "cloze" && templates.length > 1 && "A cloze has one template: each gap number makes a card of it.",
    before !== null && before.kind !== kind && "What makes the cards of a note type cannot be changed afterwards.",
    twice(fields.map(({ id }) => id)) && "Two of the fields are the same field.",
    twice(templates.map(({ ord }) => String(ord))) && "Two of the cards are the same card.",
    !fields.some(({ id }) => id === type.sort) && "The field to sort by is none of the fields.",
  ];
  return causes.filter((say) => say !== false).map((say) => ({ at: { in: "type" }, say, refuses: true }));
}

const twice = (items: readonly string[]): boolean => new Set(items).size < items.length;
