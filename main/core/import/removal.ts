import type { Fault } from "../../contract/faults.ts";
import type { Deck, Import, Records, Tables } from "../../contract/shapes.ts";
import type { RemovalView } from "../../contract/transfer.ts";
import type { Collection } from "../collection.ts";
import { mediaOf } from "../export/mediaOf.ts";
import { allNoteTypes, stockType } from "../note/noteTypes.ts";
import { sameJson } from "../rich/sameJson.ts";
import type { Moment } from "../schedule/moment.ts";
import { removedNotes } from "./removedNotes.ts";
import { daysWithout } from "./removedReviews.ts";

type Pairs<T extends keyof Tables> = [Tables[T] | null, Tables[T] | null][];

/**
 * What takes an import out again, given the records that it brought: only what nobody touched since. Notes that it added go with their
 * cards and reviews if they are as they came; notes that it changed become what they were; decks, types, presets and files that it
 * added go if nothing else uses them. The rest stays. Fault: `gone` for an import that is not there, or was removed.
 */
export function removal(
  collection: Collection,
  records: Records,
  now: Moment,
): { records: Records; view: RemovalView } | Fault {
  const id = records.imports?.find(([, after]) => after)?.[1]?.id ?? "";
  const own = collection.imports.get(id);
  if (!own || own.removed !== null) return { code: "gone", detail: "import" };

  const { notes, cards, reviews, counts } = removedNotes(collection, records, own.at);
  const noteAfter = new Map(notes.map(([before, after]) => [before.id, after]));
  const staying = [...collection.notes.values()].flatMap((note) => {
    const after = noteAfter.get(note.id);
    return after === undefined ? [note] : after === null ? [] : [after];
  });
  const typesInUse = new Set(staying.map(({ type }) => type));
  const touched = new Set(counts.touchedTypes);
  const noteTypes = undone(collection, records, "noteTypes", (before, { id: type }) =>
    before === null && stockType(type) === null ? !typesInUse.has(type) : !touched.has(type),
  );
  const decks = undoneDecks(collection, records, cards, staying);
  const presetsInUse = new Set(remaining(collection.decks, decks).map(({ preset }) => preset));
  const presets = undone(collection, records, "presets", (before, preset) =>
    before === null ? preset.id === "default" || !presetsInUse.has(preset.id) : true,
  );
  const media = unusedMedia(collection, records, staying, noteTypes);
  const days = daysWithout(collection, reviews, now.calendar);
  const removed: Import = { ...own, removed: { at: now.ms, notes: counts.notes } };
  const all: Records = {
    notes,
    cards,
    reviews: reviews.map(([review]) => [review, null]),
    noteTypes,
    decks,
    presets,
    media,
    days,
  };
  const changes = Object.entries(all).filter(([, pairs]) => pairs.length > 0);
  return {
    records: { ...Object.fromEntries(changes), imports: [[own, removed]] },
    view: {
      notes: counts.notes,
      restored: counts.restored,
      touched: counts.touched,
      decks: decks.filter(([, after]) => after === null).length,
      media: media.length,
    },
  };
}

/** The records of a table as they were before the import, those that are still as it left them and may go. */
function undone<T extends "noteTypes" | "presets" | "decks">(
  collection: Collection,
  records: Records,
  table: T,
  mayGo: (before: Tables[T] | null, now: Tables[T]) => boolean,
): Pairs<T> {
  const pairs = (records[table] ?? []) as Pairs<T>;
  return pairs.flatMap(([before, after]): Pairs<T> => {
    const now = (after && collection[table].get(after.id)) as Tables[T] | null | undefined;
    return now && sameJson(now, after) && mayGo(before, now) ? [[now, before]] : [];
  });
}

/** What is left of a table. */
const remaining = <T extends { id: string }>(
  map: ReadonlyMap<string, T>,
  pairs: readonly (readonly [T | null, T | null])[],
): T[] => {
  const after = new Map(pairs.flatMap(([before, next]) => (before ? [[before.id, next] as const] : [])));
  return [...map.values()].flatMap((record) => {
    const next = after.get(record.id);
    return next === undefined ? [record] : next === null ? [] : [next];
  });
};

/** A deck that came goes if no note, no card and no deck that stays lies in it. */
function undoneDecks(
  collection: Collection,
  records: Records,
  cards: Pairs<"cards">,
  staying: readonly { deck: string }[],
): Pairs<"decks"> {
  const used = new Set(staying.map(({ deck }) => deck));
  for (const { deck } of remaining(collection.cards, cards)) if (deck !== undefined) used.add(deck);
  const came = undone(collection, records, "decks", () => true);
  const going = new Set(came.flatMap(([now, before]) => (now && before === null ? [now.id] : [])));
  const names = new Set<string>();
  for (const { id, name } of collection.decks.values())
    if (!going.has(id) || used.has(id)) for (const outer of around(name)) names.add(outer);
  const mayGo = ({ id, name }: Deck) => !used.has(id) && !names.has(name);
  return came.filter(([now, before]) => before !== null || (now && mayGo(now)));
}

/** Names of the decks that a deck lies in. */
function around(name: string): string[] {
  const outer: string[] = [];
  for (let at = name.lastIndexOf("::"); at > 0; at = name.lastIndexOf("::", at - 1)) outer.push(name.slice(0, at));
  return outer;
}

/** Files that came, and that nothing which stays names. */
function unusedMedia(
  collection: Collection,
  records: Records,
  staying: Parameters<typeof mediaOf>[1],
  types: Pairs<"noteTypes">,
): Pairs<"media"> {
  const came = (records.media ?? []).flatMap(([, after]) => {
    const now = after && collection.media.get(after.id);
    return now && now.hash === after.hash ? [now] : [];
  });
  if (came.length === 0) return [];
  const changed = new Map(types.map(([now, before]) => [now?.id, before]));
  const left = allNoteTypes(collection).flatMap((type) => {
    const before = changed.get(type.id);
    return before === undefined ? [type] : (before ?? stockType(type.id) ?? []);
  });
  const used = new Set(mediaOf(new Map(came.map((file) => [file.id, file])), staying, left).map(({ id }) => id));
  return came.filter(({ id }) => !used.has(id)).map((file) => [file, null]);
}
