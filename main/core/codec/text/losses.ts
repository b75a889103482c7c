import type { Loss, Parcel } from "../../parcel/parcel.ts";
import { losesForm } from "./fieldText.ts";
import { typesOf } from "./typesOf.ts";

interface Wanted {
  html: boolean;
  schedule: boolean;
  media: boolean;
  presets: boolean;
  spreadsheet: boolean;
}

/** What a table of text does not hold of a parcel. */
export function losses(parcel: Parcel, { html, schedule, media, presets, spreadsheet }: Wanted): Loss[] {
  const { notes, cards, reviews, noteTypes, decks } = parcel;
  const types = typesOf(parcel);
  let form = 0;
  let formulas = 0;
  for (const note of notes) {
    const type = types.get(note.type);
    for (const { id } of type?.fields ?? []) {
      const text = note.fields[id] ?? "";
      if (!html && type && losesForm(text, type.format)) form++;
      if (spreadsheet && /^[=+\-@]/.test(text)) formulas++;
    }
  }
  const all: Loss[] = [
    { what: "schedules of cards", count: schedule ? cards.filter(({ phase }) => phase !== "new").length : 0 },
    { what: "reviews in the log", count: schedule ? reviews.length : 0 },
    { what: "flags, and cards that are set aside", count: cards.filter((card) => card.flag || card.suspended).length },
    {
      what: "cards that are in another deck than their note",
      count: cards.filter(({ deck }) => deck !== undefined).length,
    },
    { what: "pictures and sounds (the text names them)", count: media ? parcel.media.length : 0 },
    { what: "note types with their templates and styles (the text names them)", count: noteTypes.length },
    { what: "presets", count: presets ? parcel.presets.length : 0 },
    { what: "descriptions of decks", count: decks.filter(({ description }) => description !== "").length },
    { what: "fields' bold type, pictures and the like", count: form },
    {
      what: "cells are taken for formulas by a spreadsheet: open the file in one with care",
      count: formulas,
      careful: true,
    },
  ];
  return all.filter(({ count }) => count > 0);
}
