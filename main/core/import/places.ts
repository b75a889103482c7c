import type { ImportOptions } from "../../contract/transfer.ts";
import type { Collection } from "../collection.ts";
import { renameFiles } from "../media/references.ts";
import type { Parcel, ParcelNote } from "../parcel/parcel.ts";
import { type Arrival, isPersonal } from "./base.ts";
import type { Context } from "./context.ts";
import { type PlacedDecks, placeDecks } from "./placeDecks.ts";
import { type PlacedMedia, placeMedia } from "./placeMedia.ts";
import { type PlacedPresets, placePresets } from "./placePresets.ts";
import { type PlacedTypes, placeTypes, type TypeTarget } from "./placeTypes.ts";

/** Where everything of a parcel goes that notes need. */
export interface Places {
  media: PlacedMedia;
  presets: PlacedPresets;
  decks: PlacedDecks;
  types: PlacedTypes;
}

export function placesFor(collection: Collection, parcel: Parcel, options: ImportOptions, context: Context): Places {
  const media = placeMedia(collection, parcel.media, context.at);
  const presets = placePresets(collection, parcel.presets, options.presets, context);
  const decks = placeDecks(collection, parcel.decks, options.deck, presets, context);
  const types = placeTypes(collection, parcel.noteTypes, options, media.renames, context);
  return { media, presets, decks, types };
}

/** A note of the parcel as it would be here. Nothing is copied that stays the same. */
export function arrivalOf(note: ParcelNote, target: TypeTarget, places: Places, options: ImportOptions): Arrival {
  const { here, there } = places.decks.of(note.deck);
  const tags = options.schedule === "none" ? note.tags.filter((tag) => !isPersonal(tag)) : note.tags;
  return {
    type: target.type.id,
    fields: fieldsHere(note, target, places.media.renames),
    tags: tags.length === note.tags.length ? note.tags : tags,
    deck: here.id,
    deckHere: here.name,
    deckThere: note.unsaid?.includes("deck") ? null : there,
    modified: note.modified,
  };
}

/** Its texts by the ids that the fields have here, naming files as they are called here. */
export function fieldsHere(
  note: ParcelNote,
  target: TypeTarget,
  renames: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  if (target.fields === null && renames.size === 0) return note.fields;
  const fields = Object.entries(note.fields).map(([id, text]): [string, string] => [
    target.fields?.get(id) ?? id,
    renames.size > 0 ? renameFiles(text, renames) : text,
  ]);
  return Object.fromEntries(fields);
}
