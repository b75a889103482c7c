import type { Note, NoteType } from "../../contract/shapes.ts";
import type { ImportOptions } from "../../contract/transfer.ts";
import { type Collection, guidOf } from "../collection.ts";
import { firstText } from "../note/firstFields.ts";
import { noteTypeOf } from "../note/noteTypes.ts";
import type { Parcel } from "../parcel/parcel.ts";
import { fieldsHere, type Places } from "./places.ts";

export interface Matched {
  /** The note here that each of the parcel is; null for a new one. */
  mine: (Note | null)[];
  /** By what each is known; null where by its first field alone. */
  guids: (string | null)[];
  /** Places of notes whose guid another had before them in the parcel. */
  twice: Set<number>;
}

/**
 * By guid, in whatever deck; nameless notes by their type and first field, as a reader sees it, and by their deck but for tables that say otherwise. None
 * is matched twice: a note whose guid came before gets one of its own, which is the same every time. Broken notes are none at all.
 */
export function matchNotes(
  collection: Collection,
  parcel: Parcel,
  places: Places,
  options: ImportOptions,
  isBroken: (n: number) => boolean,
): Matched {
  const byGuid = new Map<string, Note>();
  for (const note of collection.notes.values()) {
    const guid = guidOf(note);
    if (!byGuid.has(guid)) byGuid.set(guid, note);
  }
  const seen = new Map<string, number>();
  const twice = new Set<number>();
  const taken = new Set<Note>();
  const guids = parcel.notes.map((note, n) => {
    if (note.nameless || guidOf(note) === "" || isBroken(n)) return null;
    const guid = guidOf(note);
    const count = (seen.get(guid) ?? 0) + 1;
    seen.set(guid, count);
    if (count === 1) return guid;
    twice.add(n);
    return `${guid} ${count}`;
  });
  const mine = guids.map((guid) => {
    const note = guid === null ? undefined : byGuid.get(guid);
    if (!note || taken.has(note)) return null;
    taken.add(note);
    return note;
  });
  if (!options.duplicates && guids.includes(null))
    matchNameless(collection, parcel, places, options, { mine, guids }, taken, isBroken);
  return { mine, guids, twice };
}

function matchNameless(
  collection: Collection,
  parcel: Parcel,
  places: Places,
  options: ImportOptions,
  { mine, guids }: Pick<Matched, "mine" | "guids">,
  taken: ReadonlySet<Note>,
  isBroken: (n: number) => boolean,
): void {
  const withDeck = options.text?.match !== "type";
  const wanted = { types: new Set<string>(), decks: new Set<string>() };
  const keys = parcel.notes.map((note, n) => {
    const target = guids[n] !== null || isBroken(n) ? null : places.types.of(note.type);
    if (!target) return null;
    const text = tellingText(target.type, fieldsHere(note, target, places.media.renames));
    const deck = withDeck ? places.decks.of(note.deck).here.id : "";
    wanted.types.add(target.type.id);
    wanted.decks.add(deck);
    return keyOf(target.type.id, text, deck);
  });
  const candidates = new Map<string, Note[]>();
  for (const note of collection.notes.values()) {
    if (!wanted.types.has(note.type) || taken.has(note) || (withDeck && !wanted.decks.has(note.deck))) continue;
    const text = tellingText(noteTypeOf(collection, note.type), note.fields);
    const key = keyOf(note.type, text, withDeck ? note.deck : "");
    const alike = candidates.get(key);
    if (alike) alike.push(note);
    else candidates.set(key, [note]);
  }
  for (const alike of candidates.values()) alike.sort((a, b) => a.position - b.position).reverse();
  keys.forEach((key, n) => {
    if (key !== null) mine[n] = candidates.get(key)?.pop() ?? null;
  });
}

/** The first field as a reader sees it; where that says nothing, all fields as they were written. */
const tellingText = (type: NoteType, fields: Readonly<Record<string, string>>): string =>
  firstText(type, fields) || JSON.stringify(type.fields.map(({ id }) => fields[id] ?? ""));

const keyOf = (type: string, text: string, deck: string) => `${type}\n${deck}\n${text}`;
