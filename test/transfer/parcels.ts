import { createHash } from "node:crypto";
import fc from "fast-check";
import type { Deck, Kept, Media, NoteType, StockId } from "../../main/contract/shapes.ts";
import { stockTypes } from "../../main/core/note/stockTypes.ts";
import type { Parcel, ParcelNote } from "../../main/core/parcel/parcel.ts";
import { card, deck, noteType, parcel, preset, review } from "../core/import/parcels.ts";

const contents = ["one", "two", "three"].map((text) => new TextEncoder().encode(text));
const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const byHash = new Map(contents.map((bytes) => [hashOf(bytes), bytes]));
export const bytesOf = (hash: string): Uint8Array => byHash.get(hash) as Uint8Array;

/** Texts that look like something else. */
export const trap = fc.oneof(
  fc.constantFrom(
    ...[
      "",
      "a",
      "Q: b\nA: c",
      "Note: Word",
      "Id: 5",
      "---",
      "\n---\n",
      "# Heading",
      "<!-- x",
      "-->",
      "```",
      "~~~\n```",
    ],
    ...["\r\n", "a\r\nb", "end ", "\tend\t", "\n\n\na", "a\n\n\n", "  indented", " ", '= "x"', ':= "x"', '"quoted"'],
    ...[
      "\ufeffbom",
      "\u00a0nbsp\u00a0",
      "\u2028line",
      "{{c1::gap}}",
      "<b>bold</b><br>",
      "é e\u0301",
      "\u{1f600}",
      "\ud800",
    ],
    ...["key: value", "Tags: x y", "| - yaml: true", "'single'", "\\n", "null", "\u0001", "\u0085x"],
  ),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 6 }),
  fc
    .array(fc.constantFrom("a", " ", "\n", "\r", "\t", ":", "#", "-", '"', "`"), { maxLength: 10 })
    .map((of) => of.join("")),
);
const kept: fc.Arbitrary<Kept> = fc.dictionary(fc.constantFrom("anki", "mneme"), trap, { minKeys: 1, maxKeys: 2 });
const option = <K extends string, T>(key: K, of: fc.Arbitrary<T>): fc.Arbitrary<{ [key in K]?: T }> =>
  fc.option(of).map((value) => (value === null ? {} : { [key]: value })) as never;
const together = <A, B>(a: fc.Arbitrary<A>, b: fc.Arbitrary<B>): fc.Arbitrary<A & B> =>
  fc.tuple(a, b).map(([x, y]) => ({ ...x, ...y }));

const name = fc.oneof(
  fc.constantFrom(
    "Word",
    "Word [t1]",
    "Basic",
    "Front",
    "Tags",
    "Id",
    "Note",
    "Deck",
    "Q",
    "a: b",
    "#x",
    '"q"',
    "<!--",
    " x ",
  ),
  fc.string({ minLength: 1, maxLength: 9 }),
);

const anyType = (id: string): fc.Arbitrary<NoteType> =>
  fc
    .record({
      name,
      fields: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
      sources: fc.array(fc.tuple(name, trap, trap, trap), { maxLength: 3 }),
      css: trap,
      format: fc.constantFrom("html" as const, "markdown" as const),
      kind: fc.constantFrom("standard" as const, "cloze" as const),
      more: option("kept", kept),
    })
    .map(({ name: called, fields, sources, more, ...rest }) => {
      const made = noteType(id, called, fields, [], { ...rest, ...more });
      const templates = sources.map(([of, front, back, listBack], ord) => ({
        ...{ ord: ord * 2, name: of, front, back, listFront: "", listBack },
      }));
      return { ...made, templates };
    });

const stockIds = Object.keys(stockTypes) as StockId[];
const pathPart = fc.oneof(
  fc.constantFrom("One", "Two", "two", "con", "a/b", "..", "name.md", "media", "note types", "Ünï", "a:b", "."),
  fc.stringMatching(/^[A-Za-z0-9 _-]{1,12}$/).map((of) => of.trim() || "x"),
);
const deckNames = fc.uniqueArray(
  fc.array(pathPart, { minLength: 1, maxLength: 3 }).map((of) => of.join("::")),
  { minLength: 1, maxLength: 4 },
);

const anyDeck = (id: string, called: string): fc.Arbitrary<Deck> =>
  together(
    fc.record({ description: trap, language: fc.constantFrom("", "en"), source: trap, licence: trap }),
    together(
      option("kept", kept),
      fc.record({ asOf: fc.constantFrom("", "2020-10-31"), preset: fc.constantFrom("default", "p1") }),
    ),
  ).map((more) => deck(id, called, more));

const anyNote = (id: string, types: readonly NoteType[], decks: readonly Deck[]): fc.Arbitrary<ParcelNote> =>
  fc
    .record({
      type: fc.constantFrom(...types, ...stockIds.map((each) => stockTypes[each])),
      texts: fc.array(fc.oneof(trap, fc.constantFrom("Yerevan", "a\nb")), { minLength: 8, maxLength: 8 }),
      deck: fc.constantFrom(...decks.map((each) => each.id)),
      tags: fc.uniqueArray(fc.constantFrom("verb", "a::b", "c1", "ä"), { maxLength: 3 }),
      guid: fc.boolean(),
      odd: fc.constantFrom("", " ", "/", '"', "\n", "é"),
      time: fc.integer({ min: 1, max: 2e12 }),
      more: together(option("kept", kept), option("former", trap)),
    })
    .map(({ type, texts, guid, odd, time, more: { former, ...more }, ...rest }) => ({
      ...{ id, type: type.id, ...(guid && { guid: `guid${odd}${id}` }), ...rest, ...more },
      fields: {
        ...Object.fromEntries(type.fields.map((field, i) => [field.id, texts[i] ?? ""])),
        ...(former !== undefined && { "former field": former }),
      },
      ...{ position: 0, created: time, modified: time + 5 },
    }));

/** Parcels with everything that a parcel can hold, and texts that look like something else. */
export const anyFullParcel: fc.Arbitrary<Parcel> = fc
  .record({ names: deckNames, count: fc.integer({ min: 1, max: 5 }), types: fc.integer({ min: 0, max: 3 }) })
  .chain(({ names, count, types }) =>
    fc
      .tuple(
        fc.tuple(...names.map((called, i) => anyDeck(`d${i}`, called))),
        fc.tuple(...Array.from({ length: types }, (_, i) => anyType(`t${i}`))),
      )
      .chain(([decks, noteTypes]) =>
        fc.record({
          decks: fc.constant(decks),
          noteTypes: fc.constant(noteTypes),
          notes: fc.tuple(...Array.from({ length: count }, (_, i) => anyNote(`n${i}`, noteTypes, decks))),
          files: fc.subarray(["p.png", "s.mp3", "_font.ttf"]),
          presets: fc.subarray([preset("p1", "Slow", { newPerDay: 5 }), preset("default", "Usual")]),
          whole: fc.boolean(),
          studied: fc.boolean(),
          kept: option("kept", kept),
        }),
      ),
  )
  .map(({ files, notes, studied, kept: all, ...rest }) => {
    const rows = studied
      ? notes.map((each, i) => card(each.id, i % 3, { flag: i, ...(i === 1 && { deck: "d0" }) }))
      : [];
    const media = files.map((id, i): Media => {
      const bytes = contents[i] as Uint8Array;
      return { id, hash: hashOf(bytes), size: bytes.length, type: "image/png", added: 5 };
    });
    return parcel({
      ...{ ...rest, ...all, media, cards: rows, notes: notes.map((each, i) => ({ ...each, position: i < 2 ? 0 : i })) },
      reviews: rows.map((each, i) => review(each.id, 1_700_000_000_000 + i, { grade: i === 0 ? 0 : 3 })),
    });
  });

/** A parcel by value, where the order says nothing. */
export function full(parcel: Parcel | null) {
  if (!parcel) return null;
  const byId = <T extends { id: string }>(of: readonly T[]) => of.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const { decks, noteTypes, presets, media } = parcel;
  return { ...parcel, decks: byId(decks), noteTypes: byId(noteTypes), presets: byId(presets), media: byId(media) };
}
