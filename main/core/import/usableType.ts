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

/** Fields each with an id and a name of its own, templates likewise with ordinals, names of files as they are here. */
export function usableType(type: NoteType, renames: ReadonlyMap<string, string>, { newId }: Context): UsableType {
  const changed = new Map<string, string>();
  const used = new Set<string>();
  const fields = type.fields.map((field): FieldType => {
    const id = ownId(field.id, (each) => reserved.has(each) || each in {}, used, newId);
    if (id === field.id) return field;
    if (!changed.has(field.id)) changed.set(field.id, id);
    return { ...field, id };
  });
  const sort = changed.get(type.sort) ?? type.sort;
  const next: NoteType = {
    ...type,
    fields: distinctNames(fields),
    sort: fields.some(({ id }) => id === sort) ? sort : (fields[0]?.id ?? ""),
    templates: distinctNames(distinctOrds(type.templates)).map((template) => withFiles(template, renames)),
    css: renames.size > 0 ? renameFiles(type.css, renames) : type.css,
  };
  return { type: { ...next, stock: playsItsPart(next) ? next.stock : null }, fields: changed };
}

/** Of several with one name the first keeps it: by names the parts of a type are found again. */
function distinctNames<T extends { name: string }>(parts: readonly T[]): T[] {
  const used = new Set<string>();
  return parts.map((part) => {
    let { name } = part;
    for (let n = 2; used.has(name); n++) name = `${part.name} ${n}`;
    used.add(name);
    return name === part.name ? part : { ...part, name };
  });
}

/** What may be one: no type has as many templates, no note as many gaps. */
export const isOrdinal = (ord: number): boolean => Number.isInteger(ord) && ord >= 0 && ord <= 0xffff;

function distinctOrds(templates: readonly Template[]): Template[] {
  const used = new Set<number>();
  return templates.map((template) => {
    let { ord } = template;
    if (!isOrdinal(ord) || used.has(ord)) for (ord = 0; used.has(ord); ) ord++;
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
