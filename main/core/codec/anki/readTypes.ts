import type { NoteType } from "../../../contract/shapes.ts";
import { renameFiles } from "../../media/references.ts";
import { idOf, isObject, type Json, readObject, writeJson } from "./json.ts";
import { keeping } from "./kept.ts";
import type { Problems } from "./problems.ts";
import { readNoteType } from "./readNoteType.ts";

/** Note types by Anki's id, and their JSON. */
export interface ReadTypes {
  byId: Map<string, NoteType>;
  raw: Map<string, Json>;
}

export function readTypes(models: string, renamed: ReadonlyMap<string, string>, problems: Problems): ReadTypes {
  const types: ReadTypes = { byId: new Map(), raw: new Map() };
  const all = readObject(models);
  if (!all) problems.of("the note types", "They cannot be read, so none of the notes can.", "broken");
  const taken = new Set<string>();
  for (const [key, value] of Object.entries(all ?? {})) {
    const id = isObject(value) ? idOf(value.id) || idOf(key) || key : key;
    if (!isObject(value)) continue;
    const read = readNoteType(value, id);
    if (read.fields.length === 0 || read.templates.length === 0) {
      problems.of(`note type ${id}`, `“${read.name}” has no fields or no cards: its notes are left out.`, "broken");
      continue;
    }
    const type = taken.has(read.id) ? { ...read, id } : read;
    taken.add(type.id);
    types.raw.set(id, value);
    types.byId.set(id, { ...renamedType(type, renamed), ...keeping(writeJson(value)) });
  }
  return types;
}

function renamedType(type: NoteType, renamed: ReadonlyMap<string, string>): NoteType {
  if (renamed.size === 0) return type;
  const templates = type.templates.map((template) => ({
    ...template,
    front: renameFiles(template.front, renamed),
    back: renameFiles(template.back, renamed),
  }));
  return { ...type, templates, css: renameFiles(type.css, renamed) };
}
