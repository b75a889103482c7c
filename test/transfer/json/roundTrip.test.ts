import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { json } from "../../../main/transfer/json/format.ts";
import { anyFullParcel, bytesOf, full } from "../parcels.ts";
import { readingOf, writingOf } from "../reading.ts";

const folder = await mkdtemp(join(tmpdir(), "mneme-json-"));
afterAll(() => rm(folder, { recursive: true }));

const path = join(folder, "deck.json");
const read = async () => (await json.read(readingOf(path))) ?? null;

it("any parcel comes back as it went", async () => {
  await fc.assert(
    fc.asyncProperty(anyFullParcel, async (parcel) => {
      const losses = await json.write?.(parcel, writingOf(path, parcel));
      expect(losses?.filter(({ count }) => count > 0)).toEqual([]);
      expect(full(await read())).toEqual(full({ ...parcel, format: "json" }));
    }),
    { numRuns: 60 },
  );
});

it("one record stands in one line, and the same parcel makes the same text in whatever order it comes", async () => {
  await fc.assert(
    fc.asyncProperty(anyFullParcel, async (parcel) => {
      await json.write?.(parcel, writingOf(path, parcel));
      const text = await readFile(path, "utf8");
      const { decks, noteTypes, presets, media } = parcel;
      const turned = { ...parcel, decks: decks.toReversed(), noteTypes: noteTypes.toReversed() };
      const other = { ...turned, presets: presets.toReversed(), media: media.toReversed() };
      await json.write?.(other, writingOf(path, other));
      expect(await readFile(path, "utf8")).toBe(text);
      const records = text.split("\n").filter((line) => line.startsWith("{ "));
      const { notes, cards, reviews } = parcel;
      expect(records.length).toBe([decks, noteTypes, presets, media, notes, cards, reviews].flat().length);
    }),
    { numRuns: 30 },
  );
});

it.each([
  ["", /is not JSON/],
  ["[]", /no deck of Mneme/],
  ['{"mneme": 2}', /newer Mneme/],
  ['{"mneme": 1,\n"notes": [\n{}}', /not JSON \(line 3\)/],
  ['{"decks": []}', /missing/],
  [`${"[".repeat(500_000)}`, /is not JSON/],
])("%.30s is refused with its reason", async (text, words) => {
  await writeFile(path, text);
  await expect(read()).rejects.toThrow(words);
});

it("a record that is not sound is left out and told; the others come", async () => {
  const deck = { id: "d", name: "Deck" };
  const note = { type: "basic", deck: "d", fields: { Front: "a", Back: "b" } };
  const text = JSON.stringify({
    mneme: 1,
    decks: [deck, { id: "e" }],
    notes: [note, { ...note, tags: "x" }, { ...note, colour: 1 }, null, { ...note, modified: null }],
    cards: [{ id: "n/0", note: "n", ord: -1 }],
    media: [
      { id: "../evil.png", bytes: "AAAA" },
      { id: "good.png", bytes: "AAAA" },
      { id: "cut.png", bytes: "AAAA!" },
      { id: "other.png", hash: "00", bytes: "AAAA" },
    ],
    surprise: 1,
  });
  await writeFile(path, text.replace('"modified":null', '"modified":1e999'));
  const { decks, notes, media, cards, problems } = await json.read(readingOf(path));
  expect(decks).toMatchObject([{ id: "d", description: "", preset: "default" }]);
  expect(notes).toMatchObject([{ nameless: true, fields: { Front: "a" } }]);
  expect(media.map(({ id }) => id)).toEqual(["good.png", "other.png"]);
  expect(cards).toEqual([]);
  expect(problems.map(({ place }) => place)).toEqual([
    ...[
      "decks, number 2",
      "notes, number 2",
      "notes, number 3",
      "notes, number 4",
      "notes, number 5",
      "cards, number 1",
    ],
    ...["“surprise”", "media, number 1", "media, number 3", "media, number 4"],
  ]);
});

it("bytes are those that were written", async () => {
  const [first] = fc.sample(
    anyFullParcel.filter(({ media }) => media.length > 0),
    1,
  );
  await json.write?.(first as never, writingOf(path, first as never));
  const { media } = await json.read(readingOf(path));
  for (const { hash } of media) expect(createHash("sha256").update(bytesOf(hash)).digest("hex")).toBe(hash);
});
