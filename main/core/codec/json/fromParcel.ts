import type { Deck } from "../../../contract/shapes.ts";
import type { Parcel } from "../../parcel/parcel.ts";
import { writeLists } from "./writeLists.ts";

/** A parcel as JSON, piece by piece. `media` are its files as they are to stand there. */
export const fromParcel = (parcel: Parcel, media: AsyncIterable<object>): AsyncGenerator<string> =>
  writeLists(headOf(parcel), { ...listsOf(parcel), media });

/** What belongs to no single record. */
export const headOf = ({ whole, limitsFromTop, kept }: Pick<Parcel, "whole" | "limitsFromTop" | "kept">) => ({
  ...(whole && { whole }),
  ...(limitsFromTop && { limitsFromTop }),
  ...(kept && { kept }),
});

export function listsOf({ decks, presets, noteTypes, notes, cards, reviews }: Parcel) {
  return { decks: byName(decks), presets: byId(presets), noteTypes: byId(noteTypes), notes, cards, reviews };
}

export const byName = (decks: readonly Deck[]): Deck[] =>
  decks.toSorted((a, b) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1));

const byId = <T extends { id: string }>(records: readonly T[]): T[] =>
  records.toSorted((a, b) => (a.id === b.id ? 0 : a.id < b.id ? -1 : 1));
