import { isObject, type Json, type JsonObject, listIn } from "../json.ts";
import { inOrder } from "./keys.ts";
import { fromJson, ours, toJson } from "./message.ts";
import { fieldShape, noteTypeShape, templateShape } from "./shapes.ts";

/** A row of `notetypes`, `fields` or `templates`. */
export interface PartRow {
  name: string;
  config: Uint8Array;
}
export interface TypeRow extends PartRow {
  id: Json;
  mtime: number;
  usn: number;
}
export interface TemplateRow extends PartRow {
  mtime: number;
  usn: number;
}

/** A note type as schema 11 has it; its fields and templates are in their order. Throws for bytes that are no message. */
export function typeToJson(row: TypeRow, fields: readonly PartRow[], templates: readonly TemplateRow[]): JsonObject {
  const { did, ...rest } = toJson(noteTypeShape, row.config);
  const json = {
    ...{ id: row.id, name: row.name, mod: row.mtime, usn: row.usn, did: did || null },
    ...rest,
    tmpls: templates.map((template, ord) => templateToJson(template, ord, row)),
    flds: fields.map(({ name, config }, ord) => ({ name, ord, ...toJson(fieldShape, config) })),
  };
  return inOrder(json, ["id", "name", "type", "mod", "usn", "sortf", "did", "tmpls", "flds", "css"]);
}

/** A stamp of its own is only kept where it is not that of its type. */
function templateToJson({ name, config, mtime, usn }: TemplateRow, ord: number, type: TypeRow): JsonObject {
  const { did, [ours]: kept, ...rest } = toJson(templateShape, config);
  const more: JsonObject = isObject(kept) ? { ...kept } : {};
  if (mtime !== type.mtime || usn !== type.usn) Object.assign(more, { mtime, usn });
  const json = inOrder({ name, ord, ...rest, did: did || null }, [
    "name",
    "ord",
    "qfmt",
    "afmt",
    "bqfmt",
    "bafmt",
    "did",
  ]);
  return Object.keys(more).length > 0 ? { ...json, [ours]: more } : json;
}

/** The rows of a note type of schema 11. */
export function typeFromJson(json: JsonObject): { config: Uint8Array; fields: PartRow[]; templates: TemplateRow[] } {
  return {
    config: fromJson(noteTypeShape, json, ["id", "name", "mod", "usn", "tmpls", "flds"]),
    fields: sorted(json.flds).map((field) => ({
      name: String(field.name ?? ""),
      config: fromJson(fieldShape, { font: "Arial", size: 20, ...field }, ["name", "ord"]),
    })),
    templates: sorted(json.tmpls).map((template) => ({
      name: String(template.name ?? ""),
      config: fromJson(templateShape, template, ["name", "ord"]),
      ...stampOf(template[ours], json),
    })),
  };
}

function stampOf(kept: Json | undefined, type: JsonObject): { mtime: number; usn: number } {
  const { mtime = type.mod ?? 0, usn = type.usn ?? 0 } = isObject(kept) ? kept : {};
  const whole = (value: Json) => (Number.isInteger(Number(value)) ? Number(value) : 0);
  return { mtime: whole(mtime), usn: whole(usn) };
}

const sorted = (list: Json | undefined): JsonObject[] =>
  listIn(list)
    .filter(isObject)
    .sort((a, b) => Number(a.ord ?? 0) - Number(b.ord ?? 0));
