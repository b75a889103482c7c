import type { Fault } from "../../contract/faults.ts";
import type { FieldType, NoteType, Template } from "../../contract/shapes.ts";
import { moved } from "./moved.ts";
import { cleanName, fieldNameRefusal, freeName } from "./names.ts";
import { renameReferences, showsField } from "./references.ts";

export const newField = (id: string, name: string, help = ""): FieldType => ({
  id,
  name,
  help,
  rtl: false,
  sticky: false,
  font: "",
  size: 0,
  unsearched: false,
});

export const mostFields = 100;

/** A new field at the end, with a name that is free. Fault `badType` if there are too many. */
export function addField(type: NoteType, id: string): NoteType | Fault {
  if (type.fields.length >= mostFields)
    return { code: "badType", detail: `A note type has at most ${mostFields} fields.` };
  const names = type.fields.map(({ name }) => name);
  return { ...type, fields: [...type.fields, newField(id, freeName("Field", names, names.length + 1))] };
}

/** References in the templates follow. Fault `badType` for a name that cannot be. */
export function renameField(type: NoteType, id: string, to: string): NoteType | Fault {
  const field = type.fields.find((each) => each.id === id);
  if (!field) return noField;
  const name = cleanName(to);
  if (name === field.name) return type;
  const others = type.fields.filter((each) => each !== field).map((each) => each.name);
  const cause = fieldNameRefusal(to, others);
  if (cause) return { code: "badType", detail: cause };
  const fields = type.fields.map((each) => (each === field ? { ...field, name } : each));
  return { ...type, fields, templates: follow(type.templates, new Map([[field.name, name]])) };
}

/** To that place, counted from 0; beyond the ends is the end. */
export function moveField(type: NoteType, id: string, to: number): NoteType | Fault {
  const from = type.fields.findIndex((each) => each.id === id);
  return from < 0 ? noField : { ...type, fields: moved(type.fields, from, to) };
}

/**
 * References go from the templates, as Anki does it: what a section held stays, and a front that would show no field shows
 * the first. The texts stay in the notes, unseen. Fault `badType` for the last field.
 */
export function deleteField(type: NoteType, id: string): NoteType | Fault {
  const field = type.fields.find((each) => each.id === id);
  if (!field) return noField;
  const fields = type.fields.filter((each) => each !== field);
  const [first] = fields;
  if (!first) return { code: "badType", detail: "A note type needs at least one field." };
  const templates = follow(type.templates, new Map([[field.name, null]])).map((template, i) =>
    template === type.templates[i] ? template : complete(template, type.kind, fields),
  );
  return { ...type, fields, templates, sort: type.sort === id ? first.id : type.sort };
}

const noField: Fault = { code: "badType", detail: "That field is no longer here." };

function follow(templates: readonly Template[], names: ReadonlyMap<string, string | null>): Template[] {
  return templates.map((template) => {
    const { front, back, listFront, listBack } = template;
    const sides = { front, back, listFront, listBack };
    const next = Object.fromEntries(
      Object.entries(sides).map(([side, text]) => [side, renameReferences(text, names)]),
    ) as typeof sides;
    const same = Object.entries(sides).every(([side, text]) => next[side as keyof typeof sides] === text);
    return same ? template : { ...template, ...next };
  });
}

function complete(template: Template, kind: NoteType["kind"], fields: readonly FieldType[]): Template {
  const names = fields.map(({ name }) => name);
  const [first = ""] = names;
  const cloze = kind === "cloze";
  const whole = (text: string) =>
    showsField(text, names, cloze)
      ? text
      : `${text}${text && !text.endsWith("\n") ? "\n" : ""}{{${cloze ? "cloze:" : ""}${first}}}`;
  return { ...template, front: whole(template.front), back: cloze ? whole(template.back) : template.back };
}
