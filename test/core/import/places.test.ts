import { describe, expect, test } from "vitest";
import type { NoteType } from "../../../main/contract/shapes.ts";
import type { ImportOptions } from "../../../main/contract/transfer.ts";
import { apply, type Collection, defaultPreset, emptyCollection, newCard } from "../../../main/core/collection.ts";
import { selectParcel } from "../../../main/core/export/selectParcel.ts";
import { newField } from "../../../main/core/noteType/editFields.ts";
import { newTemplate } from "../../../main/core/noteType/editTemplates.ts";
import type { Parcel } from "../../../main/core/parcel/parcel.ts";
import { pack } from "../../../main/core/search/reviewLog.ts";
import { bring, card, deck, gap, media, note, noteType, parcel, planned, preset, review, word } from "./parcels.ts";

const arrived = (from: Parcel, options: Partial<ImportOptions> = {}) => {
  const collection = emptyCollection();
  bring(collection, from, options);
  return collection;
};
const deckNames = (collection: Collection) => [...collection.decks.values()].map(({ name }) => name);
const verdicts = (collection: Collection, from: Parcel, options: Partial<ImportOptions> = {}) =>
  planned(collection, from, options)
    .view()
    .types.map(({ verdict }) => verdict);

describe("decks", () => {
  test.each([
    [null, "Shared", ["Shared", "Shared::Inner"]],
    ["Outer", "Outer::Shared", ["Outer", "Outer::Shared", "Outer::Shared::Inner"]],
    ["Shared", "Shared", ["Shared", "Shared::Inner"]],
    ["A::B", "A::B::Shared", ["A", "A::B", "A::B::Shared", "A::B::Shared::Inner"]],
  ])("inside %s", (inside, home, names) => {
    const collection = arrived(parcel({ notes: [note("n1", ["x"])] }), { deck: inside });
    expect(deckNames(collection).sort()).toEqual(names);
    expect(collection.decks.get(collection.notes.get("n1")?.deck ?? "")?.name).toBe(home);
  });

  test("by full name, in which case does not count; what the file says of one that is there is taken over", () => {
    const collection = emptyCollection();
    apply(collection, { decks: [[null, deck("mine", "SHARED", { description: "Mine", language: "de" })]] });
    const kept = { anki: "{}" };
    const decks = [deck("d1", "shared", { description: "Theirs", kept }), deck("d2", "shared::Inner")];
    bring(collection, parcel({ decks, notes: [note("n1", ["x"])] }));
    expect(collection.decks.get("mine")).toMatchObject({ name: "SHARED", description: "Theirs", language: "de", kept });
    expect(collection.notes.get("n1")?.deck).toBe("mine");
    expect(deckNames(collection)).toEqual(["SHARED", "SHARED::Inner"]);
  });

  test("that would be empty only since all of their notes are elsewhere are not made", () => {
    const from = parcel({ notes: [note("n1", ["x"], { deck: "d2" })] });
    const collection = arrived(from);
    for (const each of [...collection.decks.values()])
      apply(collection, { decks: [[each, { ...each, name: each.name.replace("Shared", "German") }]] });
    expect(planned(collection, from).view()).toMatchObject({ newDecks: [], counts: { same: 1 } });
    expect(bring(collection, from).records).toEqual({});
    const more = { ...from, notes: [...from.notes, note("n2", ["y"], { deck: "d2" })] };
    expect(planned(collection, more).view().newDecks).toEqual(["Shared", "Shared::Inner"]);
  });

  test("an id that another deck has here is not taken", () => {
    const collection = emptyCollection();
    apply(collection, { decks: [[null, deck("d1", "Mine")]] });
    bring(collection, parcel({ notes: [note("n1", ["x"])] }));
    expect(collection.decks.get("d1")?.name).toBe("Mine");
    expect(deckNames(collection)).toEqual(["Mine", "Shared", "Shared::Inner"]);
  });
});

describe("presets", () => {
  const slow = preset("p1", "Slow", { newPerDay: 3 });
  const from = parcel({ decks: [deck("d1", "Shared", { preset: "p1" })], presets: [slow], notes: [note("n1", ["x"])] });

  test("come only if they are wanted", () => {
    const without = arrived(from);
    expect([...without.presets.keys(), without.decks.get("d1")?.preset]).toEqual(["default"]);
    const collection = arrived(from, { presets: true });
    expect([...collection.presets.values(), collection.decks.get("d1")?.preset]).toEqual([slow, "p1"]);
  });
  test("one with a known id stays as it is here", () => {
    const collection = emptyCollection();
    const mine = preset("p1", "Mine");
    apply(collection, { presets: [[null, mine]] });
    bring(collection, from, { presets: true });
    expect([...collection.presets.values(), collection.decks.get("d1")?.preset]).toEqual([mine, "p1"]);
  });
  test("one that is called and schedules as one here is that one", () => {
    const collection = emptyCollection();
    apply(collection, { presets: [[null, preset("own", "SLOW", { newPerDay: 3 })]] });
    bring(collection, from, { presets: true });
    expect([...collection.presets.keys(), collection.decks.get("d1")?.preset]).toEqual(["own", "own"]);
  });
  test("the usual one becomes the usual one here, until the person has touched that", () => {
    const usual = preset("1", "Default", { newPerDay: 7 });
    const whole = parcel({ decks: [deck("d1", "A", { preset: "1" })], presets: [usual], notes: [note("n1", ["x"])] });
    const fresh = arrived(whole, { presets: true });
    expect(fresh.presets.get("default")).toMatchObject({ newPerDay: 7 });
    expect(bring(fresh, whole, { presets: true }).records).toEqual({});
    const own = emptyCollection();
    apply(own, { presets: [[null, { ...defaultPreset, newPerDay: 50 }]] });
    bring(own, whole, { presets: true });
    expect(own.presets.get("default")?.newPerDay).toBe(50);
    expect(own.presets.get(own.decks.get("d1")?.preset ?? "")).toMatchObject({ name: "Default 2", newPerDay: 7 });
    expect(bring(own, whole, { presets: true }).records).toEqual({});
  });
  test("a deck that is there takes another preset only with them", () => {
    const collection = arrived(parcel({ notes: [note("n1", ["x"])] }));
    const later = { ...from, decks: [deck("d1", "Shared", { preset: "p1" })] };
    bring(collection, later);
    expect(collection.decks.get("d1")?.preset).toBe("default");
    bring(collection, later, { presets: true });
    expect(collection.decks.get("d1")?.preset).toBe("p1");
  });
});

describe("note types", () => {
  const type = (more: Partial<NoteType>): NoteType => ({ ...word, ...more });
  const extra = { ...newField("1001.Extra", "Extra") };
  const third = newTemplate(2, "Card 3", "{{Sound}}", "{{FrontSide}}");
  const base = () => arrived(parcel({ noteTypes: [word], notes: [note("n1", ["hund", "dog"])] }));
  const withType = (theirs: NoteType, notes = [note("n2", ["katze"], {}, theirs)]) =>
    parcel({ noteTypes: [theirs], notes });

  test.each<[string, Partial<NoteType>, Partial<ImportOptions>, string]>([
    ["the same", {}, {}, "same"],
    ["only when it was changed", { modified: 9_000 }, {}, "same"],
    ["a newer style", { css: "x", modified: 2_000 }, {}, "changed"],
    ["a style as old", { css: "x" }, {}, "kept"],
    ["a style as old, always", { css: "x" }, { noteTypes: "always" }, "changed"],
    ["a newer style, never", { css: "x", modified: 2_000 }, { noteTypes: "never" }, "kept"],
    [
      "a newer name of a field",
      { fields: word.fields.map((f, i) => (i ? f : { ...f, name: "Wort" })), modified: 2_000 },
      {},
      "changed",
    ],
    ["a field less", { fields: word.fields.slice(0, 2) }, {}, "same"],
    ["a field more", { fields: [...word.fields, extra] }, {}, "new"],
    ["a field more, joined", { fields: [...word.fields, extra] }, { mergeTypes: true }, "changed"],
    ["a template more", { templates: [...word.templates, third] }, {}, "new"],
    ["a template more, joined", { templates: [...word.templates, third] }, { mergeTypes: true }, "changed"],
    ["a cloze", { kind: "cloze", templates: word.templates.slice(0, 1) }, { mergeTypes: true }, "new"],
    ["another way of writing", { format: "markdown" }, { mergeTypes: true }, "new"],
  ])("%s", (_, more, options, verdict) => {
    const collection = base();
    const from = withType(type(more));
    expect(verdicts(collection, from, options)).toEqual([verdict]);
    bring(collection, from, options);
    expect(bring(collection, from, options).records).toEqual({});
    expect(collection.noteTypes.size).toBe(verdict === "new" ? 2 : 1);
  });

  test("a second type is found again, even after its notes are gone", () => {
    const collection = base();
    const theirs = type({ fields: [...word.fields, extra] });
    bring(collection, withType(theirs));
    const second = collection.notes.get("n2")?.type;
    expect(collection.noteTypes.get(second ?? "")).toMatchObject({ name: "Word 2" });
    bring(collection, withType(theirs, [note("n3", ["maus"], {}, theirs)]));
    expect(collection.notes.get("n3")?.type).toBe(second);
    expect(collection.noteTypes.size).toBe(2);
    const out = selectParcel(collection, { of: "all" }, [], {
      format: "apkg",
      schedule: true,
      presets: true,
      media: true,
    });
    expect(out.noteTypes.map(({ name, kept }) => [name, kept])).toEqual([
      ["Word", undefined],
      ["Word", undefined],
    ]);
  });

  test("joined types: what came stays where it was, and cards go with their templates", () => {
    const collection = base();
    const [first, second] = word.templates;
    const swapped = type({
      fields: [extra, ...word.fields],
      templates: [{ ...second, ord: 0 }, { ...first, ord: 1 }, third].map((each) => ({ ...third, ...each })),
    });
    const theirs = { ...withType(swapped), cards: [card("n2", 0), card("n2", 2, { reps: 5 })] };
    bring(collection, theirs, { mergeTypes: true });
    const merged = collection.noteTypes.get(word.id);
    expect(merged?.fields.map(({ name }) => name)).toEqual(["Word", "Meaning", "Sound", "Extra"]);
    expect(merged?.templates.map(({ name, ord }) => [name, ord])).toEqual([
      ["Card 1", 0],
      ["Card 2", 1],
      ["Card 3", 2],
    ]);
    expect([...collection.cards.keys()]).toEqual(["n2/1", "n2/2"]);
    expect(collection.notes.get("n1")?.fields[`${word.id}.Word`]).toBe("hund");
  });

  test("notes of the old shape follow their author to the new one, unless they were changed here", () => {
    const theirs = type({ fields: [...word.fields, extra] });
    const from = parcel({
      noteTypes: [theirs],
      notes: [note("n1", ["hund", "dog", "", "!"], { modified: 9_000 }, theirs)],
    });
    const collection = base();
    expect(planned(collection, from).note(0)?.changes).toMatchObject([
      { of: "type", changed: "theirs", takes: "theirs" },
    ]);
    bring(collection, from);
    expect(collection.notes.get("n1")?.fields["1001.Extra"]).toBe("!");
    const touched = base();
    const mine = touched.notes.get("n1");
    if (!mine) throw new Error("gone");
    apply(touched, { notes: [[mine, { ...mine, fields: { ...mine.fields, [`${word.id}.Word`]: "der Hund" } }]] });
    bring(touched, from);
    const second = touched.notes.get("n1");
    expect(touched.noteTypes.get(second?.type ?? "")?.name).toBe("Word 2");
    expect(second?.fields).toMatchObject({ [`${word.id}.Word`]: "der Hund", "1001.Extra": "!" });
  });

  test("cards keep their schedule in a second type, wherever their template stands in it", () => {
    const [first, second] = word.templates;
    const theirs = type({ templates: [third, first, second].flatMap((each, ord) => (each ? [{ ...each, ord }] : [])) });
    const from = parcel({ noteTypes: [theirs], notes: [note("n1", ["hund", "dog"], { modified: 9_000 }, theirs)] });
    const collection = base();
    apply(collection, { cards: [[null, card("n1", 0, { reps: 7 })]] });
    bring(collection, { ...from, cards: [card("n1", 0, { reps: 1 }), card("n1", 1, { reps: 1 })] });
    const now = collection.noteTypes.get(collection.notes.get("n1")?.type ?? "");
    expect(now?.templates.map(({ name, ord }) => [name, ord])).toEqual([
      ["Card 3", 2],
      ["Card 1", 0],
      ["Card 2", 1],
    ]);
    expect([...collection.cards.values()].map(({ ord, reps }) => [ord, reps])).toEqual([
      [0, 7],
      [2, 1],
    ]);
  });

  test("Mneme's own are its own", () => {
    const collection = emptyCollection();
    const from = parcel({
      noteTypes: [],
      notes: [{ ...note("n1", []), type: "basic", fields: { Front: "a", Back: "b" } }],
    });
    expect(verdicts(collection, from)).toEqual([]);
    bring(collection, from);
    expect(collection.notes.get("n1")).toMatchObject({ type: "basic", fields: { Front: "a", Back: "b" } });
    expect(collection.noteTypes.size).toBe(0);
  });

  test("a name that is taken gets a number here, and goes out as it came", () => {
    const theirs = { ...word, name: "basic" };
    const collection = arrived(withType(theirs));
    expect(collection.noteTypes.get(word.id)?.name).toBe("basic 2");
    expect(verdicts(collection, withType(theirs), { noteTypes: "always" })).toEqual(["same"]);
    const out = selectParcel(collection, { of: "all" }, [], {
      format: "apkg",
      schedule: true,
      presets: true,
      media: true,
    });
    expect(out.noteTypes).toEqual([theirs]);
  });
});

describe("notes", () => {
  test("of one guid: the second gets one of its own, the same every time", () => {
    const twice = parcel({ notes: [note("n1", ["a"]), { ...note("n2", ["b"]), guid: "guid n1" }] });
    const collection = arrived(twice);
    expect([...collection.notes.values()].map(({ guid }) => guid)).toEqual(["guid n1", "guid n1 2"]);
    expect(bring(collection, twice).records).toEqual({});
    expect(planned(emptyCollection(), twice).rows("suspicious", "", 0, 9).rows).toMatchObject([
      { n: 1, reason: "Another note of the file has the same id: this one gets its own." },
    ]);
  });

  test("whose id another has here get a new one, and are found again by the old", () => {
    const collection = arrived(parcel({ notes: [note("n1", ["mine"])] }));
    const { guid: _, ...theirs } = note("n1", ["theirs"]);
    bring(collection, parcel({ notes: [theirs] }));
    const added = [...collection.notes.values()].at(-1);
    expect(added).toMatchObject({ guid: "n1", fields: { [`${word.id}.Word`]: "theirs" } });
    expect(added?.id).not.toBe("n1");
    expect(bring(collection, parcel({ notes: [theirs] })).records).toEqual({});
  });

  test("come after all that exist, in their order, as far apart as they were", () => {
    const collection = arrived(parcel({ notes: [note("n1", ["a"], { position: 7 })] }));
    const next = [
      note("n2", ["b"], { position: 3 }),
      note("n3", ["c"], { position: 5 }),
      note("n4", ["d"], { position: 1 }),
    ];
    bring(collection, parcel({ notes: next }));
    expect([...collection.notes.values()].map(({ position }) => position)).toEqual([7, 8, 10, 10]);
  });

  const table = (rows: string[], more: object = {}) => ({
    ...parcel({ notes: rows.map((text, i) => ({ ...note(`r${i}`, [text, "x"]), nameless: true as const, ...more })) }),
    format: "csv" as const,
  });
  const textOptions = (match: "type" | "typeAndDeck"): Partial<ImportOptions> => ({
    text: { encoding: "utf-8", separator: ",", header: false, html: true, type: word.id, columns: [], tags: [], match },
  });

  test("without a name are known by their type and what their first field shows", () => {
    const collection = arrived(parcel({ notes: [note("n1", ["<b>hund</b>", "dog"])] }));
    const { view } = bring(collection, table(["hund", "katze"]), textOptions("type"));
    expect(view.counts).toMatchObject({ new: 1 });
    expect([...collection.notes.keys()]).toEqual(["n1", "r1"]);
  });
  test("in their deck, if that counts; or once more, if that is wanted", () => {
    const mine = parcel({ notes: [note("n1", ["hund", "x"])] });
    const elsewhere = table(["hund"], { deck: "d2" });
    expect(planned(arrived(mine), elsewhere, textOptions("type")).view().counts.new).toBe(0);
    expect(planned(arrived(mine), elsewhere, textOptions("typeAndDeck")).view().counts.new).toBe(1);
    expect(planned(arrived(mine), elsewhere, { ...textOptions("type"), duplicates: true }).view().counts.new).toBe(1);
  });
  test("of a table with an empty first field are left out, and said so", () => {
    const plan = planned(emptyCollection(), table(["", "hund"]));
    expect(plan.rows("broken", "", 0, 9).rows).toMatchObject([{ n: 0, reason: "Its first field, “Word”, is empty." }]);
    expect(plan.records().notes).toHaveLength(1);
  });

  test.each<[string, Parcel, string | null]>([
    ["nothing odd", parcel({ notes: [note("n1", ["a"])] }), null],
    ["an empty first field", parcel({ notes: [note("n1", ["", "a"])] }), "Its first field, “Word”, is empty."],
    [
      "a cloze without a gap",
      parcel({ notes: [note("n1", ["a"], {}, gap)] }),
      "It is a cloze without a gap, such as {{c1::Yerevan}}.",
    ],
    [
      "a file that is not there",
      parcel({ notes: [note("n1", ["a<img src='p.png'>"])] }),
      "It shows or plays “p.png”, which is neither in the file nor in your collection.",
    ],
    ["a file that is", parcel({ notes: [note("n1", ["a<img src=p.png>"])], media: [media("p.png", "h")] }), null],
    ["an image of the web", parcel({ notes: [note("n1", ["a<img src='https://x.org/p.png'>"])] }), null],
    [
      "the same first field",
      parcel({ notes: [note("n0", ["a"]), note("n1", ["<i>a</i>"])] }),
      "Another note of the file has the same first field.",
    ],
    [
      "what the reader says",
      parcel({
        notes: [note("n1", ["a"])],
        problems: [{ place: "line 3", say: "Odd.", weight: "suspicious", note: "n1" }],
      }),
      "Odd.",
    ],
  ])("suspicious: %s", (_, from, reason) => {
    const plan = planned(emptyCollection(), from);
    const row = plan.rows(null, "", 0, 9).rows.at(-1);
    expect(row?.reason ?? null).toBe(reason);
    expect(row?.verdict).toBe(reason === null ? "new" : "suspicious");
    expect(plan.records().notes).toHaveLength(from.notes.length);
  });

  test("broken ones stay out, with their cards and reviews", () => {
    const broken = { place: "note n1", say: "Torn.", weight: "broken" as const, note: "n1" };
    const from = parcel({
      notes: [note("n1", ["a"]), note("n2", ["b"], { type: "nowhere" })],
      cards: [card("n1", 0), card("n2", 0)],
      reviews: [review("n1/0", 1_000)],
      problems: [broken],
    });
    const plan = planned(emptyCollection(), from);
    expect(plan.view()).toMatchObject({ counts: { broken: 2 }, cards: 0, reviews: 0, problems: [] });
    const records = plan.records();
    expect([records.notes, records.cards, records.reviews]).toEqual([undefined, undefined, undefined]);
  });
});

describe("cards and reviews", () => {
  const from = parcel({
    notes: [note("n1", ["a", "b"], { tags: ["marked", "leech", "x"] })],
    cards: [card("n1", 0, { flag: 3, deck: "d2", lapses: 4 }), card("n1", 1, { suspended: true })],
    reviews: [
      review("n1/0", 1_700_000_000_000),
      review("n1/0", 1_700_000_000_001, { grade: 0 }),
      review("n1/1", 1_700_000_000_002),
    ],
  });

  test("of what is there already stay mine; what nothing has happened to yet takes theirs", () => {
    const collection = arrived({ ...from, cards: [], reviews: [] });
    const mine = { ...newCard("n1", 0), reps: 9 };
    apply(collection, { cards: [[null, mine]] });
    const { view } = bring(collection, from);
    expect(collection.cards.get("n1/0")).toBe(mine);
    expect(collection.cards.get("n1/1")).toMatchObject({ reps: 2, suspended: true });
    expect([...collection.reviews.values()].map(({ card: of }) => of)).toEqual(["n1/1"]);
    expect(view).toMatchObject({ cards: 1, reviews: 1 });
  });

  test("become theirs if that is wanted; no review comes twice", () => {
    const collection = arrived({ ...from, cards: [], reviews: [] });
    apply(collection, { cards: [[null, { ...newCard("n1", 0), reps: 9 }]] });
    const log = new Map([["n1/0", [pack(1_700_000_000_000, 3)]]]);
    const plan = planned(collection, from, { schedule: "theirs" }, new Map(), { log });
    expect(plan.view().reviews).toBe(2);
    const whole = new Map([...log, ["n1/1", [pack(1_700_000_000_002, 3)]]]);
    const later = new Map([...whole, ["n1/0", [pack(1_700_000_000_000, 3), pack(1_700_000_000_009, 3)]]]);
    expect(planned(collection, from, { schedule: "theirs" }, new Map(), { log: later }).view().reviews).toBe(0);
    apply(collection, plan.records());
    expect(collection.cards.get("n1/0")).toMatchObject({ reps: 2, flag: 3 });
    expect([...collection.days.values()].map(({ answers }) => answers)).toEqual([1]);
  });

  test("without a schedule all is new, but lies where it lay", () => {
    const collection = arrived(from, { schedule: "none" });
    expect([...collection.cards.values()]).toEqual([{ ...newCard("n1", 0), deck: "d2" }]);
    expect(collection.reviews.size + collection.days.size).toBe(0);
    expect(collection.notes.get("n1")?.tags).toEqual(["x"]);
  });

  test("are counted on their days and decks; what was no answer counts for nothing", () => {
    const collection = arrived(from);
    expect([...collection.days.values()]).toMatchObject([
      { deck: "d2", answers: 1, reviews: 1, recalled: 1, took: 5_000 },
      { deck: "d1", answers: 1 },
    ]);
    expect(collection.reviews.size).toBe(3);
  });

  test("two reviews of one millisecond move apart", () => {
    const collection = arrived(from);
    const other = parcel({
      notes: [note("n2", ["c"])],
      cards: [card("n2", 0)],
      reviews: [review("n2/0", 1_700_000_000_000)],
    });
    bring(collection, other);
    expect(collection.reviews.get("1700000000003")).toMatchObject({ card: "n2/0", at: 1_700_000_000_003 });
    expect(bring(collection, other).records).toEqual({});
  });

  test("follow a note to its new id", () => {
    const collection = emptyCollection();
    apply(collection, {
      notes: [[null, { ...note("n1", ["mine"]), guid: "another" }]],
      noteTypes: [[null, word]],
      decks: [[null, deck("d1", "Mine")]],
    });
    bring(collection, from);
    const id = [...collection.notes.values()].at(-1)?.id ?? "";
    expect([...collection.cards.values()].map((each) => [each.id, each.note])).toEqual([
      [`${id}/0`, id],
      [`${id}/1`, id],
    ]);
    expect([...collection.reviews.values()].every((each) => each.card.startsWith(`${id}/`))).toBe(true);
  });
});

describe("files", () => {
  const texts = [
    "<img src=\"a b.png\"> <img src='a%20b.png'> [sound:a b.png]",
    "![](<a b.png>)",
    '<div style="background:url(a%20b.png)">',
  ];
  const hash = "ffeeddccbbaa";
  const from = parcel({
    notes: [note("n1", texts)],
    media: [media("a b.png", hash), media("_f.ttf", hash), media("new.png", "n")],
  });
  const mine = () => {
    const collection = emptyCollection();
    apply(collection, {
      media: [
        [null, media("a b.png", "other")],
        [null, media("_f.ttf", "other")],
      ],
    });
    return collection;
  };

  test("of one name and other content get a name of their own, which the notes follow", () => {
    const collection = mine();
    const { view } = bring(collection, from);
    expect([...collection.media.values()].map(({ id, hash: own }) => [id, own])).toEqual([
      ["a b.png", "other"],
      ["_f.ttf", "other"],
      ["a b-ffeeddcc.png", hash],
      ["new.png", "n"],
    ]);
    expect(Object.values(collection.notes.get("n1")?.fields ?? {})).toEqual([
      "<img src=\"a b-ffeeddcc.png\"> <img src='a%20b-ffeeddcc.png'> [sound:a b-ffeeddcc.png]",
      "![](<a b-ffeeddcc.png>)",
      '<div style="background:url(a%20b-ffeeddcc.png)">',
    ]);
    expect(view.problems).toEqual([
      {
        place: "media file “_f.ttf”",
        say: "Another file of that name is here already, and templates name it: that one stays.",
        weight: "suspicious",
      },
    ]);
    expect(bring(collection, from).records).toEqual({});
  });

  test("of the same name and content are there already; of the same content under two names are two", () => {
    const collection = arrived(parcel({ media: [media("a.png", hash), media("b.png", hash)] }));
    expect([...collection.media.keys()]).toEqual(["a.png", "b.png"]);
    expect(planned(collection, parcel({ media: [media("a.png", hash)] })).view().media.files).toBe(0);
  });

  test("are named in templates and styles as well", () => {
    const theirs = noteType("7", "Styled", ["A"], ["A"], { css: ".card { background: url('a b.png') }" });
    const collection = mine();
    bring(collection, { ...from, noteTypes: [theirs], notes: [note("n1", ["x"], {}, theirs)] });
    expect(collection.noteTypes.get("7")?.css).toBe(".card { background: url('a b-ffeeddcc.png') }");
  });
});

describe("rows", () => {
  const from = parcel({
    notes: [
      note("n1", ["<b>Der&nbsp;Hund</b><br>bellt", "dog"], { tags: ["tier"] }),
      note("n2", ["Katze", "cat"], { deck: "d2" }),
    ],
    cards: [card("n1", 0, { suspended: true })],
  });
  const plan = planned(emptyCollection(), from);

  test("have the sort field as a line of text", () => {
    expect(plan.rows(null, "", 0, 1)).toMatchObject({
      count: 2,
      rows: [{ title: "Der Hund bellt", deck: "Shared", type: "Word" }],
    });
  });
  test.each([
    ["DOG", [0]],
    ["tier", [0]],
    ["inner cat", [1]],
    ["shared", [0, 1]],
    ["nothing", []],
  ])("are found by %s", (words, places) => {
    expect(plan.rows("new", words, 0, 9).rows.map(({ n }) => n)).toEqual(places);
    expect(plan.rows("changed", words, 0, 9).count).toBe(0);
  });
  test("show their cards", () => {
    expect(plan.note(0)?.cards).toEqual([
      { name: "Card 1", state: "comes every 30 days, suspended" },
      { name: "Card 2", state: "new" },
    ]);
    expect(plan.note(0)?.changes[0]).toMatchObject({ name: "Word", mine: null, changed: "no" });
    expect([plan.note(2), plan.note(-1), plan.note(0.5)]).toEqual([null, null, null]);
  });
});
