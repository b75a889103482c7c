import { open, readFile, stat } from "node:fs/promises";
import { Failure } from "../../contract/faults.ts";
import type { Media } from "../../contract/shapes.ts";
import { fromParcel } from "../../core/codec/json/fromParcel.ts";
import { readLists } from "../../core/codec/json/readLists.ts";
import type { ReadLists } from "../../core/codec/json/shapes.ts";
import { toParcel } from "../../core/codec/json/toParcel.ts";
import { givenName } from "../../core/media/name.ts";
import type { Loss, Parcel, ParcelProblem } from "../../core/parcel/parcel.ts";
import type { Format, Reading, WriteOptions, Writing } from "../format.ts";
import { inWords } from "../inWords.ts";
import { refuse } from "../refuse.ts";

/** Bytes of media that a file takes in: with them in Base64 it can still be read. */
const mostMedia = 128 * 2 ** 20;

/**
 * Mneme's decks in JSON: one file that holds everything, its media in Base64, so that it can be moved, sent and replaced in one piece. A
 * folder of Markdown holds media of any size as files.
 */
export const json: Format = {
  id: "json",
  takes: (head, name, inside) =>
    inside === null && (begins.test(new TextDecoder().decode(head.subarray(0, 200))) || /\.json$/i.test(name)),
  async read(reading) {
    const { name, limits, progress } = reading;
    const { size } = await inWords("read", () => stat(reading.path));
    if (size > limits.text) throw refuse(name, "it is too large for a deck in JSON", "Split it into several decks.");
    progress({ stage: "open", done: 0, total: size });
    const bytes = await inWords("read", () => readFile(reading.path));
    const read = readLists(textOf(bytes, name));
    if ("refused" in read) throw refuse(name, read.refused, read.todo, read.place);
    const problems = [...read.problems];
    const media = await stageMedia(read.lists.media, problems, reading);
    return toParcel({ ...read, problems }, media, reading);
  },
  write: (parcel, writing) => inWords("write", () => write(parcel, writing)),
  losses: tooMuch,
};

const begins = /^\uFEFF?\s*\{\s*"mneme"\s*:/;

/** What finds no room any more. */
function tooMuch(parcel: Parcel, _options: WriteOptions): Loss[] {
  return [{ what: "media files beyond 128 MB", count: parcel.media.length - fitting(parcel.media).length }];
}

function fitting(media: readonly Media[]): Media[] {
  let room = mostMedia;
  return media.filter(({ size }) => {
    if (size > room) return false;
    room -= size;
    return true;
  });
}

async function write(parcel: Parcel, { path, media: bytesOf, progress, signal }: Writing): Promise<Loss[]> {
  const file = await open(path, "w");
  try {
    const total = parcel.notes.length + parcel.cards.length + parcel.reviews.length + parcel.media.length;
    let [waiting, done] = ["", 0];
    const flush = async () => {
      if (signal.aborted) throw new Failure({ code: "stopped" });
      await file.write(waiting);
      waiting = "";
      progress({ stage: "write", done: Math.min(done, total), total });
    };
    const files = fitting(parcel.media).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    for await (const piece of fromParcel(parcel, withBytes(files, bytesOf))) {
      done++;
      waiting += piece;
      if (waiting.length > 2 ** 20) await flush();
    }
    await flush();
  } finally {
    await file.close();
  }
  return tooMuch(parcel, { schedule: true, presets: true, media: true, older: false, html: true });
}

async function* withBytes(files: readonly Media[], bytesOf: Writing["media"]) {
  for (const file of files) yield { ...file, bytes: Buffer.from(await bytesOf(file.hash)).toString("base64") };
}

async function stageMedia(
  files: ReadLists["media"],
  problems: ParcelProblem[],
  { staging, limits, progress, signal }: Reading,
): Promise<Media[]> {
  const media: Media[] = [];
  let room = limits.total;
  for (const [i, { id, hash, bytes }] of files.entries()) {
    if (signal.aborted) throw new Failure({ code: "stopped" });
    const say = (words: string) => problems.push({ place: `media, number ${i + 1}`, say: words, weight: "broken" });
    const name = /^https?:/i.test(id) ? id : givenName(id);
    if (name === null) {
      say("Its name is a path or empty; it was left out.");
      continue;
    }
    const content = bytes === undefined ? null : decoded(bytes);
    if (content === null) {
      say("Its bytes are missing or cut off; it was left out.");
      continue;
    }
    room -= content.length;
    if (content.length > limits.file || room < 0) {
      say("It is larger than a media file may be; it was left out.");
      continue;
    }
    const kept = await staging.put(name, content);
    if (hash !== "" && kept.hash !== hash) say("Its bytes are not those that it was written with; look at it.");
    media.push(kept);
    progress({ stage: "media", done: i + 1, total: files.length });
  }
  return media;
}

/** Null for what is no Base64: Node reads anything, as far as it goes. */
function decoded(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, "base64");
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  return text.length % 4 === 0 && bytes.length === (text.length / 4) * 3 - padding ? bytes : null;
}

function textOf(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refuse(name, "it is not UTF-8 text", "Save it as UTF-8 and try again.");
  }
}
