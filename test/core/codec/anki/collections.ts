// Whole collections as Anki has them, of any content that can be, for the laws of reading and writing.
import fc from "fast-check";
import { checksumOf, sortValueOf } from "../../../../main/core/codec/anki/checksum.ts";
import type {
  AnkiCard,
  AnkiCollection,
  AnkiGrave,
  AnkiNote,
  AnkiReview,
} from "../../../../main/core/codec/anki/collection.ts";

export const calendar = { zone: "Europe/Berlin", rolloverHour: 4 };
export const now = Date.UTC(2026, 10, 20, 12);
const seconds = Math.floor(now / 1_000);
const crt = Date.UTC(2024, 0, 1, 3) / 1_000;

/** An id of 64 bits, of which a double would lose digits. */
const bigId = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const word = fc.string({ unit: fc.constantFrom(..."abc äß日本🎧<>&\"'\n\t :"), minLength: 1, maxLength: 12 });
const name = fc
  .string({ unit: fc.constantFrom(..."abcdeÄ日 "), minLength: 1, maxLength: 8 })
  .map((s) => `n${s}`.trim());
const usn = fc.constantFrom(-1, 0, 17);

const model = (id: number) =>
  fc
    .record({
      cloze: fc.boolean(),
      fields: fc.integer({ min: 1, max: 4 }),
      templates: fc.integer({ min: 1, max: 3 }),
      ids: fc.option(fc.array(bigId, { minLength: 8, maxLength: 8 }), { nil: null }),
      odd: fc.boolean(),
      css: word,
      name,
      mod: fc.nat(seconds),
    })
    .map(({ cloze, fields, templates, ids, odd, css, ...rest }) => {
      const count = cloze ? 1 : templates;
      const own = (i: number) => (ids ? `,"id":${ids[i]}` : "");
      const flds = Array.from(
        { length: fields },
        (_, i) =>
          `{"name":"F${i}","ord":${i},"sticky":${odd ? "0" : "false"},"rtl":false,"font":"Arial","size":${odd ? '"20"' : "20"},"description":"","media":[]${own(i)}}`,
      );
      const front = (i: number) => (cloze ? "{{cloze:F0}}" : `{{F${i % fields}}}`);
      const tmpls = Array.from(
        { length: count },
        (_, i) =>
          `{"name":"T${i}","ord":${i},"qfmt":"${front(i)}","afmt":"{{FrontSide}}","bqfmt":"","bafmt":"","did":null${own(7 - i)}}`,
      );
      const json = `{"id":${odd ? `"${id}"` : id},"name":${JSON.stringify(`${rest.name} ${id}`)},"type":${cloze ? 1 : 0},"mod":${rest.mod},"usn":-1,"sortf":${fields - 1},"did":null,"css":${JSON.stringify(css)},"flds":[${flds}],"tmpls":[${tmpls}],"req":[[0,"any",[0]]],"vers":[],"add-on":{"x":1.50}}`;
      return { id, cloze, fields, templates: count, json };
    });

const preset = (id: number) =>
  fc
    .record({
      name,
      delays: fc.array(fc.constantFrom(1, 10, 0.5, 1_440, 90), { maxLength: 3 }),
      perDay: fc.nat(9_999),
      retention: fc.constantFrom(0.7, 0.85, 0.9, 0.97),
      weights: fc.boolean(),
      bury: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
      leech: fc.tuple(fc.nat(20), fc.nat(1)),
      easy: fc.constantFrom<number[]>([], [1, 1, 1, 1, 1, 0.5, 0], [0.3, 1, 1, 1, 1, 1, 1], [1, 1]),
      order: fc.array(fc.nat(13), { minLength: 5, maxLength: 5 }),
      said: fc.boolean(),
    })
    .map(({ name: called, delays, perDay, retention, weights, bury, leech, easy, order, said }) => ({
      id,
      steps: delays.length,
      json: JSON.stringify({
        ...{ id, name: called, mod: 3, usn: 0, maxTaken: 60 },
        new: { delays, perDay, initialFactor: 2_500, order: 1, ints: [1, 4, 7] },
        rev: { perDay: 100, maxIvl: 36_500, ease4: 1.3 },
        lapse: { delays: [10], mult: 0, leechFails: 8 },
        desiredRetention: retention,
        fsrsWeights: weights ? Array.from({ length: 17 }, (_, i) => i / 4 + 0.25) : [],
        unknown: { deep: [1, "2"] },
        ...(said && {
          new: { delays, perDay, initialFactor: 2_500, order: 1, ints: [1, 4, 7], bury: bury[0] },
          rev: { perDay: 100, maxIvl: 36_500, ease4: 1.3, bury: bury[1] },
          lapse: { delays: [10], mult: 0, leechFails: leech[0], leechAction: leech[1] },
          ...{ buryInterdayLearning: bury[2], easyDaysPercentages: easy, newGatherPriority: order[0] },
          ...{ newSortOrder: order[1], newMix: order[2], interdayLearningMix: order[3], reviewOrder: order[4] },
        }),
      }),
    }));

const data = fc.oneof(
  fc.constantFrom("", "{}", '{"cd":"{\\"x\\":1}"}'),
  fc
    .record({
      s: fc.integer({ min: 1, max: 9e7 }),
      d: fc.integer({ min: 1_000, max: 10_000 }),
      back: fc.nat(9e7),
      all: fc.boolean(),
    })
    .map(({ s, d, back, all }) => {
      const float = (n: number) => (Number.isInteger(n) ? `${n}.0` : String(n));
      const said = `{"pos":5,"s":${float(s / 1e4)},"d":${float(d / 1e3)}`;
      return all ? `${said},"dr":0.9,"decay":0.154,"lrt":${seconds - back}}` : `${said}}`;
    }),
);

type State = Pick<AnkiCard, "type" | "queue" | "due" | "ivl" | "factor" | "reps" | "lapses" | "left" | "data">;
const put = (state: Partial<State>): State => ({
  ...{ type: 0, queue: 0, due: 0, ivl: 0, factor: 0, reps: 0, lapses: 0, left: 0, data: "" },
  ...state,
});
const day = fc.integer({ min: -50, max: 3_000 });
const soon = fc.integer({ min: seconds - 90_000, max: seconds + 90_000 });
const counts = { reps: fc.nat(50), lapses: fc.nat(9) };
const left = fc.constantFrom(0, 1, 2, 1_001, 2_002, 3_003);

/** Every state that a card can be in, as the columns say it. */
export const state: fc.Arbitrary<State> = fc.oneof(
  fc
    .record({
      due: fc.nat(99_999),
      data: fc.constantFrom("", "{}", '{"cd":"1"}'),
      queue: fc.constantFrom(0, -1, -2, -3),
    })
    .map(put),
  fc.record({ type: fc.constant(1), queue: fc.constantFrom(1, -1), due: soon, left, data, ...counts }).map(put),
  fc.record({ type: fc.constantFrom(1, 3), queue: fc.constant(3), due: day, left, data, ...counts }).map(put),
  fc
    .record({
      ...{
        type: fc.constant(2),
        queue: fc.constantFrom(2, -1, -2, -3),
        due: day,
        ivl: fc.integer({ min: 1, max: 36_500 }),
      },
      ...{ factor: fc.integer({ min: 1_300, max: 3_500 }), data, left, ...counts },
    })
    .map(put),
  fc
    .record({
      ...{ type: fc.constantFrom(2, 3), queue: fc.constant(1), due: soon, ivl: fc.integer({ min: 1, max: 400 }) },
      ...{ factor: fc.constant(2_300), left, data, ...counts },
    })
    .map(put),
);

interface Model {
  id: number;
  cloze: boolean;
  fields: number;
  templates: number;
  json: string;
}

const note = (id: number, models: readonly Model[]) =>
  fc.constantFrom(...models).chain((type) =>
    fc
      .record({
        fields: fc.array(word, { minLength: type.fields, maxLength: type.fields }),
        tags: fc.array(fc.constantFrom("a", "b::c", "leech", "ä"), { maxLength: 3 }),
        isOdd: fc.boolean(),
        mod: fc.integer({ min: 1, max: seconds }),
        usn,
        flags: fc.constantFrom(0, 0, 3),
        data: fc.constantFrom("", "", "add-on"),
        ords: fc.uniqueArray(fc.nat(type.cloze ? 4 : type.templates - 1), { maxLength: 3 }),
      })
      .map(({ fields, tags, isOdd, ords, ...rest }) => {
        const texts = type.cloze ? fields.with(0, `${fields[0]} {{c1::x}} {{c2::y}}`) : fields;
        const unique = [...new Set(tags)];
        const row: AnkiNote = {
          ...{ id, guid: `g${id}-'`, mid: type.id, ...rest },
          tags: isOdd ? unique.join(" ") : unique.length > 0 ? ` ${unique.join(" ")} ` : "",
          flds: texts.join("\u001f"),
          sfld: isOdd ? "other" : sortValueOf(texts[type.fields - 1] ?? ""),
          csum: isOdd ? 7 : checksumOf(texts[0] ?? ""),
        };
        return { row, ords };
      }),
  );

const review = (from: number) =>
  fc.record({
    id: fc.constant(from),
    usn,
    ease: fc.integer({ min: 0, max: 4 }),
    ivl: fc.constantFrom(-600, -60, 0, 1, 12, 400),
    lastIvl: fc.constantFrom(-600, 0, 1, 12),
    factor: fc.constantFrom(0, 650, 2_500),
    time: fc.constantFrom(0, 4_321, 60_000, 99_000),
    type: fc.integer({ min: 0, max: 5 }),
  });

interface Wanted {
  notes: number;
  reviews: number;
}

/** Filtered deck 1003 is at home in 1001. */
const decks = (presets: readonly number[]) =>
  fc.constantFrom(...presets).map((conf) => {
    const deck = (id: number, called: string, more = {}) => ({
      id,
      name: called,
      desc: "<b>d</b>",
      dyn: 0,
      conf: 1,
      usn: -1,
      ...more,
    });
    return {
      1: deck(1, "Default"),
      1001: deck(1001, "A", { conf, browserCollapsed: true, "add-on": 1 }),
      1002: deck(1002, "A::B", {
        ...{ newToday: [5, 6], md: true, newLimit: 7, reviewLimit: null, desiredRetention: 84 },
        ...{ newLimitToday: { limit: 3, today: 900 }, reviewLimitToday: { limit: 4, today: 901 } },
      }),
      1003: { ...deck(1003, "Cram", { dyn: 1, resched: true, terms: [["is:due", 9, 1]] }) },
    };
  });

export const ankiCollection = ({ notes, reviews }: Wanted): fc.Arbitrary<AnkiCollection> =>
  fc
    .record({ models: fc.tuple(model(501), model(502)), presets: fc.tuple(preset(1), preset(901)) })
    .chain(({ models, presets }) =>
      fc.record({
        models: fc.constant(models),
        presets: fc.constant(presets),
        decks: decks(presets.map(({ id }) => id)),
        notes: fc.tuple(...Array.from({ length: notes }, (_, i) => note(1_700_000_000_000 + i * 1_000, models))),
        states: fc.array(
          fc.record({ state, deck: fc.constantFrom(1, 1001, 1002, 1003), usn, flags: fc.constantFrom(0, 3, 9) }),
          {
            minLength: notes * 3,
            maxLength: notes * 3,
          },
        ),
        reviews: fc.tuple(...Array.from({ length: reviews }, (_, i) => review(1_710_000_000_000 + i * 40_000_000))),
        conf: fc.constantFrom(
          { creationOffset: -60, rollover: 4, schedVer: 2 },
          { rollover: 4, schedVer: 2 },
          {},
          {
            ...{ schedVer: 2, newCardsIgnoreReviewLimit: true, applyAllParentLimits: true },
          },
        ),
        graves: fc.constantFrom<AnkiGrave[]>([], [{ usn: -1, oid: 5, type: 1 }]),
      }),
    )
    .map(({ models, presets, decks: folders, notes: made, states, reviews: log, conf, graves }) => {
      const cards = made.flatMap(({ row, ords }, n) =>
        ords.map((ord, i): AnkiCard => {
          const { state: columns, deck, ...rest } = states[n * 3 + i] as (typeof states)[number];
          const isFiltered =
            deck === 1003 && (columns.type === 0 || columns.type === 2) && columns.queue >= 0 && columns.queue !== 1;
          const home = deck === 1003 ? 1001 : deck;
          return {
            ...{ id: row.id + i * 7, nid: row.id, did: home, ord, mod: row.mod, odue: 0, odid: 0 },
            ...columns,
            ...rest,
            ...(isFiltered && { did: 1003, odid: 1001, odue: columns.due, due: -100_000 + i }),
          };
        }),
      );
      const rows =
        cards.length === 0
          ? []
          : log.map((each, i): AnkiReview => ({ ...each, cid: (cards[i % cards.length] as AnkiCard).id }));
      const json = (all: readonly { id: number; json: string }[]) =>
        `{${all.map(({ id, json: text }) => `"${id}":${text}`)}}`;
      return {
        schema: 11,
        col: {
          ...{ crt, mod: now, scm: now - 5, ver: 11, dty: 0, usn: 4, ls: 9 },
          conf: JSON.stringify({ ...conf, nextPos: 4, fsrs: true, "add-on": [1] }),
          models: json(models),
          decks: JSON.stringify(folders),
          dconf: json(presets),
          tags: '{"a":-1,"b::c":0,"leech":3,"ä":1}',
        },
        notes: made.map(({ row }) => row),
        cards: cards.sort((a, b) => a.id - b.id),
        revlog: rows,
        graves,
      };
    });
