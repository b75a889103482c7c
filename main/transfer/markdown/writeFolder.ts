import { mkdir, open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { parse, stringify } from "yaml";
import { Failure } from "../../contract/faults.ts";
import type { NoteType } from "../../contract/shapes.ts";
import { toTexts } from "../../core/codec/deckText/fromParcel.ts";
import { listsOf } from "../../core/codec/json/fromParcel.ts";
import { writeLists } from "../../core/codec/json/writeLists.ts";
import type { Parcel } from "../../core/parcel/parcel.ts";
import type { Writing } from "../format.ts";
import { inWords } from "../inWords.ts";
import { deckFiles, names, safeFiles } from "./layout.ts";

/** Writes a new folder. The schedule has a file of its own: studying changes none of the others. */
export const writeFolder = (
  parcel: Parcel,
  { path, media: bytesOf, progress, signal }: Pick<Writing, "path" | "media" | "progress" | "signal">,
  schedule: boolean,
): Promise<void> =>
  inWords("write", async () => {
    await mkdir(path);
    const { texts, types, rest, later, files } = folderOf(parcel, schedule);
    const total = parcel.notes.length + files.size;
    for (const [name, text] of [...texts, ...types]) await putDeep(join(path, name), text);
    await putDeep(join(path, names.rest), rest);
    if (later) await putDeep(join(path, names.schedule), later);
    let done = parcel.notes.length;
    for (const [name, hash] of files) {
      if (signal.aborted) throw new Failure({ code: "stopped" });
      await putDeep(join(path, name), await bytesOf(hash));
      progress({ stage: "media", done: ++done, total });
    }
  });

/** A parcel as files: texts by their path, and the hashes of media by theirs. */
export function folderOf(parcel: Parcel, schedule: boolean) {
  const mediaFiles = safeFiles(
    parcel.media.map(({ id }) => ({ id, name: id })),
    "",
  );
  const media = parcel.media
    .map((file) => ({ ...file, file: mediaFiles.get(file.id) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const { presets, noteTypes } = listsOf(parcel);
  const made = toTexts(parcel, { presets, media, ...(!schedule && { cards: parcel.cards }) });
  const paths = deckFiles(made.texts.keys());
  const typeFiles = safeFiles(noteTypes, ".yaml");
  return {
    texts: [...made.texts].map(([label, text]): [string, string] => [paths.get(label) ?? "", text]),
    types: noteTypes.map((type): [string, string] => [`${names.types}/${typeFiles.get(type.id)}`, typeText(type)]),
    rest: made.rest,
    later: schedule ? writeLists({}, { cards: parcel.cards, reviews: parcel.reviews }) : null,
    files: new Map(media.map(({ file, hash }): [string, string] => [`${names.media}/${file}`, hash])),
  };
}

/** A note type to read and edit: its templates and styles in lines, as they are; in JSON, which is YAML too, if lines would not keep it. */
function typeText(type: NoteType): string {
  const { id, name, kind, format, stock, sort, fields, templates, css, modified, kept } = type;
  const value = { id, name, kind, format, stock, sort, fields, templates, css, modified, ...(kept && { kept }) };
  const text = stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
  return isDeepStrictEqual(parse(text), value) ? text : `${JSON.stringify(value, null, 2)}\n`;
}

type Content = string | Uint8Array | AsyncIterable<string>;

/** Writes a file, and makes the folders that it lies in. */
async function putDeep(path: string, content: Content): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await put(path, content);
}

/** Writes a file in a folder that is there. */
export async function put(path: string, content: Content): Promise<void> {
  const file = await open(path, "w");
  try {
    if (typeof content === "string" || content instanceof Uint8Array) await file.writeFile(content);
    else await writePieces(content, (text) => file.write(text));
    await file.datasync();
  } finally {
    await file.close();
  }
}

async function writePieces(pieces: AsyncIterable<string>, write: (text: string) => Promise<unknown>): Promise<void> {
  let waiting = "";
  for await (const piece of pieces) {
    waiting += piece;
    if (waiting.length < 2 ** 20) continue;
    await write(waiting);
    waiting = "";
  }
  await write(waiting);
}
