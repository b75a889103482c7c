import fc from "fast-check";
import type { Deck, Note, StockId } from "../../main/contract/shapes.ts";
import { type Collection, defaultPreset, defaultSettings, emptyCollection } from "../../main/core/collection.ts";
import type { Moment } from "../../main/core/schedule/moment.ts";

export const minute = 60_000;
export const day = 86_400_000;

/** A moment in Berlin with days from four in the morning. */
export function at(time: string | number): Moment {
  const ms = typeof time === "number" ? time : Date.parse(time);
  return { ms, calendar: { zone: "Europe/Berlin", rolloverHour: 4 } };
}

export function deck(name: string): Deck {
  const unknown = { description: "", language: "", source: "", licence: "", asOf: "" };
  return { id: `d:${name}`, name, ...unknown, preset: "default" };
}

const fieldsOf: Record<StockId, Record<string, string>> = {
  basic: { Front: "Question?", Back: "Answer" },
  reversed: { Front: "Front", Back: "Back" },
  optionalReversed: { Front: "Front", Back: "Back", "Add Reverse": "y" },
  occlusion: { Image: "map.png", Occlusion: "{{c1::image-occlusion:rect:left=.1:top=.1:width=.2:height=.2}}" },
  cloze: { Text: "{{c1::one}} and {{c2::two}} and {{c3::three}}" },
  typed: { Front: "Which year?", Back: "1988" },
  choice: { Front: "Which sea?", Right: "Caspian", Wrong: "Black\nAral" },
};

/** A collection with notes of the given types, in decks by turns. */
export function collectionWith(types: StockId[], decks = ["A"], created = 0): Collection {
  const collection = emptyCollection();
  collection.settings.set("settings", defaultSettings);
  collection.presets.set("default", defaultPreset);
  for (const name of decks) collection.decks.set(`d:${name}`, deck(name));
  types.forEach((type, i) => {
    const id = `n${i}`;
    const home = `d:${decks[i % decks.length]}`;
    const note: Note = {
      id,
      type,
      deck: home,
      fields: fieldsOf[type],
      tags: [],
      position: i,
      created,
      modified: created,
    };
    collection.notes.set(id, note);
  });
  return collection;
}

export const anyType = fc.constantFrom<StockId>("basic", "reversed", "cloze", "typed", "choice");
export const anyGrade = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const);
