import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { toParcel } from "../../../main/core/codec/anki/toParcel.ts";
import type { Parcel } from "../../../main/core/parcel/parcel.ts";
import type { Format } from "../../../main/transfer/format.ts";
import { json } from "../../../main/transfer/json/format.ts";
import { markdownFolder } from "../../../main/transfer/markdown/folder.ts";
import { haveRealDecks, realDeck } from "../../fixtures/realDecks.ts";
import { readFileAt } from "../anki/reading.ts";
import { full } from "../parcels.ts";
import { readingOf, writingOf } from "../reading.ts";

const around = await mkdtemp(join(tmpdir(), "mneme-real-"));
afterAll(() => rm(around, { recursive: true }));
let made = 0;

const calendar = { zone: "Europe/Berlin", rolloverHour: 4 };
const now = Date.parse("2026-11-20T12:00Z");

const decks = [
  ...["Capitals.apkg", "HTML_TEST.apkg", "deck_media_new.apkg", "deck_media_old.apkg", "legacy_deck.apkg"],
  ...["new_deck.apkg", "pratyahara_deck.apkg", "prettify.apkg"],
  ...["collection-2021-08-16@08-24-34.colpkg", "collection_nomedia_new.colpkg"],
];

/** By value, in no order where that says nothing. The type of a file is found out, and when it was added is said, when it is staged. */
const plain = (parcel: Parcel) => ({
  ...full(parcel),
  ...{ format: null, wish: null, problems: [] },
  notes: parcel.notes.map(({ came: _, ...note }) => note),
  cards: parcel.cards.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  media: full(parcel)?.media.map(({ id, hash, size }) => [id, hash, size]),
});

describe.skipIf(!haveRealDecks)("decks of others come back from Mneme's own formats without a difference", () => {
  const formats: [string, Format, string][] = [
    ["JSON", json, ".json"],
    ["a folder of Markdown", markdownFolder, ""],
  ];
  it.each(decks.flatMap((name) => formats.map(([called, format, ending]) => [name, called, format, ending] as const)))(
    "%s as %s",
    async (name, _, format, ending) => {
      const { anki, media, renamed, bytes } = await readFileAt(realDeck(name));
      const whole = name.endsWith(".colpkg");
      const parcel = toParcel(anki, { media, renamed, whole, format: "apkg", calendar, now });
      const byHash = new Map([...bytes.values()].map((of) => [createHash("sha256").update(of).digest("hex"), of]));
      const path = join(around, `deck${++made}${ending}`);
      const options = { schedule: true, presets: true, media: true, older: false, html: true };
      const given = writingOf(path, parcel, { media: async (hash) => byHash.get(hash) as Uint8Array, options });
      const losses = (await format.write?.(parcel, given)) ?? [];
      expect(losses.filter(({ count }) => count > 0)).toEqual([]);
      const back = await format.read(readingOf(path));
      expect(back.problems).toEqual([]);
      expect(plain(back)).toEqual(plain(parcel));
    },
  );
});
