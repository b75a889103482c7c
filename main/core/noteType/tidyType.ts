import type { NoteType } from "../../contract/shapes.ts";
import { playsItsPart } from "../note/fields.ts";
import { stockType } from "../note/noteTypes.ts";
import { cleanName } from "./names.ts";

/** A draft as it is kept: names without blanks around them; no longer of a kind whose fields it lacks. */
export function tidyType(type: NoteType, before: NoteType): NoteType {
  const named = <T extends { name: string }>(items: readonly T[]): T[] =>
    items.map((item) => ({ ...item, name: cleanName(item.name) }));
  const next = { ...type, name: cleanName(type.name), fields: named(type.fields), templates: named(type.templates) };
  const stock = type.stock === stockType(type.id)?.stock ? type.stock : before.stock;
  return { ...next, stock: playsItsPart({ ...next, stock }) ? stock : null };
}
