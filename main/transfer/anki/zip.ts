import { isUtf8 } from "node:buffer";
import type { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import type { Limits } from "../format.ts";
import type { Pace } from "./pace.ts";
import { damaged, Refusal, tooLarge } from "./refusal.ts";

/** The entries of a package that mean anything, by name. Names are looked up, never used as paths. */
export interface Package {
  entries: ReadonlyMap<string, Entry>;
  /** How many others there are. */
  orphans: number;
  /** Numbered entries that are there twice; the first counts. */
  repeated: string[];
  /** The bytes of an entry, checked. Refuses what is longer than `cap`. */
  read(name: string, cap: number): Promise<Buffer>;
  close(): void;
}

/** Whose packages they are, and which of their entries mean anything. */
export interface Kind {
  program: string;
  /** Names of which there may be one. */
  single: RegExp;
  /** Names of which the first counts. */
  several: RegExp;
}

const ankiPackage: Kind = {
  program: "Anki",
  single: /^(?:meta|media|collection\.anki2|collection\.anki21|collection\.anki21b)$/,
  several: /^\d{1,10}$/,
};

/** Opens a package and lists it. Throws a Refusal. */
export async function openPackage(path: string, limits: Limits, pace: Pace, kind = ankiPackage): Promise<Package> {
  const zip = await openPromise(path, { decodeStrings: false, autoClose: false }).catch((error: unknown) => {
    throw isOfSystem(error)
      ? error
      : damaged("", `it is no ${kind.program} package: it is no zip archive, or its end is missing`);
  });
  try {
    return await list(zip, limits, pace, kind);
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function list(zip: ZipFile, limits: Limits, pace: Pace, kind: Kind): Promise<Package> {
  if (zip.entryCount > limits.entries)
    throw tooLarge("", `it holds ${zip.entryCount} files; at most ${limits.entries} are taken`);
  const entries = new Map<string, Entry>();
  const repeated: string[] = [];
  let orphans = 0;
  for (let n = 0; n < zip.entryCount; n++) {
    const entry = await next(zip);
    const name = nameOf(entry.fileName as unknown as Buffer);
    refuseOdd(entry, `entry ${n + 1}`, kind.program);
    if (!kind.single.test(name) && !kind.several.test(name)) orphans++;
    else if (!entries.has(name)) entries.set(name, entry);
    else if (kind.single.test(name))
      throw new Refusal(`“${name}” is in it twice`, `entry ${n + 1}`, `Export it again from ${kind.program}.`);
    else repeated.push(name);
    if (n % 1000 === 999) await pace.tell({ stage: "open", done: n, total: zip.entryCount });
  }
  let left = limits.total;
  return {
    entries,
    orphans,
    repeated,
    async read(name, cap) {
      pace.check();
      const entry = entries.get(name);
      if (!entry) throw damaged(name, "a part is missing");
      const bytes = await unpack(zip, entry, name, Math.min(cap, left));
      left -= bytes.length;
      return bytes;
    },
    close: () => zip.close(),
  };
}

/** Names are UTF-8, or of an old system. */
const nameOf = (bytes: Buffer): string => (isUtf8(bytes) ? bytes.toString("utf8") : bytes.toString("latin1"));

/** yauzl's own iterator never settles when the signature of an entry is wrong at once; one listener each way does. */
function next(zip: ZipFile): Promise<Entry> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      zip.off("entry", onEntry);
      zip.off("error", onError);
    };
    const onEntry = (entry: Entry) => {
      settle();
      resolve(entry);
    };
    const onError = (error: Error) => {
      settle();
      reject(isOfSystem(error) ? error : damaged("", `its list of files is damaged (${error.message})`));
    };
    zip.on("entry", onEntry);
    zip.on("error", onError);
    zip.readEntry();
  });
}

function refuseOdd(entry: Entry, place: string, program: string): void {
  const odd = (detail: string) =>
    new Refusal(detail, place, `Export it again from ${program}; a package has no such parts.`);
  if (entry.isEncrypted()) throw odd("it is encrypted");
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    throw odd(`it is packed by a method that no ${program} package uses (${entry.compressionMethod})`);
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000) throw odd("it holds a link instead of a file");
}

async function unpack(zip: ZipFile, entry: Entry, name: string, cap: number): Promise<Buffer> {
  const large = () => tooLarge(name, `a part of it unpacks to more than ${megabytes(cap)} MB`);
  if (entry.uncompressedSize > cap) throw large();
  const chunks: Buffer[] = [];
  let length = 0;
  let sum = 0;
  let stream: Readable | undefined;
  try {
    stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > cap) throw large();
      sum = crc32(chunk, sum);
      chunks.push(chunk);
    }
  } catch (error) {
    stream?.destroy();
    if (error instanceof Refusal || isOfSystem(error)) throw error;
    throw damaged(name);
  }
  if (length !== entry.uncompressedSize || sum !== entry.crc32)
    throw damaged(name, "its checksum is wrong: it is damaged");
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, length);
}

export const megabytes = (bytes: number) => Math.floor(bytes / 2 ** 20);

/** An error of the disk, not of the package. */
const isOfSystem = (error: unknown): boolean =>
  error instanceof Error && "syscall" in error && typeof error.syscall === "string";
