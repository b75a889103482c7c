// Packages between Mneme and the real Anki, both ways: what it makes is read as it is, and what Mneme writes passes its database check.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { AnkiCollection } from "../../main/core/codec/anki/collection.ts";
import { type Json, parseJson } from "../../main/transfer/anki/json.ts";
import { foldCase } from "../../main/transfer/anki/schema18/fold.ts";
import { ankiCollection, ankiDeck, ankiNote, ankiType } from "../fixtures/ankiFiles.ts";
import { digests, type Read, readFileAt } from "../transfer/anki/reading.ts";
import { writeTo } from "../transfer/anki/writing.ts";

const anki = inject("anki");
const reason = "reason" in anki ? `, not compared: ${anki.reason}` : "";

interface Seen {
  error?: string;
  integrity: string;
  fixed: string;
  decks: string[];
  types: string[];
  tags: string[];
  media: Record<string, number>;
  notes: unknown[];
  cards: unknown[];
  revlog: unknown[];
}

const bare = (value: Json): Json =>
  Array.isArray(value)
    ? value.map(bare)
    : typeof value === "object" && value !== null
      ? Object.fromEntries(Object.entries(value).flatMap(([key, of]) => (key === "mneme18" ? [] : [[key, bare(of)]])))
      : value;
const texts = ({ col }: AnkiCollection) =>
  Object.fromEntries(
    (["conf", "models", "decks", "dconf", "tags"] as const).map((key) => [key, bare(parseJson(col[key]))]),
  );

/** Letters that fold oddly, one code point or more. */
const odd = fc.constantFrom(..."aAzZıIİißẞſŉǰΐΰﬀﬁﬃﬅσςΣάΆꭰᎠᏸᏰⰯⱟꟀꟁКкéÉe\u0301 -_🂡𐐀𐐨".normalize("NFC"));
const oddName = fc
  .array(odd, { minLength: 1, maxLength: 5 })
  .map((letters) => letters.join("").normalize("NFC").trim() || "x");

describe.skipIf(reason !== "")(`packages and the real Anki${reason}`, () => {
  let made = "";
  let theirs: Record<string, Seen> = {};
  const run = (...args: string[]) => {
    if ("reason" in anki) return;
    const { status, stderr } = spawnSync(anki.python, [join(import.meta.dirname, "ankiFiles.py"), ...args], {
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(stderr.slice(-2_000));
  };
  const seenIn = (folder: string): Record<string, Seen> => JSON.parse(readFileSync(join(folder, "seen.json"), "utf8"));
  const read = (name: string): Promise<Read> => readFileAt(join(made, name), { now: Date.now() });

  beforeAll(() => {
    if ("reason" in anki) return;
    made = mkdtempSync(join(tmpdir(), "mneme-anki-"));
    run("make", made);
    run("look", made);
    theirs = seenIn(made);
  }, 120_000);
  afterAll(() => made && rmSync(made, { recursive: true }));

  it("schema 18 is read as Anki itself turns it into schema 11", async () => {
    const [old, fresh] = [await read("schema11.anki2"), await read("schema18.anki2")];
    expect(texts(fresh.anki)).toEqual(texts(old.anki));
    for (const table of ["notes", "cards", "revlog", "graves"] as const)
      expect(fresh.anki[table]).toEqual(old.anki[table]);
    expect([old.problems, fresh.problems]).toEqual([[], []]);
  });

  const packages = ["deck-all", "deck-plain", "whole"].flatMap((kind) => {
    const end = kind === "whole" ? "colpkg" : "apkg";
    return [`${kind}-new.${end}`, `${kind}-old.${end}`];
  });

  it.each(packages)(
    "%s comes in, goes out in both generations, and Anki sees the same in all three",
    async (name) => {
      const source = await read(name);
      expect(source.problems).toEqual([]);
      const out = mkdtempSync(join(tmpdir(), "mneme-anki-"));
      for (const older of [false, true]) {
        const path = join(out, `${older ? "old" : "new"}.${name.split(".")[1]}`);
        await writeTo(path, source.anki, source.bytes, older);
        const again = await readFileAt(path, { now: Date.now() });
        for (const table of ["notes", "cards", "revlog", "graves"] as const)
          expect(again.anki[table]).toEqual(source.anki[table]);
        expect(digests(again.bytes)).toEqual(digests(source.bytes));
        expect(texts(again.anki)).toEqual(texts(source.anki));
      }
      run("look", out);
      for (const seen of Object.values(seenIn(out))) expect(seen).toEqual(theirs[name]);
      expect(theirs[name]).toMatchObject({ integrity: "ok" });
      rmSync(out, { recursive: true });
    },
    60_000,
  );

  it("hundreds of names that sort oddly pass Anki's integrity check", async () => {
    const out = mkdtempSync(join(tmpdir(), "mneme-anki-"));
    for (const seed of [1, 2, 3]) {
      const all = fc.sample(oddName, { seed, numRuns: 900 });
      const names = [...new Map(all.map((name) => [foldCase(name), name])).values()];
      const long = Array.from({ length: 30 }, (_, n) => `${"ß".repeat(100 * n)}${n}`);
      const written = ankiCollection({
        types: names
          .slice(0, 20)
          .map((name, n) =>
            ankiType(1_600_000_000_001 + n, [...names.slice(n, n + 40), ...long.slice(0, 9)], undefined, { name }),
          ),
        decks: [ankiDeck(1, "Default"), ...names.map((name, n) => ankiDeck(n + 1_500_000_000_000, name))],
        notes: [ankiNote(1_650_000_000_001, { flds: Array(49).fill("x").join("\x1f") })],
        cards: [],
        revlog: [],
        col: {
          tags: JSON.stringify(Object.fromEntries([...names, ...long].map((tag) => [tag.replaceAll(" ", "_"), -1]))),
        },
      });
      await writeTo(join(out, `odd-${seed}.colpkg`), written, new Map(), false);
    }
    run("look", out);
    for (const seen of Object.values(seenIn(out)))
      expect(seen).toMatchObject({ integrity: "ok", notes: [expect.anything()] });
    rmSync(out, { recursive: true });
  }, 120_000);

  it("names are in the order of Anki's own collation", () => {
    const names = fc.sample(oddName, { seed: 7, numRuns: 600 });
    const folder = mkdtempSync(join(tmpdir(), "mneme-anki-"));
    writeFileSync(join(folder, "names.json"), JSON.stringify(names));
    run("sort", folder);
    const sorted: string[] = JSON.parse(readFileSync(join(folder, "sorted.json"), "utf8"));
    const keys = sorted.map((name) => Buffer.from(foldCase(name)));
    expect(keys).toEqual(keys.toSorted(Buffer.compare));
    rmSync(folder, { recursive: true });
  });
});
