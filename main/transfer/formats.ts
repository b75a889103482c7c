import { Failure } from "../contract/faults.ts";
import type { FormatId } from "../contract/shapes.ts";
import { formats as infos } from "../core/parcel/formats.ts";
import { anki2, apkg, colpkg } from "./anki/format.ts";
import { crowdanki } from "./crowdanki/crowdanki.ts";
import type { Format } from "./format.ts";
import { json } from "./json/format.ts";
import { markdownFolder } from "./markdown/folder.ts";
import { markdown } from "./markdown/format.ts";
import { mnemosyne } from "./mnemosyne/mnemosyne.ts";
import { mochi } from "./mochi/mochi.ts";
import { type Peek, peek } from "./peek.ts";
import { refuse } from "./refuse.ts";
import { csv, text } from "./text/text.ts";

/** The first that takes a file reads it. */
export const formats: readonly Format[] = [
  apkg,
  colpkg,
  anki2,
  crowdanki,
  json,
  markdown,
  markdownFolder,
  mnemosyne,
  mochi,
  text,
  csv,
];

/** The format of a file or folder. Throws the faults `package`, for what none takes, and `file`. */
export async function formatOf(path: string, name: string): Promise<Format> {
  const seen = await peek(path);
  if (seen.inside === null && seen.head.length === 0)
    throw refuse(name, "it is empty", "If it was downloaded, download it once more.");
  const format = formats.find((each) => each.takes(seen.head, name, seen.inside));
  if (!format) throw refuse(name, whatElse(seen), `Mneme reads ${readable()}.`);
  return format;
}

/** The format that writes files of that id. Throws the fault `file` if none does. */
export function writerOf(id: FormatId): Writer {
  const format = formats.find((each) => each.id === id);
  if (format?.write) return format as Writer;
  throw new Failure({ code: "file", detail: `Mneme does not write this format (${infos[id].name})` });
}

type Writer = Format & Required<Pick<Format, "write">>;

/** What people take for decks, by how it begins. */
const strangers: [begins: string, detail: string][] = [
  ["version https://git-lfs", "it only says where the real file lies (a pointer of Git LFS)"],
  ["<!doctype html", "it is a web page, perhaps the one with the link to the deck"],
  ["<html", "it is a web page, perhaps the one with the link to the deck"],
  ["%pdf-", "it is a PDF"],
  ["rar!", "it is a RAR archive: unpack it first"],
  ["7z\xbc\xaf", "it is a 7-Zip archive: unpack it first"],
];

function whatElse({ head, inside }: Peek): string {
  if (inside) return "there is no deck in this folder";
  const begins = String.fromCharCode(...head.subarray(0, 32)).toLowerCase();
  return strangers.find(([words]) => begins.startsWith(words))?.[1] ?? "it is no kind of deck that Mneme knows";
}

const readable = () => {
  const endings = formats.flatMap(({ id }) => infos[id].extensions);
  return [...new Set(endings)].map((ending) => `.${ending}`).join(", ");
};
