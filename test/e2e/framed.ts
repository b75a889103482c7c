// A data folder with note types in HTML, as a deck from elsewhere has them, and media; made in plain Node.
import { randomUUID } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";
import type { Note, NoteType, Template } from "../../main/contract/shapes.ts";
import { defaultPreset, defaultSettings } from "../../main/core/collection.ts";
import { addMedia } from "../../main/core/media/addMedia.ts";
import { stockTypes } from "../../main/core/note/stockTypes.ts";
import { collectionFolder } from "../../main/folder.ts";
import { compact } from "../../main/store/compact.ts";
import { openStore } from "../../main/store/store.ts";
import { temporaryFolder } from "./launch.ts";

/** An image of one colour, as a PNG. */
export function png(width: number, height: number, [r, g, b]: [number, number, number]): Uint8Array {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.from(Array.from({ length: width }, () => [r, g, b]).flat())]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const parts = [chunk("IHDR", head), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...parts]);
}

/** A tone of that many seconds, as a WAV of 8 kHz. */
export function wav(seconds: number): Uint8Array {
  const rate = 8_000;
  const samples = Buffer.from(Array.from({ length: seconds * rate }, (_, i) => 128 + Math.round(20 * Math.sin(i / 3))));
  const head = Buffer.alloc(44);
  head.write("RIFF", 0, "latin1");
  head.writeUInt32LE(36 + samples.length, 4);
  head.write("WAVEfmt ", 8, "latin1");
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write("data", 36, "latin1");
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

export interface CardText {
  front: string;
  back: string;
  /** The templates, and the style; by default both fields as they are. */
  templates?: { front: string; back: string };
  css?: string;
}

const template = (front: string, back: string): Template => ({
  ord: 0,
  name: "Card 1",
  front,
  back,
  listFront: "",
  listBack: "",
});

/** A data folder with one deck of these cards, in that order, and these files; each card has a note type of its own in HTML. */
export async function framed(cards: readonly CardText[], files: Record<string, Uint8Array> = {}): Promise<string> {
  const data = temporaryFolder();
  const at = Date.parse("2026-11-01T10:00:00Z");
  const store = await openStore(collectionFolder(data), { compact, now: () => at });
  const types = cards.map(({ templates, css = "" }, i): NoteType => {
    const { front, back } = templates ?? { front: "{{Front}}", back: "{{FrontSide}}\n<hr id=answer>\n{{Back}}" };
    const made = {
      id: `type-${i}`,
      name: `Type ${i}`,
      format: "html",
      stock: null,
      templates: [template(front, back)],
    };
    return { ...stockTypes.basic, ...made, css } as NoteType;
  });
  const notes = cards.map(
    ({ front, back }, i): Note => ({
      id: `note-${i}`,
      type: `type-${i}`,
      deck: "deck",
      fields: { Front: front, Back: back },
      tags: [],
      position: i,
      created: at,
      modified: at,
    }),
  );
  const unknown = { description: "", language: "", source: "", licence: "", asOf: "" };
  const media = [];
  for (const [name, bytes] of Object.entries(files)) {
    const added = addMedia(store.collection, { name, bytes, hash: await store.putMedia(bytes), at });
    if ("code" in added) throw new Error(added.code);
    media.push(...(added.records.media ?? []));
  }
  await store.commit({
    at,
    offset: 0,
    op: "import",
    what: randomUUID(),
    records: {
      settings: [[null, defaultSettings]],
      presets: [[null, { ...defaultPreset, newPerDay: 9_999, reviewsPerDay: 9_999 }]],
      decks: [[null, { id: "deck", name: "Framed", ...unknown, preset: "default" }]],
      noteTypes: types.map((type) => [null, type]),
      notes: notes.map((note) => [null, note]),
      media,
    },
  });
  await store.close();
  return data;
}
