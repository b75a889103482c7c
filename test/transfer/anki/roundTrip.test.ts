import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AnkiCollection } from "../../../main/core/codec/anki/collection.ts";
import { type Json, parseJson } from "../../../main/transfer/anki/json.ts";
import { foldCase } from "../../../main/transfer/anki/schema18/fold.ts";
import { writePackage } from "../../../main/transfer/anki/writePackage.ts";
import { ankiCollection, ankiDeck, ankiPreset, ankiType } from "../../fixtures/ankiFiles.ts";
import { haveRealDecks, realDeck } from "../../fixtures/realDecks.ts";
import { digests, readFileAt } from "./reading.ts";
import { writeTo } from "./writing.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mneme-anki-"));
});
afterAll(() => rm(folder, { recursive: true }));

const now = Date.UTC(2026, 10, 25);

type Files = ReadonlyMap<string, Uint8Array>;

async function written(anki: AnkiCollection, files: Files, older: boolean, signal = new AbortController().signal) {
  const path = join(folder, "out.apkg");
  const left = await writeTo(path, anki, files, older, { now, signal });
  return { left, ...(await readFileAt(path, { now })) };
}

/** Texts by value, without what Mneme alone keeps. */
function valuesOf(anki: AnkiCollection) {
  const bare = (value: Json): Json =>
    Array.isArray(value)
      ? value.map(bare)
      : typeof value === "object" && value !== null
        ? Object.fromEntries(Object.entries(value).flatMap(([key, of]) => (key === "mneme18" ? [] : [[key, bare(of)]])))
        : value;
  const { conf, models, decks, dconf, tags, ...col } = anki.col;
  return {
    ...anki,
    ...{ schema: 0, col, conf: bare(parseJson(conf)), models: bare(parseJson(models)), decks: bare(parseJson(decks)) },
    ...{ dconf: bare(parseJson(dconf)), tags: bare(parseJson(tags)) },
  };
}

const int = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const id = fc.integer({ min: 1, max: now });
const text = fc.string({ unit: "grapheme" }).map((of) => [...of].filter((c) => c >= " " && c !== "\x7f").join(""));
const ids = fc.uniqueArray(id, { maxLength: 12 });
/** Names that sort oddly, from one letter to several pages; unlike without case. */
const name = fc.oneof(
  fc.stringMatching(/^[a-zA-ZıİßẞŉﬃΐᾷꭰᏸΣς🂡ﬁéÉ.]{1,8}$/u),
  fc.tuple(fc.stringMatching(/^[a-z]{2}$/), fc.integer({ min: 100, max: 2000 })).map(([unit, n]) => unit.repeat(n)),
);
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 12, selector: foldCase });

const collection = fc
  .record({
    ids,
    names,
    fields: names,
    cells: fc.array(fc.tuple(int, int, int, text, text), { minLength: 12, maxLength: 12 }),
  })
  .map(({ ids: given, names: deckNames, fields, cells }) => {
    const sorted = given.toSorted((a, b) => a - b);
    const cell = (n: number) => cells[n] ?? [0, 0, 0, "", ""];
    return ankiCollection({
      types: [ankiType(1_600_000_000_001, fields, fields), ankiType(1_600_000_000_002, fields.toReversed())],
      decks: deckNames.map((of, n) => ankiDeck(n + 1, of)),
      presets: deckNames.map((of, n) => ankiPreset(n + 1, of)),
      col: { tags: JSON.stringify(Object.fromEntries(fields.map((tag, n) => [tag, n]))) },
      notes: sorted.map((of, n) => {
        const [a, b, c, d, e] = cell(n);
        return {
          id: of,
          guid: d,
          mid: 1_600_000_000_001,
          mod: 5,
          usn: a,
          tags: e,
          flds: `${d}\x1f${e}`,
          sfld: `x${e}`,
          csum: b,
          flags: c,
          data: d,
        };
      }),
      cards: sorted.map((of, n) => {
        const [a, b, c, , e] = cell(n);
        const state = {
          ord: b,
          mod: 7,
          usn: c,
          type: a,
          queue: b,
          due: c,
          ivl: a,
          factor: b,
          reps: c,
          lapses: a,
          left: b,
        };
        return { id: of, nid: of, did: 1, ...state, odue: c, odid: n % 2, flags: a, data: e };
      }),
      revlog: sorted.map((of, n) => {
        const [a, b, c] = cell(n);
        return { id: of, cid: of, usn: a, ease: b, ivl: c, lastIvl: a, factor: b, time: c, type: a };
      }),
      graves: sorted.map((oid, n) => ({ usn: cell(n)[0], oid, type: 1 })),
    });
  });

const files = fc
  // But for names that Windows keeps for itself: those are left out, and told.
  .dictionary(
    fc
      .stringMatching(/^[a-z0-9_]{1,12}\.(?:png|mp3)$/)
      .filter((name) => !/^(?:con|prn|aux|nul|com\d|lpt\d)\./.test(name)),
    fc.uint8Array({ maxLength: 3000 }),
    {
      maxKeys: 5,
      noNullPrototype: true,
    },
  )
  .map((of): Files => new Map(Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1))));

describe.each([
  ["for every Anki since 2.1", true],
  ["for the current Anki", false],
] as const)("a package %s", (_, older) => {
  it("gives back what was written, to the byte", async () => {
    await fc.assert(
      fc.asyncProperty(collection, files, async (anki, media) => {
        const read = await written(anki, media, older);
        expect(valuesOf(read.anki)).toEqual(valuesOf(anki));
        expect(read.anki.schema).toBe(older ? 11 : 18);
        expect(digests(read.bytes)).toEqual(digests(media));
        expect([read.left, read.problems]).toEqual([[], []]);
      }),
      { numRuns: 20 },
    );
  });

  it("leaves nothing behind when it is stopped or its media cannot be read", async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(written(ankiCollection(), new Map(), older, stop.signal)).rejects.toThrow(/Stopped/);
    const given = { path: join(folder, "gone.apkg"), now, progress() {}, signal: new AbortController().signal };
    const media = [{ id: "a.png", hash: "0", size: 1, type: "image/png", added: 0 }];
    const lost = { ...given, media: () => Promise.reject(new Error("lost")) };
    await expect(writePackage(ankiCollection(), media, lost, older)).rejects.toThrow(/lost/);
    expect((await readdir(folder)).filter((left) => left !== "out.apkg")).toEqual([]);
  });

  it("leaves out media that Anki cannot have by their name, and says so", async () => {
    const read = await written(ankiCollection(), new Map([["https://example.org/a.png", Buffer.from("x")]]), older);
    expect(read.left).toEqual(["https://example.org/a.png"]);
    expect(read.media).toEqual([]);
  });

  it.skipIf(!haveRealDecks).each(["HTML_TEST.apkg", "new_deck.apkg", "prettify.apkg", "collection_nomedia_new.colpkg"])(
    "keeps all rows and media of %s",
    async (deck) => {
      const source = await readFileAt(realDeck(deck), { now });
      const read = await written(source.anki, source.bytes, older);
      for (const table of ["notes", "cards", "revlog", "graves"] as const)
        expect(read.anki[table]).toEqual(source.anki[table]);
      expect(digests(read.bytes)).toEqual(digests(source.bytes));
      if (older) expect(valuesOf(read.anki)).toEqual(valuesOf(source.anki));
    },
  );
});
