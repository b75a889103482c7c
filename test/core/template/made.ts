import type { FieldType, Note, NoteType, Template } from "../../../main/contract/shapes.ts";

export const field = (name: string, id = name): FieldType => ({
  id,
  name,
  help: "",
  rtl: false,
  sticky: false,
  font: "",
  size: 0,
  unsearched: false,
});

export const template = (ord: number, front: string, back: string): Template => ({
  ord,
  name: `Card ${ord + 1}`,
  front,
  back,
  listFront: "",
  listBack: "",
});

/** A note type in HTML with these fields and templates. */
export function noteType(
  kind: NoteType["kind"],
  fields: string[],
  templates: [front: string, back: string][],
): NoteType {
  return {
    id: "t",
    name: "T",
    kind,
    format: "html",
    stock: null,
    fields: fields.map((name) => field(name)),
    sort: fields[0] ?? "",
    templates: templates.map(([front, back], ord) => template(ord, front, back)),
    css: "",
    modified: 0,
  };
}

export const note = (fields: Record<string, string>, tags: string[] = []): Note => ({
  id: "n",
  type: "t",
  deck: "d",
  fields,
  tags,
  position: 0,
  created: 0,
  modified: 0,
});
