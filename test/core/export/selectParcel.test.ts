import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apply, type Collection, deckOf, emptyCollection } from "../../../main/core/collection.ts";
import { cardsOf, chooseNotes, type Selection } from "../../../main/core/export/chooseNotes.ts";
import { selectParcel } from "../../../main/core/export/selectParcel.ts";
import { sha1 } from "../../../main/core/html/sha1.ts";
import type { Parcel } from "../../../main/core/parcel/parcel.ts";
import {
  anyParcel,
  bring,
  card,
  contents,
  deck,
  media,
  note,
  parcel,
  preset,
  review,
  word,
} from "../import/parcels.ts";

const all = { format: "apkg", schedule: true, presets: true, media: true } as const;
const select = (from: Parcel, selection: Selection, choice: Partial<typeof all> | object = {}) => {
  const collection = emptyCollection();
  bring(collection, from, { presets: true });
  return selectParcel(collection, selection, from.reviews, { ...all, ...choice });
};

/** A parcel by value: nobody minds in which order its decks stand, nor when its files were brought here. */
const plain = ({ decks, media: files, notes, ...rest }: Parcel) => ({
  ...rest,
  decks: [...decks].sort((a, b) => (a.name < b.name ? -1 : 1)),
  media: files.map(({ added: _, ...file }) => file),
  notes: notes.map(({ guid, ...one }) => ({ ...one, guid: guid ?? one.id })),
});

describe("laws", () => {
  test("all that came goes out again", () => {
    const law = fc.property(anyParcel, (from) => {
      const out = select(from, { of: "all" });
      expect(plain(out)).toEqual(plain({ ...from, whole: true, limitsFromTop: false }));
    });
    fc.assert(law, { numRuns: 120 });
  });

  test("how the limits of outer decks hold comes with a whole collection, and goes with it", () => {
    for (const limitsFromTop of [true, false]) {
      const whole = parcel({ whole: true, limitsFromTop });
      expect(select(whole, { of: "all" }).limitsFromTop).toBe(limitsFromTop);
      expect(select({ ...whole, whole: false }, { of: "all" }).limitsFromTop).toBe(false);
      expect(select(whole, { of: "all" }, { presets: false })).not.toHaveProperty("limitsFromTop");
    }
  });

  test("what goes out comes in the same elsewhere, and changes nothing at home", () => {
    const law = fc.property(anyParcel, anyParcel, fc.constantFrom("d1", "d2", "d3"), (first, second, of) => {
      const home = emptyCollection();
      bring(home, first, { presets: true });
      bring(home, second, { presets: true });
      const before = contents(home);
      const chosen = chooseNotes(home, { of: "deck", deck: of });
      const ids = new Set(cardsOf(home, chosen));
      const reviews = [...home.reviews.values()].filter((each) => ids.has(each.card));
      const out = selectParcel(home, { of: "deck", deck: of }, reviews, all);
      expect(bring(home, out).records).toEqual({});
      expect(contents(home)).toEqual(before);
      const elsewhere = emptyCollection();
      bring(elsewhere, out, { presets: true });
      for (const { id } of chosen) {
        const { came: _, position: __, ...mine } = home.notes.get(id) ?? { came: {}, position: 0 };
        expect(elsewhere.notes.get(id)).toMatchObject(mine);
      }
      const lying = ({ notes, cards }: Collection, id: string) => {
        const row = cards.get(id);
        return row && { ...row, deck: deckOf(notes.get(row.note) ?? { deck: "" }, row) };
      };
      for (const id of ids) expect(lying(elsewhere, id)).toEqual(lying(home, id));
      expect(elsewhere.reviews.size).toBe(reviews.length);
    });
    fc.assert(law, { numRuns: 80 });
  });
});

describe("a deck", () => {
  const from = parcel({
    decks: [deck("a", "A"), deck("b", "A::B", { preset: "p2" }), deck("c", "C")],
    presets: [preset("p1", "One"), preset("p2", "Two")],
    notes: [
      note("n1", ["one"], { deck: "a", position: 2, tags: ["leech", "verb"] }),
      note("n2", ["two"], { deck: "b", position: 1 }),
      note("n3", ["three"], { deck: "c" }),
      note("n4", ["four"], { deck: "c" }),
    ],
    cards: [card("n1", 0), card("n4", 1, { deck: "b" }), card("n3", 0)],
    reviews: [review("n1/0", 1_000), review("n3/0", 2_000)],
  });
  const out = (choice: object = {}) => select(from, { of: "deck", deck: "a" }, choice);

  test("goes with those inside it, and with notes of which a card lies there", () => {
    expect(out().notes.map(({ id }) => id)).toEqual(["n1", "n2", "n4"]);
    expect(out().decks.map(({ name }) => name)).toEqual(["A", "C", "A::B"]);
    expect(out().noteTypes).toEqual([word]);
    expect(out().whole).toBe(false);
  });
  test("takes its own presets and reviews along", () => {
    expect(out().presets.map(({ id }) => id)).toEqual(["p2"]);
    expect(out({ presets: false }).presets).toEqual([]);
    expect(out().reviews.map(({ card: of }) => of)).toEqual(["n1/0"]);
  });
  test("without a schedule all is new, but where it is", () => {
    const bare = out({ schedule: false });
    expect(bare.cards).toMatchObject([{ id: "n4/1", deck: "b", phase: "new", reps: 0, stability: 0 }]);
    expect(bare.reviews).toEqual([]);
    expect(bare.notes[0]?.tags).toEqual(["verb"]);
  });
});

describe("files", () => {
  const latex = `latex-${sha1("$x$")}.png`;
  const files = ["a.png", "b b.mp3", "_c.woff", "_unused.js", "d.svg", latex, "e.png", "never.png"];
  const type = { ...word, css: "@font-face { src: url('_c.woff') } .x { background: url(d.svg) }" };
  const notes = [note("n1", ['<img src="a.png">', "[sound:b b.mp3] [$]x[/$]", "![](e.png)"])];
  const from = parcel({ noteTypes: [type], notes, media: files.map((name, i) => media(name, `h${i}`)) });

  test("are those that the notes and their types name", () => {
    const names = (selection: Selection) => select(from, selection).media.map(({ id }) => id);
    expect(new Set(names({ of: "notes", notes: ["n1"] }))).toEqual(
      new Set(["a.png", "b b.mp3", "_c.woff", "d.svg", latex, "e.png"]),
    );
    expect(names({ of: "all" })).toEqual(files);
    expect(select(from, { of: "all" }, { media: false }).media).toEqual([]);
  });
});

test("what belonged to a whole collection goes back, if it is one collection's", () => {
  const from = parcel({ notes: [note("n1", ["one"])], kept: { anki: '{"conf":1}' } });
  expect(select(from, { of: "all" }).kept).toEqual({ anki: '{"conf":1}' });
  const collection = emptyCollection();
  bring(collection, from, {}, { file: "a.colpkg" });
  const other = { ...from, notes: [note("n2", ["two"])], kept: { anki: "{}" } };
  bring(collection, other, {}, { file: "b.colpkg" });
  expect(selectParcel(collection, { of: "all" }, [], all).kept).toBeUndefined();
});

test("ids that lead nowhere select nothing", () => {
  const collection = emptyCollection();
  apply(collection, { decks: [[null, deck("a", "A")]] });
  expect(selectParcel(collection, { of: "deck", deck: "gone" }, [], all)).toMatchObject({ notes: [], decks: [] });
  expect(selectParcel(collection, { of: "notes", notes: ["x", "x"] }, [], all)).toMatchObject({ notes: [], decks: [] });
});
