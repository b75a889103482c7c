import { compress, decompress, init } from "@bokuweb/zstd-wasm";
import { Decompress } from "fzstd";
import type { Pace } from "./pace.ts";
import { damaged, Refusal, tooLarge } from "./refusal.ts";
import { megabytes } from "./zip.ts";

/** Anki's frames ask for 2 MiB; the reference decoder refuses more than this unless told otherwise. */
const widest = 128 * 2 ** 20;

/** Above this the WebAssembly decoder's memory would be trusted with too much. */
const atOnce = 64 * 2 ** 20;

let ready: Promise<void> | undefined;
const loaded = () => {
  ready ??= init();
  return ready;
};

/**
 * Unpacks one frame piece by piece and gives up at `cap` bytes. A frame neither ends early nor has anything behind it; what it says of
 * itself is looked at before anything is set aside for it.
 */
export async function unpackFrame(packed: Uint8Array, cap: number, place: string, pace: Pace): Promise<Uint8Array> {
  checkFrame(packed, cap, place);
  const chunks: Uint8Array[] = [];
  let length = 0;
  const decoder = new Decompress((chunk) => {
    length += chunk.length;
    if (length > cap) throw tooLarge(place, `a part of it unpacks to more than ${megabytes(cap)} MB`);
    chunks.push(chunk);
  });
  const step = 2 ** 16;
  for (let from = 0; from < packed.length; from += step) {
    attempt(place, () => decoder.push(packed.subarray(from, from + step), from + step >= packed.length));
    await pace.tell({ stage: "open", done: from, total: packed.length });
  }
  if (length === 0) throw damaged(place, "a part of it is empty");
  return Buffer.concat(chunks, length);
}

/** Unpacks a media file of which the size is known. Anything else is damage. */
export async function unpackFile(packed: Uint8Array, size: number, place: string, pace: Pace): Promise<Uint8Array> {
  if (size === 0 && packed.length === 0) return packed;
  const bytes = await ofSize(packed, size, place, pace).catch((error: unknown) => {
    throw error instanceof Refusal && error.fatal ? otherSize(place) : error;
  });
  if (bytes.length !== size) throw otherSize(place);
  return bytes;
}

const otherSize = (place: string) => damaged(place, "its size is not what the package says");

async function ofSize(packed: Uint8Array, size: number, place: string, pace: Pace): Promise<Uint8Array> {
  if (size > atOnce) return unpackFrame(packed, size, place, pace);
  checkFrame(packed, size, place);
  await loaded();
  return attempt(place, () => decompress(view(packed), { defaultHeapSize: Math.max(size, 1) }));
}

/** Packs bytes as one frame. What is too much for the encoder's memory is only framed. */
export async function packFrame(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes.length > 4 * atOnce) return frameOf(bytes);
  await loaded();
  return compress(view(bytes), 3);
}

/** A frame of blocks as they are (RFC 8878, 3.1.1.2), its window that of Anki. */
export function frameOf(bytes: Uint8Array): Uint8Array {
  const most = 2 ** 17;
  const parts: Uint8Array[] = [Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58])];
  for (let from = 0; from === 0 || from < bytes.length; from += most) {
    const block = bytes.subarray(from, from + most);
    const header = Buffer.alloc(3);
    header.writeUIntLE((from + most >= bytes.length ? 1 : 0) | (block.length << 3), 0, 3);
    parts.push(header, block);
  }
  return Buffer.concat(parts);
}

const view = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function attempt<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw damaged(place, "it cannot be unpacked: it is damaged");
  }
}

/** Follows the frame from block to block (RFC 8878, 3.1.1) without unpacking any. */
function checkFrame(packed: Uint8Array, cap: number, place: string): void {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const broken = () => damaged(place, "it cannot be unpacked: it is damaged");
  if (packed.length < 9 || view.getUint32(0, true) !== 0xfd2fb528) throw broken();
  const flags = view.getUint8(4);
  const alone = (flags & 32) !== 0;
  let at = 5;
  if (!alone) {
    const log = view.getUint8(at++);
    const base = 2 ** (10 + (log >> 3));
    if (base + (base / 8) * (log & 7) > widest) throw tooLarge(place, "it asks for too much memory");
  }
  at += [0, 1, 2, 4][flags & 3] ?? 0;
  const sizeBytes = [alone ? 1 : 0, 2, 4, 8][flags >> 6] ?? 0;
  if (at + sizeBytes > packed.length) throw broken();
  if (sizeBytes > 0 && contentSize(view, at, sizeBytes) > cap)
    throw tooLarge(place, `a part of it unpacks to more than ${megabytes(cap)} MB`);
  at += sizeBytes;
  for (let last = false; !last; ) {
    if (at + 3 > packed.length) throw broken();
    const header = view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
    last = (header & 1) === 1;
    const type = (header >> 1) & 3;
    if (type === 3) throw broken();
    at += 3 + (type === 1 ? 1 : header >>> 3);
  }
  if (at + (flags & 4 ? 4 : 0) !== packed.length) throw broken();
}

function contentSize(view: DataView, at: number, bytes: number): number {
  if (bytes === 1) return view.getUint8(at);
  if (bytes === 2) return view.getUint16(at, true) + 256;
  return bytes === 4 ? view.getUint32(at, true) : Number(view.getBigUint64(at, true));
}
