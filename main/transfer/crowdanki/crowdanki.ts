import { createHash } from "node:crypto";
import { lstat, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { stringify } from "lossless-json";
import { Failure } from "../../contract/faults.ts";
import type { Media } from "../../contract/shapes.ts";
import { fromParcel } from "../../core/codec/anki/fromParcel.ts";
import { deckIn, mediaIn, readDeck } from "../../core/codec/crowdanki/readDeck.ts";
import { sorted, writeDeck } from "../../core/codec/crowdanki/writeDeck.ts";
import { givenName } from "../../core/media/name.ts";
import type { Loss, Parcel, ParcelProblem } from "../../core/parcel/parcel.ts";
import { mediaNames } from "../anki/mediaNames.ts";
import { pace } from "../anki/pace.ts";
import { Refusal } from "../anki/refusal.ts";
import type { Format, Reading, WriteOptions, Writing } from "../format.ts";
import { inWords } from "../inWords.ts";
import { refuse } from "../refuse.ts";

/** A folder with `deck.json` and `media`, or that file itself. */
export const crowdanki: Format = {
  id: "crowdanki",
  takes: (head, name, inside) => (inside ? inside.includes("deck.json") : /\.json$/i.test(name) && saysSo(head)),
  read: (reading) => inWords("read", () => read(reading)),
  write: (parcel, writing) => inWords("write", () => write(parcel, writing)),
  losses,
};

const saysSo = (head: Uint8Array): boolean =>
  /"__type__"\s{0,9}:\s{0,9}"Deck"|"crowdanki_uuid"/.test(new TextDecoder().decode(head));

async function read(reading: Reading): Promise<Parcel> {
  const { path, name, limits, now, newId } = reading;
  const isFolder = (await stat(path)).isDirectory();
  const file = isFolder ? join(path, "deck.json") : path;
  const { size } = await stat(file);
  if (size > limits.text)
    throw refuse(name, `its deck.json is larger than ${Math.floor(limits.text / 2 ** 20)} MB`, "Split the deck.");
  reading.progress({ stage: "open", done: 0, total: size });
  const root = deckIn(textOf(await readFile(file), name));
  if (!root) throw refuse(name, "it holds no deck of CrowdAnki", "Export it again, or fetch it again.", "deck.json");
  const problems: ParcelProblem[] = [];
  const { media, renamed } = await stage(join(dirname(file), "media"), mediaIn(root), reading, problems);
  const parcel = readDeck(root, { media, renamed, now, newId });
  parcel.problems.push(...problems);
  return parcel;
}

function textOf(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refuse(name, "it is not UTF-8 text", "Save it as UTF-8 and try again.", "deck.json");
  }
}

/** Puts the files aside that a deck lists, and others that lie beside them. Only those that lie in its folder by a plain name are read, and no links are followed. */
async function stage(folder: string, named: readonly string[], reading: Reading, problems: ParcelProblem[]) {
  const { limits, staging } = reading;
  const listed = [...new Set([...named, ...(await namesIn(folder))])];
  const steps = pace(reading);
  const names = mediaNames();
  const media: Media[] = [];
  let left = limits.total;
  if (listed.length > limits.entries)
    throw refuse(
      reading.name,
      `it lists ${listed.length} files; at most ${limits.entries} are taken`,
      "Split the deck.",
    );
  for (const [n, written] of listed.entries()) {
    const say = (words: string, weight: ParcelProblem["weight"] = "broken") =>
      problems.push({ place: `media file “${written.slice(0, 60)}”`, say: words, weight });
    const bytes = await bytesOf(folder, written, Math.min(limits.file, left)).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      say(`It was left out: ${error.message}.`);
      return null;
    });
    if (bytes) {
      left -= bytes.length;
      const { name, kept } = names.give(written, createHash("sha1").update(bytes).digest("hex"));
      if (!kept) media.push(await staging.put(name, bytes));
      if (name !== written) say(`It is called “${name}” here, and so in the notes that show it.`, "suspicious");
    }
    if (n % 20 === 19 || n === listed.length - 1)
      await steps.tell({ stage: "media", done: n + 1, total: listed.length });
  }
  return { media, renamed: names.renamed };
}

const namesIn = async (folder: string): Promise<string[]> => {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => !name.startsWith(".")).sort();
};

async function bytesOf(folder: string, name: string, cap: number): Promise<Uint8Array> {
  if (givenName(name) === null) throw new Refusal("its name is a path, or none", "", "");
  const path = join(folder, name);
  const found = await lstat(path).catch(() => null);
  if (!found?.isFile()) throw new Refusal(found ? "it is no plain file" : "it is listed but not there", "", "");
  if (found.size > cap) throw new Refusal(`it is larger than ${Math.floor(cap / 2 ** 20)} MB`, "", "");
  return readFile(path);
}

/** Notes, types, presets and media; schedules have no place in it. */
async function write(parcel: Parcel, writing: Writing): Promise<Loss[]> {
  const { path, options, calendar, now, progress, signal } = writing;
  const media = options.media ? parcel.media : [];
  const { anki } = fromParcel(parcel, { calendar, now, schedule: false, presets: options.presets });
  const title = parcel.decks[0]?.name.split("::", 1)[0] ?? basename(path);
  const deck = writeDeck(
    anki,
    media.map(({ id }) => id),
    title,
  );
  await mkdir(join(path, "media"), { recursive: true });
  await writeFile(join(path, "deck.json"), `${stringify(sorted(deck), null, 4)}\n`);
  for (const [n, { id, hash }] of media.entries()) {
    if (signal.aborted) throw new Failure({ code: "stopped" });
    if (givenName(id) === id) await writeFile(join(path, "media", id), await writing.media(hash));
    progress({ stage: "media", done: n + 1, total: media.length });
  }
  return losses(parcel, options);
}

function losses({ cards, reviews, media }: Parcel, { schedule, media: wanted }: WriteOptions): Loss[] {
  const all: Loss[] = [
    { what: "schedules of cards", count: schedule ? cards.filter(({ phase }) => phase !== "new").length : 0 },
    { what: "reviews", count: schedule ? reviews.length : 0 },
    { what: "flags, and cards that are set aside", count: cards.filter((card) => card.flag || card.suspended).length },
    {
      what: "cards that are in another deck than their note",
      count: cards.filter(({ deck }) => deck !== undefined).length,
    },
    {
      what: "files whose names are addresses",
      count: wanted ? media.filter(({ id }) => givenName(id) !== id).length : 0,
    },
  ];
  return all.filter(({ count }) => count > 0);
}
