// The file of an import's records, cut and damaged at every kind of place, in one copy and in both.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { newCard } from "../../main/core/collection.ts";
import { type Bulk, type Pair, stageRecords } from "../../main/store/bulk.ts";
import { type Flaws, gatherBulk } from "../../main/store/readBulk.ts";
import { edit, tempFolder } from "../store/changes.ts";

const cards = 1_000;
let whole: Buffer;
let bulk: Bulk;
let folder: string;
/** Where each line ends; the first is the header. */
let ends: number[];

const pairs = (): Pair[] => [
  ["notes", null, edit("n", "é").records.notes?.[0]?.[1] ?? null],
  ...Array.from({ length: cards }, (_, i): Pair => ["cards", null, newCard("n", i)]),
];

beforeEach(async () => {
  folder = tempFolder();
  for (const copy of ["log", "mirror"]) mkdirSync(join(folder, copy));
  bulk = await stageRecords(folder, "import", pairs());
  whole = readFileSync(join(folder, "log", "import.staged"));
  ends = [...whole.entries()].filter(([, byte]) => byte === 10).map(([i]) => i + 1);
});

const put = (copy: "log" | "mirror", bytes: Buffer | null) => {
  const path = join(folder, copy, "import.staged");
  if (bytes) writeFileSync(path, bytes);
  else rmSync(path, { force: true });
};

/** The ordinals of the cards that are read, once by what the line says of the bulk and once without it; and what was told. */
async function read(log: Buffer | null, mirror: Buffer | null): Promise<{ ords: number[]; flaws: Flaws | null }> {
  put("log", log);
  put("mirror", mirror);
  let flaws: Flaws | null = null;
  const { cards: gathered = [] } = await gatherBulk(folder, { ...bulk, back: false }, 0, (told) => {
    flaws = told;
  });
  const ords = gathered.map(([, after]) => after?.ord ?? -1);
  const { cards: alone = [] } = await gatherBulk(folder, { id: bulk.id }, 0);
  expect(alone.map(([, after]) => after?.ord ?? -1)).toEqual(ords);
  return { ords, flaws };
}

const all = Array.from({ length: cards }, (_, i) => i);
const flipped = (at: number) => {
  const bytes = Buffer.from(whole);
  bytes[at] = (bytes[at] ?? 0) ^ 4;
  return bytes;
};

/** Beginnings, middles, checksums and ends of the header and of each line, and what stands before and after each. */
const places = () => {
  const starts = [0, ...ends.slice(0, -1)];
  const kinds = starts.flatMap((from, i) => {
    const to = ends[i] ?? 0;
    return [from, from + 1, from + 5, Math.floor((from + to) / 2), to - 12, to - 2, to - 1];
  });
  return [...new Set(kinds)].filter((at) => at < whole.length);
};

describe("with one copy whole", () => {
  it("cut at any place, nothing is lost", async () => {
    for (const at of places()) {
      const cut = whole.subarray(0, at);
      expect([at, (await read(cut, whole)).ords]).toEqual([at, all]);
      expect([at, (await read(whole, cut)).ords]).toEqual([at, all]);
    }
    expect((await read(null, whole)).ords).toEqual(all);
    expect((await read(whole, null)).ords).toEqual(all);
  });

  it("damaged at any place, nothing is lost, and it is told", async () => {
    for (const at of places()) {
      const { ords, flaws } = await read(flipped(at), whole);
      expect([at, ords]).toEqual([at, all]);
      expect(flaws).toMatchObject({ missing: 0, lost: [] });
      expect((await read(whole, flipped(at))).ords).toEqual(all);
    }
  });
});

it("with a line taken out of one copy without a trace, the rest is not read wrongly, and it is told", async () => {
  for (let i = 1; i < ends.length; i++) {
    const without = Buffer.concat([whole.subarray(0, ends[i - 1]), whole.subarray(ends[i])]);
    put("log", without);
    put("mirror", whole);
    let missing = 0;
    const { cards: found = [] } = await gatherBulk(folder, { ...bulk, back: false }, 0, (flaws) => {
      ({ missing } = flaws);
    });
    const ords = found.map(([, after]) => after?.ord ?? -1);
    expect(ords).toEqual(all.filter((ord) => missing === 0 || Math.floor((ord + 1) / 250) !== i - 1));
    expect((await read(whole, without)).ords).toEqual(all);
  }
});

it("each copy damaged elsewhere, nothing is lost", async () => {
  const [, , third = 0, fourth = 0] = ends;
  expect((await read(flipped(third + 9), flipped(fourth + 9))).ords).toEqual(all);
  expect((await read(flipped(fourth + 9), flipped(third + 9))).ords).toEqual(all);
});

it("both damaged at the same place lose that line, never read it wrongly, and tell", async () => {
  for (const at of places().filter((place) => place >= (ends[0] ?? 0) && whole[place] !== 10)) {
    const line = ends.findIndex((end) => at < end);
    const { ords, flaws } = await read(flipped(at), flipped(at));
    const expected = all.filter((ord) => Math.floor((ord + 1) / 250) !== line - 1);
    expect([at, ords]).toEqual([at, expected]);
    expect(flaws).toMatchObject({ missing: 1, lost: [expect.any(String)] });
  }
});

it("both gone: all of it is missing", async () => {
  expect(await read(null, null)).toMatchObject({ ords: [], flaws: { missing: bulk.lines } });
});
