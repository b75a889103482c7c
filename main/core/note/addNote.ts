import type { Fault } from "../../contract/faults.ts";
import type { DeckId, Note, NoteId, NoteTypeId, Records } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import { generatedOrds } from "../template/generate.ts";
import { normaliseFields, normaliseTags, refusal } from "./fields.ts";
import { lastPosition } from "./lastPosition.ts";
import { allNoteTypes } from "./noteTypes.ts";

interface NewNote {
  type: NoteTypeId;
  deck: DeckId;
  fields: Record<string, string>;
  tags: readonly string[];
}

/**
 * A new note, after all that exist. Faults: `gone` for the deck; `badNote` for a type that is not there, for a field that the type lacks,
 * and for a note that could not be asked.
 */
export function addNote(
  collection: Collection,
  { deck, tags, ...given }: NewNote,
  at: number,
  id: NoteId,
): Records | Fault {
  const type = allNoteTypes(collection).find((one) => one.id === given.type);
  if (!collection.decks.has(deck)) return { code: "gone", detail: "deck" };
  if (!type) return { code: "badNote", detail: "this kind of note is no longer here" };
  const unknown = Object.keys(given.fields).find((field) => !type.fields.some(({ id }) => id === field));
  if (unknown !== undefined) return { code: "badNote", detail: `this kind of note has no field “${unknown}”` };
  const fields = normaliseFields(type, new Map(Object.entries(given.fields)));
  const cause = refusal(type, fields) ?? (generatedOrds(type, fields).length === 0 ? noCard : null);
  if (cause) return { code: "badNote", detail: cause };
  const position = lastPosition(collection) + 1;
  const note: Note = {
    ...{ id, type: type.id, deck, fields, tags: normaliseTags(tags) },
    ...{ position, created: at, modified: at },
  };
  return { notes: [[null, note]] };
}

const noCard = "it makes no card, since the fields that its cards ask are empty";
