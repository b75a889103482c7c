import type { Deck, NoteType } from "../../../contract/shapes.ts";
import { guidOf } from "../../collection.ts";
import { cameOf } from "../../import/base.ts";
import { normaliseFields, normaliseTags, refusal, sameFields, sameTags } from "../../note/fields.ts";
import { stockTypes } from "../../note/stockTypes.ts";
import type { Parcel, ParcelNote } from "../../parcel/parcel.ts";
import type { NoteText } from "./deckText.ts";
import { isPlain } from "./encode.ts";
import { common, kinds } from "./keys.ts";
import { typeNames } from "./typeNames.ts";

export interface WrittenNote {
  note: ParcelNote;
  /** Without its path. */
  text: NoteText;
  /** What its text does not say, and how the note was when it was written. */
  rest: { known: string } & Record<string, unknown>;
}

/** The notes of a parcel as they stand in a text, each with what that does not say. */
export function textNotes(parcel: Parcel): WrittenNote[] {
  const names = typeNames(parcel.noteTypes);
  const types = new Map([...names.values()].map((type) => [type.id, type]));
  const nameOf = new Map([...names].map(([name, { id }]) => [id, name]));
  const changed = new Set(parcel.noteTypes.map(({ id }) => id));
  const decks = new Map(parcel.decks.map((deck) => [deck.id, deck]));
  const used = new Set<string>();
  return parcel.notes.map((note) => {
    const type = types.get(note.type);
    const known = unused(guidOf(note) || note.id, used);
    const fields = Object.fromEntries((type?.fields ?? []).map(({ id }) => [id, note.fields[id] ?? ""]));
    const text: NoteText = { id: known, type: note.type, path: [], fields, tags: note.tags };
    if (!isHandmade(text, type, changed))
      text.free = {
        type: nameOf.get(note.type) ?? note.type,
        names: (type?.fields ?? []).map(({ id, name }): [string, string] => [id, name]),
      };
    const former = Object.entries(note.fields).filter(([id]) => !(id in fields));
    const rest = {
      ...{ known, id: note.id, ...(note.guid !== undefined && { guid: note.guid }) },
      ...{ position: note.position, created: note.created, modified: note.modified },
      ...(former.length > 0 && { former: Object.fromEntries(former) }),
      came: baseOf({ ...note, fields }, decks.get(note.deck)),
      ...(note.kept && { kept: note.kept }),
    };
    return { note, text, rest };
  });
}

/** How a note was written: by this one can tell what was changed since. */
export const baseOf = (
  { type, fields, tags, modified }: ParcelNote,
  deck: Deck | undefined,
): Record<string, string> => {
  const name = deck?.name ?? "";
  return cameOf({ type, fields, tags, deck: "", deckHere: name, deckThere: name, modified });
};

/** Whether a note has the form in which people write theirs, and comes back from it as it is. */
function isHandmade(
  { type, fields, tags }: NoteText,
  own: NoteType | undefined,
  changed: ReadonlySet<string>,
): boolean {
  const kind = kinds.find((each) => each.type === type);
  if (!kind || !own || (changed.has(type) && (own.stock !== type || own.format !== "markdown"))) return false;
  const ours = stockTypes[kind.type];
  const keyed = new Set([...kind.keys, ...common].map(([, field]) => field));
  if (Object.entries(fields).some(([id, value]) => value !== "" && (!keyed.has(id) || !isPlain(value)))) return false;
  if (kind.keys.some(([, field]) => (fields[field] ?? "").trim() === "")) return false;
  return (
    sameFields(normaliseFields(ours, new Map(Object.entries(fields))), fields) &&
    refusal(ours, fields) === null &&
    sameTags(normaliseTags([tags.join(" ")]), tags)
  );
}

function unused(id: string, used: Set<string>): string {
  let free = id;
  for (let n = 2; used.has(free); n++) free = `${id}~${n}`;
  used.add(free);
  return free;
}
