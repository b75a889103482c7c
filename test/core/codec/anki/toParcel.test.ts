import { expect, it } from "vitest";
import type { AnkiCard, AnkiCollection, AnkiNote, AnkiReview } from "../../../../main/core/codec/anki/collection.ts";
import { toParcel } from "../../../../main/core/codec/anki/toParcel.ts";
import { startOf, studyDay } from "../../../../main/core/schedule/day.ts";

const calendar = { zone: "Europe/Berlin", rolloverHour: 4 };
const now = Date.UTC(2026, 10, 20, 12);
const crt = Date.UTC(2026, 0, 1, 3) / 1_000;
const first = studyDay(crt * 1_000, calendar);

const model = {
  id: 7,
  name: "Basic",
  type: 0,
  mod: 5,
  usn: -1,
  sortf: 0,
  did: null,
  css: "",
  tmpls: [
    { name: "Card 1", ord: 0, qfmt: "{{Front}}", afmt: "{{Back}}", bqfmt: "", bafmt: "" },
    { name: "Card 2", ord: 1, qfmt: "{{Back}}", afmt: "{{Front}}", bqfmt: "", bafmt: "" },
  ],
  flds: [
    { name: "Front", ord: 0, font: "Arial", size: 20 },
    { name: "Back", ord: 1, font: "Arial", size: 20 },
  ],
};
const deck = (id: number, name: string, more = {}) => ({ id, name, desc: "", dyn: 0, conf: 1, ...more });
const note = (id: number, changes: Partial<AnkiNote> = {}): AnkiNote => ({
  ...{
    id,
    guid: `g${id}`,
    mid: 7,
    mod: 1_700_000_000,
    usn: -1,
    tags: "",
    flds: `front ${id}\u001fback`,
    sfld: `front ${id}`,
  },
  ...{ csum: 0, flags: 0, data: "" },
  ...changes,
});
const card = (id: number, nid: number, changes: Partial<AnkiCard> = {}): AnkiCard => ({
  ...{ id, nid, did: 1, ord: 0, mod: 1_700_000_000, usn: -1, type: 0, queue: 0, due: 1, ivl: 0, factor: 0, reps: 0 },
  ...{ lapses: 0, left: 0, odue: 0, odid: 0, flags: 0, data: "" },
  ...changes,
});
const answered = (id: number, cid: number, changes: Partial<AnkiReview> = {}): AnkiReview => ({
  ...{ id, cid, usn: -1, ease: 3, ivl: 10, lastIvl: 5, factor: 2_500, time: 4_000, type: 1 },
  ...changes,
});

interface Given {
  notes?: AnkiNote[];
  cards?: AnkiCard[];
  revlog?: AnkiReview[];
  decks?: object[];
  conf?: object;
  models?: object;
}

function read(
  { notes = [note(1_700_000_000_000)], cards = [], revlog = [], decks = [], conf, models }: Given,
  renamed = new Map<string, string>(),
) {
  const all = [deck(1, "Default"), ...decks].map((each) => [(each as { id: number }).id, each]);
  const anki: AnkiCollection = {
    schema: 11,
    col: {
      ...{ crt, mod: now, scm: now, ver: 11, dty: 0, usn: 0, ls: 0 },
      conf: JSON.stringify(conf ?? { creationOffset: -60, rollover: 4, schedVer: 2 }),
      models: JSON.stringify(models ?? { 7: model }),
      decks: JSON.stringify(Object.fromEntries(all)),
      ...{ dconf: "{}", tags: "{}" },
    },
    ...{ notes, cards, revlog, graves: [] },
  };
  return toParcel(anki, { media: [], renamed, whole: false, format: "apkg", calendar, now });
}

const nid = 1_700_000_000_000;
const only = (changes: Partial<AnkiCard>, more: Given = {}) =>
  read({ cards: [card(nid, nid, changes)], ...more }).cards[0];

it("makes days of due dates, whichever way the collection counts", () => {
  const review = { type: 2, queue: 2, due: 30, ivl: 12, factor: 2_500, reps: 3 };
  const found = { phase: "review", due: null, day: first + 30, interval: 12 };
  expect(only(review)).toMatchObject(found);
  expect(only(review, { conf: { rollover: 4 } })).toMatchObject(found);
  expect(only(review, { conf: {} })).toMatchObject(found);
  expect(only(review, { conf: { creationOffset: 300, rollover: 4 } })).toMatchObject({ day: first + 29 });
});

it("reads every state", () => {
  const soon = Math.floor(now / 1_000) + 600;
  expect(only({ due: 5 })).toMatchObject({ phase: "new", day: 0, interval: 0, stability: 0 });
  expect(only({ type: 1, queue: 1, due: soon, left: 2, reps: 1 })).toMatchObject({
    ...{ phase: "learning", step: 0, due: soon * 1_000, day: studyDay(now, calendar), interval: 0 },
  });
  expect(only({ type: 1, queue: 3, due: 323, left: 1_001, reps: 2 })).toMatchObject({
    ...{ phase: "learning", step: 1, due: null, day: first + 323 },
  });
  expect(only({ type: 3, queue: 1, due: soon, left: 1, reps: 9, lapses: 2, factor: 2_300, ivl: 4 })).toMatchObject({
    ...{ phase: "relearning", due: soon * 1_000, lapses: 2, interval: 0 },
  });
  expect(only({ type: 2, queue: -1, due: 40, ivl: 9, flags: 11 })).toMatchObject({
    suspended: true,
    flag: 3,
    day: first + 40,
  });
  const bury = (queue: number) => only({ type: 2, queue, due: 40, ivl: 9, mod: Math.floor(now / 1_000) });
  const away = { buried: studyDay(now, calendar), suspended: false };
  expect(bury(-2)).toMatchObject({ ...away, buriedAsSibling: true });
  expect(bury(-3)).toMatchObject(away);
  expect(bury(-3)).not.toHaveProperty("buriedAsSibling");
  expect(only({ type: 1, queue: -1, due: soon })).toMatchObject({
    phase: "learning",
    due: soon * 1_000,
    suspended: true,
  });
});

it("takes over a memory that is said, and makes the others from the log, or from interval and ease", () => {
  const said = only({ type: 2, queue: 2, due: 9, ivl: 9, data: '{"s":12.5,"d":4.25,"dr":0.9,"lrt":1780000000}' });
  expect(said).toMatchObject({ stability: 12.5, difficulty: 4.25, last: 1_780_000_000_000 });
  const revlog = [answered(1_780_000_000_123, nid, { type: 0, lastIvl: 0 }), answered(1_781_000_000_000, nid)];
  const replayed = only({ type: 2, queue: 2, due: 9, ivl: 9 }, { revlog });
  expect(replayed?.last).toBe(1_781_000_000_000);
  expect(replayed?.stability).toBeGreaterThan(2.4);
  const assumed = only({ type: 2, queue: 2, due: 9, ivl: 100, factor: 2_500 });
  expect(assumed?.stability).toBeCloseTo(100, 2);
  const precise = only({ type: 2, queue: 2, due: 9, ivl: 9, data: '{"s":12.5,"d":4.25,"lrt":1781000000}' }, { revlog });
  expect(precise).toMatchObject({ stability: 12.5, last: 1_781_000_000_000 });
});

it("sends cards in filtered decks home", () => {
  const decks = [deck(5, "Home"), deck(6, "Cram", { dyn: 1 })];
  const row = { did: 6, odid: 5, odue: 44, due: -99_000, type: 2, queue: 2, ivl: 8 };
  const parcel = read({ decks, cards: [card(nid, nid, row)] });
  expect(parcel.notes[0]?.deck).toBe("5");
  expect(parcel.cards[0]).toMatchObject({ day: first + 44 });
  expect(parcel.decks.map(({ name }) => name)).toEqual(["Home"]);
  expect(parcel.problems).toEqual([]);
  const lost = read({ decks, cards: [card(nid, nid, { ...row, odid: 99 })] });
  expect(lost.notes[0]?.deck).toBe("1");
  expect(lost.problems).toMatchObject([{ note: String(nid), weight: "suspicious" }]);
});

it("gives a card a deck of its own where its note is elsewhere", () => {
  const parcel = read({ decks: [deck(5, "A")], cards: [card(nid, nid), card(nid + 1, nid, { ord: 1, did: 5 })] });
  expect(parcel.notes[0]?.deck).toBe("1");
  expect(parcel.cards.map(({ deck: own }) => own)).toEqual([undefined, "5"]);
});

it("says which phase each answer met, and how long after the one before", () => {
  const at = (day: number) => startOf(first + day, calendar) + 3_600_000;
  const revlog = [
    answered(at(1), nid, { type: 0, ivl: -600, lastIvl: 0, factor: 0 }),
    answered(at(1) + 700_000, nid, { type: 0, ivl: 3, lastIvl: -600, factor: 2_500 }),
    answered(at(4), nid, { ease: 1, ivl: -600, lastIvl: 3, factor: 2_300, time: 90_000 }),
    answered(at(4) + 700_000, nid, { type: 2, ivl: 1, lastIvl: -600, factor: 2_300 }),
    answered(at(5), nid, { type: 4, ease: 0, ivl: 0, lastIvl: 1, factor: 0, time: 0 }),
    answered(at(6), nid, { type: 0, ivl: -60, lastIvl: 0, factor: 0 }),
  ];
  const { reviews } = read({ cards: [card(nid, nid)], revlog });
  expect(reviews.map(({ phase, elapsed, grade, took }) => [phase, elapsed, grade, took])).toEqual([
    ["new", 0, 3, 4_000],
    ["learning", 0, 3, 4_000],
    ["review", 3, 1, 60_000],
    ["relearning", 0, 3, 4_000],
    ["review", 1, 0, 0],
    ["new", 0, 3, 4_000],
  ]);
});

it("mends what can be mended, and says so of the note", () => {
  const notes = [
    note(nid, { flds: "a\u001fb\u001fc" }),
    note(nid + 1, { guid: "" }),
    note(nid + 2, { flds: "a\0\r" }),
    note(nid + 3, { mid: 8 }),
    note(nid + 4, { guid: `g${nid}` }),
  ];
  const models = { 7: model, 9: { ...model, id: 9 } };
  const cards = [
    card(1, nid, { ivl: 1e9, type: 2, queue: 2, due: Number.NaN }),
    card(2, 55),
    card(3, nid + 1, { type: 9 }),
  ];
  const { notes: read_, problems, cards: readCards } = read({ notes, models, cards, revlog: [answered(5, 77)] });
  expect(read_.map(({ fields }) => Object.values(fields))).toEqual([
    [`front ${nid + 1}`, "back"],
    ["a", "b; c"],
    ["a", ""],
    [`front ${nid + 4}`, "back"],
  ]);
  expect(read_.map(({ guid }) => guid)).toEqual([String(nid + 1), `g${nid}`, `g${nid + 2}`, String(nid + 4)]);
  expect(readCards).toMatchObject([
    { interval: 36_500, day: first },
    { phase: "new", day: 0 },
  ]);
  expect(problems.filter(({ weight }) => weight === "broken").map(({ place }) => place)).toEqual([
    `note ${nid + 3}`,
    "cards without a note",
  ]);
  expect(new Set(problems.map(({ note: id }) => id))).toEqual(
    new Set([...notes.map(({ id }) => String(id)), undefined]),
  );
});

it("reads the three buttons that steps once had", () => {
  const revlog = [1, 2, 3].map((ease, i) => answered(1_780_000_000_000 + i, nid, { ease, type: 0 }));
  const grades = (conf: object) => read({ cards: [card(nid, nid)], revlog, conf }).reviews.map(({ grade }) => grade);
  expect(grades({ schedVer: 1 })).toEqual([1, 3, 4]);
  expect(grades({ schedVer: 2 })).toEqual([1, 2, 3]);
});

it("takes Anki's image occlusion for Mneme's, whatever its fields are called", () => {
  const names = ["Masken", "Bild", "Titel", "Dazu", "Notiz"];
  const flds = names.map((name, tag) => ({ name, ord: tag, tag, id: 900 + tag }));
  const io = {
    ...model,
    type: 1,
    originalStockKind: 6,
    flds,
    tmpls: [{ ...model.tmpls[0], qfmt: "{{cloze:Masken}}" }],
  };
  const [type] = read({
    models: { 7: io },
    notes: [note(nid, { flds: "{{c1::x}}\u001f<img>\u001f\u001f\u001f" })],
  }).noteTypes;
  expect(type?.stock).toBe("occlusion");
  expect(type?.fields.map(({ id, name }) => [id, name])).toEqual([
    ["Occlusion", "Masken"],
    ["Image", "Bild"],
    ["Header", "Titel"],
    ["Back Extra", "Dazu"],
    ["Comments", "Notiz"],
  ]);
});

it("calls media by the names that they have here", () => {
  const flds = '<img src="a b.png">[sound:x.mp3]\u001f<img src="a%20b.png">';
  const anki = { notes: [note(nid, { flds })] };
  const renamed = new Map([
    ["a b.png", "a b-1.png"],
    ["x.mp3", "x-1.mp3"],
  ]);
  expect(Object.values(read(anki, renamed).notes[0]?.fields ?? {})).toEqual([
    '<img src="a b-1.png">[sound:x-1.mp3]',
    '<img src="a%20b-1.png">',
  ]);
});
