import type { Fault } from "../../contract/faults.ts";
import type { NoteType, NoteTypeId, Records } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import { allNoteTypes, knownType } from "../note/noteTypes.ts";
import { newField } from "./editFields.ts";
import { behind, newTemplate } from "./editTemplates.ts";
import { cleanName, nameRefusal } from "./names.ts";

/** What a new type begins as: a copy of another, or blank. */
export type Beginning = { copy: NoteTypeId } | { copy: null; kind: NoteType["kind"]; format: NoteType["format"] };

/** A new note type of the person's own. Faults: `gone` for a type to copy that is not there; `badType` for its name. */
export function addType(
  collection: Collection,
  { name, from }: { name: string; from: Beginning },
  at: number,
  newId: () => string,
): { records: Records; type: NoteType } | Fault {
  const others = allNoteTypes(collection).map((type) => type.name);
  const cause = nameRefusal(name, others);
  if (cause) return { code: "badType", detail: cause };
  const base = from.copy === null ? blank(from, newId) : knownType(collection, from.copy);
  if (!base) return { code: "gone", detail: "note type" };
  const type: NoteType = { ...base, id: newId(), name: cleanName(name), modified: at };
  return { records: { noteTypes: [[null, type]] }, type };
}

function blank({ kind, format }: Pick<NoteType, "kind" | "format">, newId: () => string): NoteType {
  const cloze = kind === "cloze";
  const fields = (cloze ? ["Text", "Extra"] : ["Front", "Back"]).map((name) => newField(newId(), name));
  const template = cloze
    ? newTemplate(0, "Cloze", "{{cloze:Text}}", "{{cloze:Text}}\n\n{{Extra}}")
    : newTemplate(0, "Card 1", "{{Front}}", behind("{{Back}}"));
  const sort = fields[0]?.id ?? "";
  return { id: "", name: "", kind, format, stock: null, fields, sort, templates: [template], css: "", modified: 0 };
}
