import type { FieldType, NoteType, Template } from "../../contract/shapes.ts";
import { renameFiles } from "../media/references.ts";
import { playsItsPart } from "../note/fields.ts";
import { cameKeys } from "./base.ts";
import { type Context, ownId } from "./context.ts";

/** A note type of a parcel that can be kept here, with the ids that its fields have there. */
export interface UsableType {
  type: NoteType;
  /** Ids of fields in the parcel to those of `type`; only where they differ. */
  fields: Map<string, string>;
}

const reserved: ReadonlySet<string> = new Set(Object.values(cameKeys));

/** Fields each with an id of its own, templates with distinct ordinals, names of files as they are here. */
export function usableType(type: NoteType, renames: ReadonlyMap<string, string>, { newId }: Context): UsableType {
  const changed = new Map<string, string>();
  const used = new Set<string>();
  const fields = type.fields.map((field): FieldType => {
    const id = ownId(field.id, (each) => reserved.has(each), used, newId);
    if (id === field.id) return field;
    if (!changed.has(field.id)) changed.set(field.id, id);
    return { ...field, id };
  });
  const sort = changed.get(type.sort) ?? type.sort;
  const next: NoteType = {
    ...type,
    fields,
    sort: fields.some(({ id }) => id === sort) ? sort : (fields[0]?.id ?? ""),
    templates: distinctOrds(type.templates).map((template) => withFiles(template, renames)),
    css: renames.size > 0 ? renameFiles(type.css, renames) : type.css,
  };
  return { type: { ...next, stock: playsItsPart(next) ? next.stock : null }, fields: changed };
}

function distinctOrds(templates: readonly Template[]): Template[] {
  const used = new Set<number>();
  return templates.map((template) => {
    let { ord } = template;
    if (!Number.isInteger(ord) || ord < 0 || used.has(ord)) ord = 1 + Math.max(-1, ...used);
    used.add(ord);
    return ord === template.ord ? template : { ...template, ord };
  });
}

function withFiles(template: Template, renames: ReadonlyMap<string, string>): Template {
  if (renames.size === 0) return template;
  const { front, back, listFront, listBack } = template;
  const next = (text: string) => renameFiles(text, renames);
  return { ...template, front: next(front), back: next(back), listFront: next(listFront), listBack: next(listBack) };
}
