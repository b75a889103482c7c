import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import * as v from "valibot";
import { parse } from "yaml";
import { Failure } from "../../contract/faults.ts";
import type { Media, NoteType } from "../../contract/shapes.ts";
import type { NoteText } from "../../core/codec/deckText/deckText.ts";
import { decode } from "../../core/codec/deckText/decode.ts";
import { type ReadText, toParcel } from "../../core/codec/deckText/toParcel.ts";
import { type ReadJson, readLists } from "../../core/codec/json/readLists.ts";
import { noteType } from "../../core/codec/json/shapes.ts";
import { givenName } from "../../core/media/name.ts";
import type { Parcel, ParcelProblem } from "../../core/parcel/parcel.ts";
import type { Reading } from "../format.ts";
import { inWords } from "../inWords.ts";
import { refuse } from "../refuse.ts";
import { namedIn, readText } from "./format.ts";
import { names } from "./layout.ts";

type Tell = (place: string, say: string, weight?: ParcelProblem["weight"]) => void;

/** Reads a folder of Markdown, whoever wrote it. Nothing outside of it is looked at: what leads elsewhere is no file. */
export async function readFolder(reading: Reading): Promise<Parcel> {
  const { path, name, collection, now, newId, progress, signal } = reading;
  const problems: ParcelProblem[] = [];
  const tell: Tell = (place, say, weight = "broken") => void problems.push({ place, say, weight });
  const files = await filesIn(reading, tell);
  const budget = { ...reading, limits: { ...reading.limits } };
  const text = async (file: string): Promise<string> => {
    if (signal.aborted) throw new Failure({ code: "stopped" });
    const read = await readText(join(path, file), `${name}/${file}`, budget);
    budget.limits.text -= read.length;
    return read;
  };
  const json = async (file: string): Promise<ReadJson | null> => {
    if (!files.includes(file)) return null;
    const read = readLists(await text(file));
    if (!("refused" in read)) return read;
    if (/newer/.test(read.refused)) throw refuse(name, read.refused, read.todo, file);
    tell(
      read.place ? `${file}, ${read.place}` : file,
      `It cannot be read: ${read.refused}. The notes were read without it.`,
      "suspicious",
    );
    return null;
  };

  const rest = await json(names.rest);
  const later = await json(names.schedule);
  const noteTypes: NoteType[] = [];
  for (const file of files.filter((each) => each.startsWith(`${names.types}/`) && /\.ya?ml$/i.test(each))) {
    const type = typeIn(await text(file));
    if (typeof type === "string") tell(file, type);
    else noteTypes.push(type);
  }
  const typeNamed = namedIn(noteTypes, collection);
  const texts: ReadText[] = [];
  const known = new Set(reading.mirror?.same);
  for (const file of files.filter((each) => isDeck(each) && !known.has(each))) {
    const content = await text(file);
    // A page about the folder is no deck.
    if (/(?:^|\/)readme\.md$/i.test(file) && !content.startsWith("---\n")) continue;
    texts.push({ ...decode(content, typeNamed), name: file });
    progress({ stage: "notes", done: texts.length, total: 0 });
  }
  const parcel = toParcel(reading.mirror ? unlessTwice(texts, reading.mirror.changed, tell) : texts, {
    now,
    newId,
    rest,
    noteTypes,
    mirror: reading.mirror != null,
  });
  if (parcel.notes.length + parcel.problems.length + problems.length === 0)
    throw refuse(name, "no note was found in it", "decks/README.md of Mneme shows how notes are written.");
  const media = await stageMedia(files, rest, reading, tell);
  return {
    ...parcel,
    ...{ format: "markdownFolder", media, cards: later?.lists.cards ?? parcel.cards },
    reviews: (later?.lists.reviews ?? []).sort((a, b) => a.at - b.at),
    problems: [...parcel.problems, ...(later?.problems ?? []), ...problems],
  };
}

/**
 * Without the notes of those files that have no id and stand in another one with theirs: Mneme has written them there since they came in.
 * What differs in them is told.
 */
function unlessTwice(texts: readonly ReadText[], changed: readonly string[], tell: Tell): ReadText[] {
  const keyOf = ({ type, fields }: NoteText) => JSON.stringify([type, Object.values(fields)[0]]);
  const others = texts.filter(({ name }) => !changed.includes(name)).flatMap(({ deck }) => deck.notes);
  const written = new Map(others.filter(({ id }) => id !== undefined).map((note) => [keyOf(note), note]));
  return texts.map((text) => {
    if (!changed.includes(text.name)) return text;
    const notes = text.deck.notes.filter((note) => {
      const twin = note.id === undefined ? written.get(keyOf(note)) : undefined;
      const front = Object.values(note.fields)[0]?.slice(0, 80);
      const say = `“${front}” came in before, and stands in a file that Mneme writes: change it there. What differs here was left out.`;
      if (twin && !isDeepStrictEqual(twin.fields, note.fields)) tell(text.name, say, "suspicious");
      return !twin;
    });
    return { ...text, deck: { ...text.deck, notes } };
  });
}

const isDeck = (file: string) =>
  /\.(?:md|markdown)$/i.test(file) && !inTop(file, names.media) && !inTop(file, names.types);
const inTop = (file: string, folder: string) => file.startsWith(`${folder}/`);

const deepest = 50;

/** Paths of the files in the folder, by name. */
async function filesIn({ path, name, limits }: Reading, tell: Tell): Promise<string[]> {
  const files: string[] = [];
  const waiting: [path: string, depth: number][] = [["", 0]];
  let seen = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [inside, depth] = next;
    for (const entry of await inWords("read", () => readdir(join(path, inside), { withFileTypes: true }))) {
      if (++seen > limits.entries)
        throw refuse(name, "there are too many files in it", "Choose the folder of one deck.");
      if (entry.name.startsWith(".")) continue;
      const each = inside === "" ? entry.name : `${inside}/${entry.name}`;
      if (entry.isFile()) files.push(each);
      else if (entry.isDirectory() && depth < deepest) waiting.push([each, depth + 1]);
      else tell(each, "It is no file and no folder, or lies too deep; it was left out.", "suspicious");
    }
  }
  return files.sort();
}

const longestType = 4_000_000;

/** A note type, or what is wrong with it. */
function typeIn(text: string): NoteType | string {
  if (text.length > longestType) return "It is far too large for a note type; it was left out.";
  let value: unknown;
  try {
    value = parse(text, { maxAliasCount: 0, logLevel: "silent", schema: "core" });
  } catch (error) {
    return `This is no YAML (${String(error).split("\n", 1)[0]?.slice(0, 200)}); the note type was left out.`;
  }
  const result = v.safeParse(noteType, value, { abortEarly: true });
  if (result.success) return result.output;
  const [{ message }] = result.issues;
  return `Its “${v.getDotPath(result.issues[0]) ?? ""}” is not as it should be (${message}); the note type was left out.`;
}

/** Files that the texts name: those that were written down, and whatever else lies there. */
async function stageMedia(
  files: readonly string[],
  rest: ReadJson | null,
  { path, limits, staging, progress, signal }: Reading,
  tell: Tell,
): Promise<Media[]> {
  const idOf = new Map(rest?.lists.media.map(({ id, file }) => [file ?? id, id]));
  const media: Media[] = [];
  let room = limits.total;
  for (const file of files.filter((each) => inTop(each, names.media))) {
    if (signal.aborted) throw new Failure({ code: "stopped" });
    const own = file.slice(names.media.length + 1);
    const known = idOf.get(own) ?? own;
    const id = /^https?:/i.test(known) ? known : givenName(known);
    const { size } = await inWords("read", () => stat(join(path, file)));
    room -= size;
    if (id === null) tell(file, "A folder in the folder of media has no meaning; it was left out.");
    else if (size > limits.file || room < 0) tell(file, "It is larger than a media file may be; it was left out.");
    else media.push(await staging.put(id, await inWords("read", () => readFile(join(path, file)))));
    progress({ stage: "media", done: media.length, total: 0 });
  }
  return media;
}
