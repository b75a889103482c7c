import type { Fault } from "../../contract/faults.ts";
import type { TypeEdit } from "../../contract/noteTypeEdits.ts";
import type { NoteType } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import { stockType } from "../note/noteTypes.ts";
import { addField, deleteField, moveField, renameField } from "./editFields.ts";
import { addTemplate, deleteTemplate, moveTemplate } from "./editTemplates.ts";
import { freeOrd } from "./typeNotes.ts";

/** A draft after one step; nothing is saved. Fault: `badType`. */
export function shapeType(
  collection: Collection,
  type: NoteType,
  edit: TypeEdit,
  newId: () => string,
): NoteType | Fault {
  switch (edit.kind) {
    case "addField":
      return addField(type, newId());
    case "renameField":
      return renameField(type, edit.field, edit.name);
    case "moveField":
      return moveField(type, edit.field, edit.to);
    case "deleteField":
      return deleteField(type, edit.field);
    case "addTemplate":
      return addTemplate(type, freeOrd(collection, type));
    case "moveTemplate":
      return moveTemplate(type, edit.ord, edit.to);
    case "deleteTemplate":
      return deleteTemplate(type, edit.ord);
    case "restore": {
      const came = stockType(type.id);
      if (!came) return { code: "badType", detail: "This note type is your own: there is nothing to restore." };
      return { ...came, modified: type.modified };
    }
  }
}
