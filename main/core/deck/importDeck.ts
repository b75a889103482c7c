import type { Records } from "../../contract/shapes.ts";
import type { ImportView } from "../../contract/views.ts";
import { decode } from "../codec/deckText/decode.ts";
import { toParcel } from "../codec/deckText/toParcel.ts";
import type { Collection } from "../collection.ts";
import { defaultOptions } from "../import/options.ts";
import { plan } from "../import/plan.ts";

/** A text has no reviews, so nobody counts days by it. */
const calendar = { zone: "UTC", rolloverHour: 0 };

/**
 * Brings a deck in plain text into the collection as any other file comes in (core/import/plan.ts), without a rehearsal: a note that is
 * there already keeps its schedule and takes what the text says anew; where both sides changed a field the text is right; others are
 * new and come after all that exist; notes that the text lacks stay. `name` is the file's, for a text without a title; `at` is when
 * new notes are created. Without a single good note there are no records.
 */
export function importDeck(
  collection: Collection,
  { name, text }: { name: string; text: string },
  at: number,
  newId: () => string,
): { records: Records; view: ImportView } {
  const read = decode(text);
  const parcel = toParcel([{ ...read, name }], { now: at, newId, rest: null, noteTypes: [] });
  const options = { ...defaultOptions(collection, parcel), notes: "always", conflicts: "theirs" } as const;
  const planned = plan(collection, parcel, options, new Map(), { at, calendar, newId, importId: newId(), file: name });
  const { decks, counts } = planned.view();
  const records = planned.records();
  const done = records.imports?.[0]?.[1];
  const { added = 0, changed = 0, same = parcel.notes.length - counts.broken } = done ?? {};
  return { records, view: { decks, added, changed, same, problems: read.problems } };
}
