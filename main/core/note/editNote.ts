import type { Fault } from "../../contract/faults.ts";
import type { DeckId, NoteId, Records } from "../../contract/shapes.ts";
import { placeCards } from "../bulk/moveCards.ts";
import type { Collection } from "../collection.ts";
import { normaliseFields, normaliseTags, refusal, sameFields, sameTags } from "./fields.ts";
import { noteTypeOf } from "./noteTypes.ts";

/**
 * What an editor's save changes, at that instant: nothing if all is as it was. Fields that are not given stay, and so does the deck. The schedule
 * stays in any case. Faults: `gone`; `badNote` for a field that the type lacks and for a note that could not be asked.
 */
export function editNote(
  collection: Collection,
  edit: { note: NoteId; fields: Record<string, string>; tags: readonly string[]; deck?: DeckId | undefined },
  at: number,
): Records | Fault {
  const note = collection.notes.get(edit.note);
  if (!note) return { code: "gone", detail: "note" };
  const { deck = note.deck } = edit;
  if (deck !== note.deck && !collection.decks.has(deck)) return { code: "gone", detail: "deck" };
  const type = noteTypeOf(collection, note.type);
  const ids = type.fields.map(({ id }) => id);
  const unknown = Object.keys(edit.fields).find((id) => !ids.includes(id));
  if (unknown !== undefined) return { code: "badNote", detail: `this kind of note has no field “${unknown}”` };
  const given = new Map([...Object.entries(note.fields), ...Object.entries(edit.fields)]);
  const fields = normaliseFields(type, given);
  const cause = refusal(type, fields);
  if (cause) return { code: "badNote", detail: cause };
  const tags = normaliseTags(edit.tags);
  if (deck === note.deck && sameFields(note.fields, fields) && sameTags(note.tags, tags)) return {};
  const { cards } = deck === note.deck ? {} : placeCards(collection, [note], () => deck);
  return { notes: [[note, { ...note, deck, fields, tags, modified: at }]], ...(cards && { cards }) };
}
