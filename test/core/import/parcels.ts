import fc from "fast-check";
import type { Card, Deck, Media, NoteType, Preset, Review } from "../../../main/contract/shapes.ts";
import type { ImportOptions } from "../../../main/contract/transfer.ts";
import { apply, type Collection, defaultPreset, newCard } from "../../../main/core/collection.ts";
import type { Context } from "../../../main/core/import/context.ts";
import type { Decisions } from "../../../main/core/import/decisions.ts";
import { defaultOptions } from "../../../main/core/import/options.ts";
import { type Plan, plan } from "../../../main/core/import/plan.ts";
import { newField } from "../../../main/core/noteType/editFields.ts";
import { newTemplate } from "../../../main/core/noteType/editTemplates.ts";
import { emptyParcel, type Parcel, type ParcelNote } from "../../../main/core/parcel/parcel.ts";

export const berlin = { zone: "Europe/Berlin", rolloverHour: 4 };

let made = 0;
/** A context in which every id is a new one. */
export const context = (more: Partial<Context> = {}): Context => ({
  at: 1_800_000_000_000,
  calendar: berlin,
  newId: () => `made${++made}`,
  importId: `import${++made}`,
  file: "shared.apkg",
  ...more,
});

export const deck = (id: string, name: string, more: Partial<Deck> = {}): Deck => ({
  ...{ id, name, description: "", language: "", source: "", licence: "", asOf: "", preset: "default" },
  ...more,
});

export const noteType = (id: string, name: string, fields: string[], fronts: string[], more: Partial<NoteType> = {}) =>
  ({
    ...{ id, name, kind: "standard", format: "html", stock: null, css: ".card { color: black }", modified: 1_000 },
    fields: fields.map((field) => newField(`${id}.${field}`, field)),
    templates: fronts.map((front, ord) => newTemplate(ord, `Card ${ord + 1}`, `{{${front}}}`, "{{FrontSide}}")),
    sort: `${id}.${fields[0]}`,
    ...more,
  }) as NoteType;

export const word = noteType("1001", "Word", ["Word", "Meaning", "Sound"], ["Word", "Meaning"]);
export const gap = noteType("1002", "Gap", ["Text", "Extra"], ["cloze:Text"], { kind: "cloze" });

export const note = (id: string, texts: string[], more: Partial<ParcelNote> = {}, type = word): ParcelNote => ({
  ...{ id, guid: `guid ${id}`, type: type.id, deck: "d1" },
  fields: Object.fromEntries(type.fields.map((field, i) => [field.id, texts[i] ?? ""])),
  ...{ tags: [], position: 0, created: 1_000, modified: 2_000 },
  ...more,
});

export const card = (id: string, ord: number, more: Partial<Card> = {}): Card => ({
  ...newCard(id, ord),
  ...{ phase: "review", day: 20_500, interval: 30, stability: 31.5, difficulty: 5.5, last: 1_768_000_000_000, reps: 2 },
  ...more,
});

export const review = (of: string, at: number, more: Partial<Review> = {}): Review => ({
  ...{ id: String(at), card: of, at, grade: 3, took: 5_000, phase: "review", elapsed: 10, interval: 30 },
  ...{ stability: 0, difficulty: 0, recall: null },
  ...more,
});

export const media = (id: string, hash: string): Media => ({ id, hash, size: 3, type: "image/png", added: 1 });

export const preset = (id: string, name: string, more: Partial<Preset> = {}): Preset => ({
  ...defaultPreset,
  ...{ id, name },
  ...more,
});

export const parcel = (more: Partial<Parcel>): Parcel => ({
  ...emptyParcel("apkg"),
  decks: [deck("d1", "Shared"), deck("d2", "Shared::Inner")],
  noteTypes: [word, gap],
  ...more,
});

export const planned = (
  collection: Collection,
  from: Parcel,
  options: Partial<ImportOptions> = {},
  decisions: Decisions = new Map(),
  more: Partial<Context> = {},
): Plan => plan(collection, from, { ...defaultOptions(collection, from), ...options }, decisions, context(more));

/** Brings a parcel in, and gives what changed. */
export function bring(collection: Collection, from: Parcel, options: Partial<ImportOptions> = {}, more = {}) {
  const made = planned(collection, from, options, new Map(), more);
  const view = made.view();
  const records = made.records();
  apply(collection, records);
  return { plan: made, records, view };
}

/** A collection by value: what two of them can be compared by. */
export const contents = (collection: Collection) =>
  Object.fromEntries(
    Object.entries(collection).map(([table, map]) => [
      table,
      [...(map as Map<string, unknown>)].sort(([a], [b]) => (a < b ? -1 : 1)),
    ]),
  );

const text = fc.oneof(
  fc.constantFrom(
    "",
    "a",
    "b",
    "<b>c</b>",
    "{{c1::d}} {{c2::e}}",
    '<img src="p.png">',
    "[sound:s.mp3]",
    "é",
    "e\u0301",
  ),
  fc.string({ maxLength: 8 }),
);
const tag = fc.constantFrom("verb", "noun", "marked", "leech", "a::b");
const deckId = fc.constantFrom("d1", "d2", "d3");
const time = fc.integer({ min: 1, max: 2e12 });

const anyNote = (id: string) =>
  fc
    .record({
      type: fc.constantFrom(word, gap),
      texts: fc.array(text, { minLength: 3, maxLength: 3 }),
      deck: deckId,
      tags: fc.uniqueArray(tag, { maxLength: 3 }),
      modified: time,
      guid: fc.boolean(),
    })
    .map(({ type, texts, guid, ...rest }): ParcelNote => {
      const { guid: own, ...made } = note(id, texts, rest, type);
      return guid ? { ...made, guid: own as string } : made;
    });

const anyCard = (note: ParcelNote) =>
  fc
    .record({
      ord: fc.constantFrom(0, 1),
      reps: fc.integer({ min: 0, max: 9 }),
      deck: fc.option(deckId),
      suspended: fc.boolean(),
      flag: fc.integer({ min: 0, max: 7 }),
      kept: fc.option(fc.constant({ anki: '{"mod":1}' })),
    })
    .map(({ ord, deck: own, kept, ...rest }) =>
      card(note.id, ord, { ...rest, ...(own && own !== note.deck && { deck: own }), ...(kept && { kept }) }),
    );

/** Parcels as a sound file gives them: every reference leads somewhere, every id is there once. */
export const anyParcel: fc.Arbitrary<Parcel> = fc.integer({ min: 0, max: 6 }).chain((count) =>
  fc
    .tuple(...Array.from({ length: count }, (_, i) => anyNote(`${1_600_000_000_000 + i}`)))
    .chain((notes) =>
      fc.record({
        notes: fc.constant(notes),
        cards: fc.tuple(...notes.map((each) => fc.option(anyCard(each)))),
        times: fc.array(fc.tuple(fc.nat(), time), { maxLength: 8 }),
        files: fc.subarray([media("p.png", "aa"), media("s.mp3", "bb"), media("_font.ttf", "cc")]),
      }),
    )
    .map(({ notes, cards, times, files }) => {
      const rows = cards.filter((each) => each !== null);
      const ats = [...new Set(times.map(([, at]) => at))].sort((a, b) => a - b);
      const reviews = ats.flatMap((at, i) => {
        const of = rows[(times[i]?.[0] ?? 0) % Math.max(1, rows.length)];
        return of ? [review(of.id, at)] : [];
      });
      return parcel({
        decks: [deck("d1", "One"), deck("d2", "One::Two", { description: "Inner" }), deck("d3", "Three")],
        ...{ notes: notes.map((each, i) => ({ ...each, position: i + 1 })), cards: rows, reviews, media: files },
        ...{ presets: [preset("p1", "Slow", { newPerDay: 5 })], kept: { anki: "{}" } },
      });
    }),
);
