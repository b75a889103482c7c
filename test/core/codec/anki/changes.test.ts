// What was changed in Mneme changes in Anki's rows; all else stays as it was.
import fc from "fast-check";
import { parse } from "lossless-json";
import { expect, it } from "vitest";
import type { Card, Note, NoteType, Review } from "../../../../main/contract/shapes.ts";
import type { AnkiCollection } from "../../../../main/core/codec/anki/collection.ts";
import { fromParcel } from "../../../../main/core/codec/anki/fromParcel.ts";
import { toParcel } from "../../../../main/core/codec/anki/toParcel.ts";
import type { Parcel } from "../../../../main/core/parcel/parcel.ts";
import { studyDay } from "../../../../main/core/schedule/day.ts";
import { buriedOn } from "../../../../main/core/study/siblings.ts";
import { ankiCollection, calendar, now } from "./collections.ts";

const read = (anki: AnkiCollection) =>
  toParcel(anki, { media: [], renamed: new Map(), whole: true, format: "colpkg", calendar, now });
const write = (parcel: Parcel, options = {}) =>
  fromParcel(parcel, { calendar, now, schedule: true, presets: true, ...options }).anki;
const today = studyDay(now, calendar);
const bare = ({ kept: _, ...card }: Card) => card;

/** As far as numbers have places there. */
const rounded = ({ kept: _, ...card }: Card) => ({
  ...card,
  stability: Number(card.stability.toFixed(4)),
  difficulty: Number(card.difficulty.toFixed(3)),
});

/** Collections in which there is a card at all. */
const collections = ankiCollection({ notes: 3, reviews: 6 }).filter(({ cards }) => cards.length > 0);

const answered = (card: Card, last: number): Card => ({
  ...buriedOn(card, null),
  ...{ phase: "review", step: 0, due: null, day: today + 9, interval: 9, stability: 9.25, difficulty: 4.5, last },
  ...{ reps: card.reps + 1 },
});

it("an answer changes the row of its card, and adds one to the log", () => {
  fc.assert(
    fc.property(collections, (anki) => {
      const parcel = read(anki);
      const [card, ...others] = parcel.cards as [Card, ...Card[]];
      fc.pre(card !== undefined);
      const next = answered(card, now - 5_000);
      const review: Review = {
        ...{
          id: String(now - 5_000),
          card: card.id,
          at: now - 5_000,
          grade: 3,
          took: 2_000,
          phase: card.phase,
          elapsed: 1,
        },
        ...{ interval: 9, stability: 9.25, difficulty: 4.5, recall: 0.9 },
      };
      const back = write({ ...parcel, cards: [next, ...others], reviews: [...parcel.reviews, review] });
      const row = anki.cards.find(({ nid, ord }) => `${nid}/${ord}` === card.id);
      const changed = back.cards.find(({ id }) => id === row?.id);
      expect(back.cards.filter((each) => each !== changed)).toEqual(anki.cards.filter((each) => each !== row));
      expect(back.revlog.slice(0, -1)).toEqual(anki.revlog);
      expect(back.revlog.at(-1)).toMatchObject({
        id: review.at,
        cid: row?.id,
        ivl: 9,
        factor: 489,
        time: 2_000,
        usn: -1,
      });
      expect(changed).toMatchObject({
        type: 2,
        ivl: 9,
        reps: card.reps + 1,
        odid: 0,
        odue: 0,
        usn: -1,
        flags: row?.flags,
      });
      expect((changed?.did ?? 0) === 1003).toBe(false);
      if (row?.factor) expect(changed?.factor).toBe(row.factor);
      expect(read(back).reviews.at(-1)?.grade).toBe(3);
      const again = read(back).cards.find(({ id }) => id === card.id) as Card;
      expect(bare(again)).toEqual(bare(next));
      expect(JSON.parse(changed?.data ?? "").cd).toEqual(JSON.parse(row?.data || "{}").cd);
    }),
    { numRuns: 60 },
  );
}, 60_000);

it("a flag, a suspension and their end leave the schedule as it was", () => {
  fc.assert(
    fc.property(collections, fc.nat(7), fc.boolean(), (anki, flag, suspended) => {
      const parcel = read(anki);
      const cards = parcel.cards.map((card) => ({ ...buriedOn(card, null), flag, suspended }));
      const back = read(write({ ...parcel, cards }));
      const changed = new Map(back.cards.map((card) => [card.id, bare(card)]));
      for (const card of cards) {
        const found = changed.get(card.id);
        if (found) expect(rounded(found)).toEqual(rounded(card));
        else expect([card.phase, card.flag, card.suspended]).toEqual(["new", 0, false]);
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);

it("an edited note has its text, its checksum and its time anew", () => {
  fc.assert(
    fc.property(ankiCollection({ notes: 2, reviews: 0 }), (anki) => {
      const parcel = read(anki);
      const [note, ...others] = parcel.notes as [Note, ...Note[]];
      // An edit is later than what was.
      fc.pre(note.modified < now - 1_000);
      const type = parcel.noteTypes.find(({ id }) => id === note.type) as NoteType;
      const fields = { ...note.fields, [type.fields[0]?.id as string]: "<b>12</b>" };
      const back = write({ ...parcel, notes: [{ ...note, fields, tags: ["z"], modified: now }, ...others] });
      const row = back.notes.find(({ id }) => String(id) === note.id);
      expect(row).toMatchObject({ tags: " z ", mod: Math.floor(now / 1_000), usn: -1, csum: 2068971675 });
      expect(row?.flds.split("\u001f")[0]).toBe("<b>12</b>");
      if (type.fields.length === 1) expect(row?.sfld).toBe(12);
      expect(back.notes.filter((each) => each !== row)).toEqual(anki.notes.filter(({ id }) => String(id) !== note.id));
      expect(JSON.parse(back.col.tags)).toMatchObject({ z: -1 });
    }),
    { numRuns: 30 },
  );
}, 60_000);

it("a changed note type keeps all that it had in Anki", () => {
  fc.assert(
    fc.property(ankiCollection({ notes: 1, reviews: 0 }), (anki) => {
      const parcel = read(anki);
      const noteTypes = parcel.noteTypes.map((type) => {
        const [first, ...more] = type.fields;
        const added = { ...(first as NoteType["fields"][number]), id: "new", name: "Added" };
        const fields = [...more, { ...(first as NoteType["fields"][number]), name: "Renamed" }, added];
        return { ...type, fields, templates: type.templates.toReversed(), modified: now };
      });
      const back = write({ ...parcel, noteTypes });
      const again = read(back).noteTypes;
      expect(again.map(({ kept: _, ...type }) => type)).toEqual(noteTypes.map(({ kept: _, ...type }) => type));
      const [was, is] = [anki, back].map(({ col }) => parse(col.models) as Record<string, Record<string, unknown>>);
      for (const [id, model] of Object.entries(was ?? {})) {
        expect(is?.[id]?.["add-on"]).toEqual(model["add-on"]);
        const ids = (of: Record<string, unknown> | undefined) =>
          ((of?.flds ?? []) as { id?: unknown }[]).map((field) => field.id);
        for (const old of ids(model)) if (old !== undefined) expect(ids(is?.[id])).toContainEqual(old);
      }
    }),
    { numRuns: 30 },
  );
}, 60_000);

it("without a schedule every card is new, and there is no log", () => {
  fc.assert(
    fc.property(collections, (anki) => {
      const back = write(read(anki), { schedule: false });
      expect(back.revlog).toEqual([]);
      for (const card of back.cards)
        expect(card).toMatchObject({ type: 0, queue: 0, ivl: 0, reps: 0, lapses: 0, odid: 0, flags: 0, data: "{}" });
      expect(new Set(back.cards.map(({ id }) => id))).toEqual(new Set(anki.cards.map(({ id }) => id)));
    }),
    { numRuns: 30 },
  );
}, 60_000);
