import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { defaultPreset } from "../../../main/core/collection.ts";
import type { Parcel } from "../../../main/core/parcel/parcel.ts";
import { markdown } from "../../../main/transfer/markdown/format.ts";
import { anyFullParcel, full } from "../parcels.ts";
import { readingOf, writingOf } from "../reading.ts";

const folder = await mkdtemp(join(tmpdir(), "mneme-markdown-"));
afterAll(() => rm(folder, { recursive: true }));

/** What a text says nothing of: how the notes were written is for the next merge. */
const withoutBase = (parcel: Parcel) => full({ ...parcel, notes: parcel.notes.map(({ came: _, ...note }) => note) });

const texts = ({ notes, decks }: Parcel) =>
  notes
    .map(({ id, type, fields, tags, deck }) => ({
      id,
      type,
      fields,
      tags,
      deck: decks.find((each) => each.id === deck)?.name,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

it("any parcel comes back from one text, but for what the report says", async () => {
  const path = join(folder, "deck.md");
  await fc.assert(
    fc.asyncProperty(anyFullParcel, async (parcel) => {
      await markdown.write?.(parcel, writingOf(path, parcel));
      const read = await markdown.read(readingOf(path));
      const held = { ...parcel, format: "markdown" as const, media: [], reviews: [], cards: [] };
      // A deck as people write it says nothing else of its notes.
      if (!(await readFile(path, "utf8")).includes("<!-- mneme")) return expect(texts(read)).toEqual(texts(held));
      expect(withoutBase(read)).toEqual(withoutBase(held));
    }),
    { numRuns: 150 },
  );
});

it.each(["karabakh.md", "mneme.md"])("the deck %s comes back as people wrote it, without a comment", async (name) => {
  const path = join(folder, "shipped.md");
  const from = await markdown.read(readingOf(join(import.meta.dirname, "../../../decks", name)));
  await markdown.write?.({ ...from, presets: [defaultPreset] }, writingOf(path, from));
  expect(await readFile(path, "utf8")).not.toContain("<!--");
  const back = await markdown.read(readingOf(path));
  expect(texts(back)).toEqual(texts(from));
  expect(back.decks).toEqual(from.decks);
});
