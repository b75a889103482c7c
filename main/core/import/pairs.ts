import type { Import, Note, Tables } from "../../contract/shapes.ts";
import type { ImportOptions } from "../../contract/transfer.ts";
import { type Collection, settingsOf } from "../collection.ts";
import { lastPosition } from "../note/lastPosition.ts";
import type { Parcel, ParcelNote } from "../parcel/parcel.ts";
import { cameOf } from "./base.ts";
import { type CardsHere, settled } from "./cardsHere.ts";
import type { Comparison } from "./compare.ts";
import type { Context } from "./context.ts";
import { merged, type Part, type Side } from "./merge.ts";
import type { Places } from "./places.ts";
import { dayCounter, reviewsHere } from "./reviewsHere.ts";

/** One record before and after, and the table that it is in. */
export type Pair = { [T in keyof Tables]: [table: T, before: Tables[T] | null, after: Tables[T] | null] }[keyof Tables];

export interface Whole {
  collection: Collection;
  parcel: Parcel;
  options: ImportOptions;
  places: Places;
  comparison: Comparison;
  cards: CardsHere;
  /** Ids of decks that need not be made. */
  idle: ReadonlySet<string>;
  context: Context;
  sideOf(n: number, part: Part): Side;
}

/** All that an import changes, one record after the other; its own record comes last, and not at all if nothing changes. */
export function* pairs(whole: Whole): Generator<Pair> {
  const { collection, parcel, options, places, comparison, cards, idle, context } = whole;
  const counts = { added: 0, changed: 0, same: 0, cards: 0, reviews: 0, media: 0 };
  let isChanged = false;
  const given = (pair: Pair): Pair => {
    isChanged = true;
    return pair;
  };
  for (const [before, after] of places.types.pairs) yield given(["noteTypes", before, after]);
  for (const [before, after] of places.presets.pairs) yield given(["presets", before, after]);
  const settings = collection.settings.get("settings") ?? null;
  if (parcel.whole && options.presets && parcel.limitsFromTop && !settings?.limitsFromTop)
    yield given(["settings", settings, { ...settingsOf(collection), limitsFromTop: true }]);
  for (const file of places.media.added) yield given(["media", null, file]);
  counts.media = places.media.added.length;

  const decks: string[] = [];
  const notes = notesHere(whole);
  const written: [Note | null, Note][] = [];
  parcel.notes.forEach((_, n) => {
    const { before, after } = notes(n);
    decks[n] = (after ?? before)?.deck ?? "";
    if (after) written.push([before, after]);
    if (comparison.verdicts[n] === "broken") return;
    if (before === null) counts.added++;
    else if (after && isEdited(before, after)) counts.changed++;
    else counts.same++;
  });
  for (const [before, after] of places.decks.pairs()) if (!idle.has(after.id)) yield given(["decks", before, after]);
  for (const [before, after] of written) yield given(["notes", before, after]);

  for (const { id, n, row } of cards.rows) {
    if (!row) continue;
    const before = collection.cards.get(id) ?? null;
    const after = settled(row, { deck: decks[n] ?? "" });
    if (before && JSON.stringify(before) === JSON.stringify(after)) continue;
    if (!before) counts.cards++;
    yield given(["cards", before, after]);
  }
  const days = dayCounter(collection, context.calendar);
  for (const { review, n, deck } of reviewsHere(collection, parcel.reviews, cards, context)) {
    days.add(review, deck ?? decks[n] ?? "");
    counts.reviews++;
    yield given(["reviews", null, review]);
  }
  for (const [before, after] of days.pairs()) yield given(["days", before, after]);
  if (isChanged) yield ["imports", null, importOf(whole, counts, decks)];
}

/** Whether more of it changed than what is remembered of how it came. */
const isEdited = (before: Note, after: Note): boolean =>
  before.fields !== after.fields || before.tags !== after.tags || before.deck !== after.deck;

/** What becomes of the note of a place. New ones come after all that exist, in the parcel's order, as far apart as they are there. */
function notesHere({ collection, parcel, places, comparison, sideOf }: Whole) {
  const { ids, mine, guids, verdicts, stays, arrivalOf, hereOf, partsOf } = comparison;
  const first = parcel.notes.find((_, n) => !mine[n] && verdicts[n] !== "broken")?.position ?? 0;
  const shift = collection.notes.size === 0 || !isPlace(first) ? 0 : lastPosition(collection) + 1 - first;
  let last = collection.notes.size === 0 ? 0 : lastPosition(collection) + 1;
  const placeOf = ({ position }: ParcelNote) => {
    if (isPlace(position)) last = Math.max(last, position + shift);
    return last;
  };
  return (n: number): { before: Note | null; after: Note | null } => {
    const before = mine[n] ?? null;
    if (verdicts[n] === "broken") return { before: null, after: null };
    if (before) {
      if (stays[n]) return { before, after: null };
      return { before, after: merged(hereOf(n), arrivalOf(n), partsOf(n), (part) => sideOf(n, part)) };
    }
    const note = parcel.notes[n] as ParcelNote;
    const { nameless: _, guid: __, came: ___, unsaid: ____, base: _____, ...rest } = note;
    const arrival = arrivalOf(n);
    const id = ids[n] as string;
    const guid = guids[n] ?? id;
    const after: Note = {
      ...rest,
      id,
      ...(guid !== id && { guid }),
      type: arrival.type,
      deck: places.decks.of(note.deck).here.id,
      fields: arrival.fields,
      tags: arrival.tags as string[],
      position: placeOf(note),
      came: cameOf(arrival),
    };
    return { before: null, after };
  };
}

const isPlace = (position: number): boolean => Number.isInteger(position) && Math.abs(position) < 2 ** 31;

function importOf(
  { collection, parcel, context, places }: Whole,
  counts: Pick<Import, "added" | "changed" | "same" | "cards" | "reviews" | "media">,
  decks: readonly string[],
): Import {
  const names = new Map([...collection.decks.values()].map(({ id, name }) => [id, name]));
  for (const [, { id, name }] of places.decks.pairs()) names.set(id, name);
  const used = [...new Set(decks)].flatMap((id) => names.get(id) ?? []);
  return {
    id: context.importId,
    at: context.at,
    file: context.file,
    format: parcel.format,
    decks: used.slice(0, mostNames),
    ...counts,
    removed: null,
    ...(parcel.kept && { kept: parcel.kept }),
  };
}

/** A list to read, not to keep a hostile file's hundred thousand decks. */
const mostNames = 1_000;
