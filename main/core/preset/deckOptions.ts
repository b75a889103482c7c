import type { Input } from "../../contract/calls.ts";
import type { Fault } from "../../contract/faults.ts";
import type { DeckOptionsView, LimitsView } from "../../contract/presets.ts";
import type { Deck, DeckId, Records } from "../../contract/shapes.ts";
import { type Collection, presetOf, settingsOf } from "../collection.ts";
import { decksWithin, pathOf, sortedDecks } from "../deck/decks.ts";
import { firstOutOfRange } from "../ranges.ts";
import { fieldNames, ranges } from "./fields.ts";

const own = ["desiredRetention", "newPerDay", "reviewsPerDay"] as const;
const limits = ["newPerDay", "reviewsPerDay"] as const;
const ownRanges = {
  desiredRetention: ranges.desiredRetention,
  newPerDay: ranges.newPerDay,
  reviewsPerDay: ranges.reviewsPerDay,
};
const limitRanges = { newPerDay: ranges.newPerDay, reviewsPerDay: ranges.reviewsPerDay };

/** What a deck says otherwise than its preset. `day`: the study day that it is. Fault: `gone`. */
export function deckOptions(collection: Collection, id: DeckId, day: number): DeckOptionsView | Fault {
  const deck = collection.decks.get(id);
  if (!deck) return { code: "gone", detail: "deck" };
  const today = deck.today?.day === day ? deck.today : undefined;
  return {
    id,
    path: pathOf(deck),
    preset: presetOf(collection, deck.preset).id,
    desiredRetention: deck.desiredRetention ?? null,
    ...limitsView(deck),
    today: limitsView(today ?? {}),
    inner: decksWithin(collection, id).size - 1,
    around: settingsOf(collection).limitsFromTop
      ? sortedDecks(collection)
          .filter(({ name }) => deck.name.startsWith(`${name}::`))
          .map(({ id: outer, name }) => ({ id: outer, name }))
      : [],
  };
}

const limitsView = (limits: { newPerDay?: number; reviewsPerDay?: number }): LimitsView => ({
  newPerDay: limits.newPerDay ?? null,
  reviewsPerDay: limits.reviewsPerDay ?? null,
});

export interface DeckChange {
  what: string;
  records: Records;
}

/** What a deck says of its own; null takes it away. `day`: the study day that it is. Faults: `gone`, `badSetting`. */
export function saveDeckOptions(
  collection: Collection,
  input: Input<"saveDeckOptions">,
  day: number,
): DeckChange | Fault {
  const deck = collection.decks.get(input.deck);
  if (!deck) return { code: "gone", detail: "deck" };
  const wrong = firstOutOfRange(input, ownRanges) ?? firstOutOfRange(input.today ?? {}, limitRanges);
  if (wrong) return { code: "badSetting", detail: wrong };
  const { today: before, ...rest } = deck;
  const after = laid(rest, input, own);
  const today = laid(before?.day === day ? before : { day }, input.today ?? {}, limits);
  const next: Deck = Object.keys(today).length > 1 ? { ...after, today } : after;
  const said = own.filter((name) => deck[name] !== next[name]).map((name) => fieldNames[name]);
  const saidToday = limits
    .filter((name) => input.today?.[name] !== undefined)
    .map((name) => `${fieldNames[name]}, today only`);
  return {
    what: `${deck.name}: ${[...said, ...saidToday].join(", ")}`,
    records: JSON.stringify(deck) === JSON.stringify(next) ? {} : { decks: [[deck, next]] },
  };
}

/** The record with those of its members that are given; without those that are null. */
function laid<T extends object, K extends keyof T & string>(
  record: T,
  given: { readonly [N in NoInfer<K>]?: number | null | undefined },
  names: readonly K[],
): T {
  const next: T = { ...record };
  for (const name of names) {
    const value = given[name];
    if (value === null) delete next[name];
    else if (value !== undefined) Object.assign(next, { [name]: value });
  }
  return next;
}
