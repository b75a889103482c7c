import type { DuplicateGroup } from "../../contract/browse.ts";
import type { Note } from "../../contract/shapes.ts";
import { sortPlace } from "../browse/names.ts";
import type { Collection } from "../collection.ts";
import { pathOf } from "../deck/decks.ts";
import { ordinals } from "../note/cards.ts";
import { fold as foldAnswer } from "../note/fold.ts";
import { entryOf } from "../search/entries.ts";
import { fold } from "../search/fold.ts";
import { alike } from "./alike.ts";

/**
 * Notes that say the same in a field of that name, whatever their type (null: in the field by which each is listed). Exact
 * means: the same as it is read. Near means alike as `alike` measures it.
 */
export function duplicates(
  collection: Collection,
  notes: readonly Note[],
  field: string | null,
  near: boolean,
): DuplicateGroup[] {
  const rows = notes
    .map((note) => ({ note, text: textOf(collection, note, field) }))
    .filter(({ text }) => text !== "")
    .sort((a, b) => a.note.created - b.note.created || a.note.position - b.note.position);
  const groups = near
    ? alike(rows.map(({ text }) => foldAnswer(text)))
    : same(rows.map(({ text }) => text)).map((members) => ({ members, least: 1 }));
  return groups.map(({ members, least }) => ({
    alike: least,
    notes: members.map((i) => {
      const { note, text } = rows[i] as (typeof rows)[0];
      const deck = collection.decks.get(note.deck);
      const cards = ordinals(collection, note).length;
      return { note: note.id, type: note.type, deck: deck ? pathOf(deck) : [], text: text.slice(0, 300), cards };
    }),
  }));
}

function textOf(collection: Collection, note: Note, field: string | null): string {
  const { type, text } = entryOf(collection, note);
  const wanted = field && fold(field);
  const place = wanted === null ? sortPlace(type) : type.fields.findIndex(({ name }) => fold(name) === wanted);
  return (text.shown[place] ?? "").normalize("NFC");
}

/** The places of equal texts, where there are several. */
function same(texts: readonly string[]): number[][] {
  const groups = new Map<string, number[]>();
  texts.forEach((text, i) => {
    const group = groups.get(text);
    if (group) group.push(i);
    else groups.set(text, [i]);
  });
  return [...groups.values()].filter((group) => group.length > 1);
}
