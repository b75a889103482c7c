// Packages that the real Anki made, read by Mneme; and packages that Mneme made, taken in by the real Anki.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { Card, NoteType, Preset } from "../../main/contract/shapes.ts";
import type { AnkiReview } from "../../main/core/codec/anki/collection.ts";
import { fromParcel } from "../../main/core/codec/anki/fromParcel.ts";
import { toParcel } from "../../main/core/codec/anki/toParcel.ts";
import { guidOf, newCard } from "../../main/core/collection.ts";
import { moveText } from "../../main/core/noteType/moveText.ts";
import type { Parcel } from "../../main/core/parcel/parcel.ts";
import { studyDay } from "../../main/core/schedule/day.ts";
import { writePackage } from "../../main/transfer/anki/writePackage.ts";
import { mnemeParcel } from "../core/codec/anki/parcels.ts";
import { readFileAt } from "../transfer/anki/reading.ts";
import { manyRows } from "./manyRows.ts";
import { unchanging } from "./packageDifferences.ts";

const anki = inject("anki");
const reason = "reason" in anki ? `, not compared: ${anki.reason}` : "";

const calendar = { zone: "Europe/Berlin", rolloverHour: 4 };

type Row = (number | string)[];
interface Rows {
  today: number;
  now: number;
  crt: number;
  notes: Row[];
  cards: Row[];
  revlog: Row[];
  decks: Record<string, string>;
  types: Record<string, string>;
}
interface Made {
  rows: Rows;
  answered: number;
  memory: Record<string, [stability: number, difficulty: number]>;
  packages: Record<string, boolean>;
}

interface Taken {
  rows: Rows;
  fine: boolean;
  report: string;
  new: number | null;
  others: number;
  media: string[];
  back: string;
}

/**
 * Anki drops the column in which the source of Markdown goes along, so what it cannot say comes back in other signs that mean the same.
 */
const plainly = (text: string) => moveText(text, "markdown", "html").replace(/\s+/g, " ").trim();

/** Columns of a card in the rows that the script tells. */
const [id, nid, did, ord, type, queue, due, ivl, reps, lapses, odue, odid, flags, data] = [
  0, 1, 2, 3, 5, 6, 7, 8, 10, 11, 13, 14, 15, 16,
] as const;

describe.skipIf(reason !== "")(`packages of the real Anki and of Mneme${reason}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "mneme-anki-"));
  let made: Record<"fsrs" | "sm2", Made>;

  const run = (what: string, ...more: string[]) => {
    if ("reason" in anki) return;
    const script = join(import.meta.dirname, "packages.py");
    const env = { ...process.env, TZ: calendar.zone };
    const { status, stderr } = spawnSync(anki.python, [script, what, folder, ...more], { encoding: "utf8", env });
    if (status !== 0) throw new Error(stderr.slice(-2_000));
    return JSON.parse(readFileSync(join(folder, `${what}.json`), "utf8"));
  };

  beforeAll(() => {
    made = run("make");
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const read = async (kind: "fsrs" | "sm2", name: string): Promise<Parcel> => {
    const { now } = made[kind].rows;
    const { anki: rows, media, renamed, problems } = await readFileAt(join(folder, kind, name), { now });
    expect(problems).toEqual([]);
    const whole = name.endsWith(".colpkg");
    return toParcel(rows, { media, renamed, whole, format: whole ? "colpkg" : "apkg", calendar, now });
  };
  const packages = ["new.apkg", "old.apkg", "new.colpkg", "old.colpkg"];
  const cases = (["fsrs", "sm2"] as const).flatMap((kind) => packages.map((name) => [kind, name] as const));

  test.each(cases)("%s %s comes in with every note, card and review", async (kind, name) => {
    const { rows } = made[kind];
    const parcel = await read(kind, name);
    const today = studyDay(rows.now, calendar);
    expect(parcel.problems).toEqual([]);
    const notes = parcel.notes.toSorted((a, b) => a.created - b.created);
    const types = new Map(parcel.noteTypes.map((each) => [each.id, each]));
    expect(
      notes.map(({ created, guid, type: of, modified, tags, fields }) => [
        ...[created, guid, of, modified / 1_000, ` ${tags.join(" ")} `],
        types
          .get(of)
          ?.fields.map((field) => fields[field.id])
          .join("\u001f"),
      ]),
    ).toEqual(rows.notes.map((row) => [row[0], row[1], String(row[2]), row[3], row[4], row[5]]));
    const decks = new Map(parcel.decks.map((deck) => [deck.id, deck.name]));
    const cards = new Map(parcel.cards.map((card) => [card.id, card]));
    const byId = new Map(parcel.notes.map((note) => [note.id, note]));
    for (const row of rows.cards) {
      const card = cards.get(`${row[nid]}/${row[ord]}`);
      const note = byId.get(String(row[nid]));
      const home = row[odid] !== 0 ? row[odid] : row[did];
      expect(decks.get(card?.deck ?? note?.deck ?? "")).toBe(rows.decks[String(home)]);
      expectState(card, row, rows, today);
    }
    expect(parcel.reviews.map(({ at, grade, interval, took }) => [at, grade, interval, took])).toEqual(
      rows.revlog.map((row) => [row[0], row[2], row[3], Math.min(row[6] as number, 60_000)]),
    );
  });

  const plain = (["fsrs", "sm2"] as const).flatMap((kind) => ["new", "old"].map((name) => [kind, name] as const));
  test.each(plain)("%s %s without scheduling comes in with every note, and all cards new", async (kind, name) => {
    const { rows } = made[kind];
    const parcel = await read(kind, `${name}-plain.apkg`);
    expect(parcel.problems).toEqual([]);
    const known = new Map(parcel.noteTypes.map((each) => [each.id, each.fields]));
    expect(
      parcel.notes
        .toSorted((a, b) => a.created - b.created)
        .map(({ created, guid, type: of, fields }) => [
          ...[created, guid, of],
          known
            .get(of)
            ?.map((field) => fields[field.id])
            .join("\u001f"),
        ]),
    ).toEqual(rows.notes.map((row) => [row[0], row[1], String(row[2]), row[5]]));
    expect(parcel.reviews).toEqual([]);
    for (const card of parcel.cards)
      expect(card).toMatchObject({ phase: "new", reps: 0, lapses: 0, stability: 0, suspended: false, flag: 0 });
  });

  /** What Mneme says of a card beside the row that Anki told. */
  function expectState(card: Card | undefined, row: Row, rows: Rows, today: number) {
    const number = (column: number) => row[column] as number;
    const phase = ["new", "learning", "review", "relearning"][number(type)];
    if (!card) {
      expect([phase, number(reps), number(lapses), number(flags), number(queue)]).toEqual(["new", 0, 0, 0, 0]);
      return;
    }
    const isAway = number(odid) !== 0 && (phase === "new" || phase === "review");
    const dueAt = isAway ? number(odue) : number(due);
    const isInstant = phase !== "new" && dueAt > 1e9;
    const state = {
      ...{ phase, reps: number(reps), lapses: number(lapses), flag: number(flags), suspended: number(queue) === -1 },
      buried: number(queue) < -1 ? today : null,
      ...(number(queue) === -2 && { buriedAsSibling: true }),
      due: isInstant ? dueAt * 1_000 : null,
      ...(phase !== "new" && !isInstant && { day: today + dueAt - rows.today }),
      ...(phase === "review" && { interval: number(ivl) }),
    };
    expect(card).toMatchObject(state);
    const said = JSON.parse((row[data] as string) || "{}");
    if (phase !== "new" && said.s !== undefined) expect([card.stability, card.difficulty]).toEqual([said.s, said.d]);
    if (phase !== "new" && said.lrt !== undefined) expect(Math.floor(card.last / 1_000)).toBe(said.lrt);
  }

  test("memories are made of the log as Anki makes them", async () => {
    const parcel = await read("sm2", "new.apkg");
    const ids = new Map(made.sm2.rows.cards.map((row) => [`${row[nid]}/${row[ord]}`, String(row[id])]));
    let compared = 0;
    for (const card of parcel.cards) {
      const theirs = made.sm2.memory[ids.get(card.id) ?? ""];
      if (!theirs || card.phase === "new") continue;
      compared++;
      expect(Math.abs(card.stability / theirs[0] - 1)).toBeLessThan(2e-3);
      expect(Math.abs(card.difficulty / theirs[1] - 1)).toBeLessThan(2e-3);
    }
    expect(compared).toBeGreaterThan(100);
  });

  /** Writes a parcel as a package of either generation. */
  async function write(name: string, parcel: Parcel, bytes: ReadonlyMap<string, Uint8Array>): Promise<string[]> {
    const now = Date.now();
    const { anki: rows, losses } = fromParcel(parcel, { calendar, now, schedule: true, presets: true });
    expect(losses.filter(({ what }) => / gone$/.test(what))).toEqual([]);
    const byHash = new Map(parcel.media.map(({ id: called, hash }) => [hash, bytes.get(called) as Uint8Array]));
    const media = async (hash: string) => byHash.get(hash) as Uint8Array;
    const signal = new AbortController().signal;
    const paths = ["new", "old"].map((age) => join(folder, `${age}-${name}`));
    for (const [i, path] of paths.entries())
      await writePackage(rows, parcel.media, { path, now, media, progress() {}, signal }, i === 1);
    return paths;
  }

  /** Without when it was read, and with the names of decks for the numbers that Anki gives them anew. */
  function saying({ rows }: Taken) {
    const named = (row: Row, column: number) => rows.decks[String(row[column])] ?? row[column] ?? "";
    const cards = rows.cards.map((row) => row.with(did, named(row, did)).with(odid, named(row, odid)));
    const used = new Set(rows.notes.map((row) => String(row[2])));
    const types = Object.fromEntries(Object.entries(rows.types).filter(([key]) => used.has(key)));
    return { ...rows, now: 0, crt: 0, cards, types, decks: Object.values(rows.decks).sort() };
  }

  test.each(["fsrs", "sm2"] as const)(
    "the real Anki takes what Mneme made of its %s package like its own",
    async (kind) => {
      const { bytes } = await readFileAt(join(folder, kind, "new.apkg"));
      const paths = await write(`${kind}.apkg`, await read(kind, "new.apkg"), bytes);
      const wholes = await write(`${kind}.colpkg`, await read(kind, "new.colpkg"), bytes);
      const own = [join(folder, kind, "new.apkg"), join(folder, kind, "new.colpkg")];
      const taken: Record<string, Taken> = run("take", ...own, ...paths, ...wholes);
      for (const [path, like] of [
        ...paths.map((each) => [each, "new.apkg"] as const),
        ...wholes.map((each) => [each, "new.colpkg"] as const),
      ]) {
        const [theirs, ours] = [taken[`${kind}-${like}`] as Taken, taken[basename(path)] as Taken];
        expect(saying(ours)).toEqual(saying(theirs));
        // Now and then Anki's check mends its own package as well (the time of a card's last review): then ours in the same way.
        const checked = ({ fine, report, new: fresh, others, media }: Taken) => [fine, report, fresh, others, media];
        expect(checked(ours)).toEqual(checked(theirs));
      }
    },
  );

  test("notes that were written in Mneme are taken by the real Anki, and come back", async () => {
    const [parcel] = fc.sample(mnemeParcel(40), { seed: 7, numRuns: 1 }) as [Parcel];
    const paths = await write("own.apkg", parcel, new Map());
    const taken: Record<string, Taken> = run("take", ...paths);
    for (const path of paths) {
      const { rows, fine, report, others, ...told } = taken[basename(path)] as Taken;
      expect({ fine, others, new: told.new }, report).toEqual({ fine: true, others: 0, new: parcel.notes.length });
      expect(rows.revlog).toHaveLength(parcel.reviews.length);
      const { anki: back, problems } = await readFileAt(told.back, { now: Date.now() });
      expect(problems).toEqual([]);
      const reading = {
        media: [],
        renamed: new Map(),
        whole: false,
        format: "apkg",
        calendar,
        now: Date.now(),
      } as const;
      expectBack(toParcel(back, { ...reading, media: [] }), parcel);
    }
  });

  /** What was written in Mneme, after it has been in the real Anki. */
  function expectBack(back: Parcel, parcel: Parcel) {
    expect(back.problems).toEqual([]);
    const known = new Map(back.notes.map((note) => [note.guid, note]));
    const names = (of: Parcel) => new Map(of.decks.map((deck) => [deck.id, deck]));
    const [there, here] = [names(back), names(parcel)];
    const cards = new Map(back.cards.map((card) => [card.id, card]));
    const own = new Map(parcel.cards.map((card) => [card.id, card]));
    for (const note of parcel.notes) {
      const found = known.get(guidOf(note)) as Parcel["notes"][number];
      const { type, tags, created } = note;
      expect(found).toMatchObject({ type, tags: tags.toSorted(), created });
      expect(there.get(found.deck)?.name).toBe(here.get(note.deck)?.name);
      for (const [field, text] of Object.entries(note.fields))
        expect(plainly(found.fields[field] ?? "")).toBe(plainly(text));
      for (const card of [...own.values()].filter((each) => each.note === note.id)) {
        const came = cards.get(`${found.id}/${card.ord}`) ?? newCard(found.id, card.ord);
        expect(came).toMatchObject(unchanging(card));
        expect(there.get(came.deck ?? found.deck)?.name).toBe(here.get(card.deck ?? note.deck)?.name);
        expect(came.stability).toBeCloseTo(card.stability, card.stability > 1_000 ? 1 : 3);
        expect(came.difficulty).toBeCloseTo(card.difficulty, 2);
        expect(Math.floor(came.last / 1_000)).toBe(Math.floor(card.last / 1_000));
      }
    }
    for (const deck of parcel.decks) {
      const found = back.decks.find(({ name }) => name === deck.name);
      const { language, source, licence, asOf, description } = deck;
      expect(found).toMatchObject({ language, source, licence, asOf, description });
    }
    for (const type of parcel.noteTypes) {
      const { kept: _, ...found } = back.noteTypes.find((each) => each.id === type.id) as NoteType;
      expect({ ...found, modified: 0 }).toEqual({ ...type, modified: 0 });
    }
    const [preset] = parcel.presets;
    const { kept: _, ...found } = back.presets.find(({ name }) => name === preset?.name) as Preset;
    expect({ ...found, desiredRetention: 0, weights: [] }).toEqual({ ...preset, desiredRetention: 0, weights: [] });
    expect(found.desiredRetention).toBeCloseTo(preset?.desiredRetention ?? 0, 5);
  }

  test("20,000 notes with 200,000 answers go to the real Anki and come back", async () => {
    const rows = manyRows(20_000, 10);
    const path = join(folder, "many.apkg");
    const reading = { media: [], renamed: new Map(), whole: false, format: "apkg", calendar, now: Date.now() } as const;
    const parcel = toParcel(rows, { ...reading, media: [] });
    const { anki: out } = fromParcel(parcel, { calendar, now: Date.now(), schedule: true, presets: true });
    const signal = new AbortController().signal;
    const media = async () => new Uint8Array();
    await writePackage(out, [], { path, now: Date.now(), media, progress() {}, signal }, false);
    const taken = (run("take", path) as Record<string, Taken>)["many.apkg"] as Taken;
    expect([taken.fine, taken.new, taken.others]).toEqual([true, 20_000, 0]);
    const { anki: back } = await readFileAt(taken.back, { now: Date.now() });
    const numbers = ({ id: key, ...row }: AnkiReview) => [
      key,
      row.cid,
      row.ease,
      row.ivl,
      row.lastIvl,
      row.factor,
      row.time,
      row.type,
    ];
    expect(back.revlog.map(numbers)).toEqual(rows.revlog.map(numbers));
    expect(back.notes.map(({ id: key, guid, flds, tags, csum }) => [key, guid, flds, tags, csum])).toEqual(
      rows.notes.map(({ id: key, guid, flds, tags, csum }) => [key, guid, flds, tags, csum]),
    );
    expect(
      back.cards.map(({ id: key, nid: of, ivl: days, reps: count, data: said }) => [key, of, days, count, said]),
    ).toEqual(
      rows.cards.map(({ id: key, nid: of, ivl: days, reps: count, data: said }) => [key, of, days, count, said]),
    );
  }, 300_000);
});
