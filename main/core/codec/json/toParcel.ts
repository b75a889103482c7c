import type { Media } from "../../../contract/shapes.ts";
import { emptyParcel, type Parcel, type ParcelNote } from "../../parcel/parcel.ts";
import type { ReadJson } from "./readLists.ts";

/** What was read from JSON as a parcel, with the files that were staged for it. A note without an id is known by its first field. */
export function toParcel(
  { lists, whole, limitsFromTop, kept, problems }: Omit<ReadJson, "problems" | "several"> & Pick<Parcel, "problems">,
  media: Media[],
  { now, newId }: { now: number; newId(): string },
): Parcel {
  const { decks, presets, noteTypes, cards, reviews } = lists;
  const notes = lists.notes.map(
    ({ id, created = now, modified = now, ...note }): ParcelNote =>
      id === undefined
        ? { ...note, id: newId(), created, modified, nameless: true }
        : { ...note, id, created, modified },
  );
  return {
    ...emptyParcel("json"),
    ...{ whole, decks, presets, noteTypes, notes, cards, media, problems },
    reviews: reviews.sort((a, b) => a.at - b.at),
    ...(limitsFromTop && { limitsFromTop }),
    ...(kept && { kept }),
  };
}
