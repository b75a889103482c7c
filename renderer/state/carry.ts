import type { FieldType, NoteType } from "../../main/contract/shapes.ts";

interface Carried {
  /** By id of the field of the new type. */
  values: Record<string, string>;
  /** What found no field, by the name of the one that it was in. */
  left: ReadonlyMap<string, string>;
}

/**
 * The texts of one type in the fields of another: by name, and what finds none by place. `aside` is what found none before; it
 * only goes where it came from.
 */
export function carry(
  from: NoteType,
  to: NoteType,
  texts: Readonly<Record<string, string>>,
  aside: ReadonlyMap<string, string>,
): Carried {
  const left = new Map([...aside, ...from.fields.map(({ id, name }) => [name, texts[id] ?? ""] as const)]);
  const values: Record<string, string> = {};
  const open: FieldType[] = [];
  for (const field of to.fields) {
    const text = left.get(field.name);
    if (text === undefined) open.push(field);
    else values[field.id] = text;
    left.delete(field.name);
  }
  for (const [name, text] of left) {
    const place = open.findIndex((field) => takes(to, field, text));
    if (text !== "" && (aside.has(name) || place < 0)) continue;
    const [field] = text === "" ? [] : open.splice(place, 1);
    if (field) values[field.id] = text;
    left.delete(name);
  }
  return { values, left };
}

/** The picture of an occlusion is a picture, and its shapes are drawn. */
function takes({ stock }: NoteType, { id }: FieldType, text: string): boolean {
  if (stock !== "occlusion") return !/^\{\{c\d+::image-occlusion:/.test(text);
  return id !== "Occlusion" && (id !== "Image" || /!\[|<img/i.test(text));
}
