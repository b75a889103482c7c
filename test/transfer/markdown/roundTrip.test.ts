import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import type { Parcel } from "../../../main/core/parcel/parcel.ts";
import { markdown } from "../../../main/transfer/markdown/format.ts";
import { anyFullParcel, full } from "../parcels.ts";
import { readingOf, writingOf } from "../reading.ts";

const folder = await mkdtemp(join(tmpdir(), "mneme-markdown-"));
afterAll(() => rm(folder, { recursive: true }));

/** What a text says nothing of: how the notes were written is for the next merge. */
const withoutBase = (parcel: Parcel) => full({ ...parcel, notes: parcel.notes.map(({ came: _, ...note }) => note) });

it("any parcel comes back from one text, but for what the report says", async () => {
  const path = join(folder, "deck.md");
  await fc.assert(
    fc.asyncProperty(anyFullParcel, async (parcel) => {
      await markdown.write?.(parcel, writingOf(path, parcel));
      const read = await markdown.read(readingOf(path));
      const held = { ...parcel, format: "markdown" as const, media: [], reviews: [], cards: [] };
      if (!(await readFile(path, "utf8")).includes("<!-- mneme")) return;
      expect(withoutBase(read)).toEqual(withoutBase(held));
    }),
    { numRuns: 150 },
  );
});
