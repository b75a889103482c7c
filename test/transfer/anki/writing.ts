import { createHash } from "node:crypto";
import type { AnkiCollection } from "../../../main/core/codec/anki/collection.ts";
import { writePackage } from "../../../main/transfer/anki/writePackage.ts";

/** Writes a package as the app does, with media given by name. Gives the names that were left out. */
export function writeTo(
  path: string,
  anki: AnkiCollection,
  files: ReadonlyMap<string, Uint8Array>,
  older: boolean,
  given: { now?: number; signal?: AbortSignal } = {},
): Promise<string[]> {
  const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
  const byHash = new Map([...files.values()].map((bytes) => [hashOf(bytes), bytes]));
  const media = [...files].map(([id, bytes]) => {
    return { id, hash: hashOf(bytes), size: bytes.length, type: "image/png", added: 0 };
  });
  const { now = Date.now(), signal = new AbortController().signal } = given;
  const from = async (hash: string) => byHash.get(hash) as Uint8Array;
  return writePackage(anki, media, { path, now, media: from, progress() {}, signal }, older);
}
