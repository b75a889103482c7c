import type { Fault } from "../../contract/faults.ts";
import type { Media, Records } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import { distinct, safeName } from "./name.ts";
import { sniff } from "./sniff.ts";

/** Bytes that lie in the media folder already, and what they are to be called. */
export interface Given {
  name: string;
  bytes: Uint8Array;
  /** SHA-256 of the bytes, hexadecimal. */
  hash: string;
  /** Epoch milliseconds. */
  at: number;
}

/**
 * The name by which notes refer to a file from now on, and the records that say so; none if the collection knows it already.
 * The same name with other content gets a name of its own. Fault: `badMedia`.
 */
export function addMedia(collection: Collection, given: Given): { name: string; records: Records } | Fault {
  const kind = sniff(given.bytes);
  if (!kind) return { code: "badMedia", detail: given.name };
  const wanted = safeName(given.name, kind.ending);
  const { hash } = given;
  const name = [wanted, distinct(wanted, hash.slice(0, 8)), distinct(wanted, hash)].find((each) => {
    const known = collection.media.get(each);
    return !known || known.hash === hash;
  }) as string;
  if (collection.media.has(name)) return { name, records: {} };
  const media: Media = { id: name, hash, size: given.bytes.length, type: kind.type, added: given.at };
  return { name, records: { media: [[null, media]] } };
}

/** Whether such bytes may come in at all. */
export const isMedia = (bytes: Uint8Array): boolean => sniff(bytes) !== null;
