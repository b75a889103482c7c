import type { TextOptions } from "../../contract/transfer.ts";

type Encoding = TextOptions["encoding"];

/** A file's text with LF line ends and without control characters; and what had to be done for that. */
export interface Decoded {
  text: string;
  encoding: Encoding;
  /** Sentences about what may be wrong with it. */
  doubts: string[];
}

/** Reads bytes as text: in the encoding that was chosen, else by the byte order mark, else as what they can be. Null if they are no text. */
export function decode(bytes: Uint8Array, chosen: Encoding | null): Decoded | null {
  const found = chosen ? { encoding: chosen, doubts: [] } : encodingOf(bytes);
  if (!found) return null;
  const raw = found.encoding === "windows-1252" ? western(bytes) : new TextDecoder(found.encoding).decode(bytes);
  const { text, removed } = tidy(raw);
  if (!chosen && removed > 2 + raw.length / 100) return null;
  const doubts = [...found.doubts];
  if (removed > 0)
    doubts.push(removed === 1 ? "A control character was left out." : `${removed} control characters were left out.`);
  return { text, encoding: found.encoding, doubts };
}

/** Windows-1252 where it is not Latin-1, from 0x80 on; what it does not have stays a control character. */
const special = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Node's own decoder takes it for Latin-1. */
const western = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (sign) => special[sign.charCodeAt(0) - 0x80] ?? sign);

const control = /(?![\n\t])\p{Cc}/u;
const controls = new RegExp(control, "gu");

function tidy(raw: string): { text: string; removed: number } {
  const text = raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw;
  if (!control.test(text)) return { text, removed: 0 };
  const clean = text.replace(controls, "");
  return { text: clean, removed: text.length - clean.length };
}

function encodingOf(bytes: Uint8Array): { encoding: Encoding; doubts: string[] } | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { encoding: "utf-16le", doubts: [] };
  if (first === 0xfe && second === 0xff) return { encoding: "utf-16be", doubts: [] };
  const wide = byZeros(bytes);
  if (wide) return { encoding: wide, doubts: [] };
  const { wrong, right } = utf8Sequences(bytes);
  if (wrong === 0) return { encoding: "utf-8", doubts: [] };
  if (right > wrong * 10) {
    const say = `It is UTF-8, but for ${wrong} ${wrong === 1 ? "place, which was" : "places, which were"} replaced by “\ufffd”.`;
    return { encoding: "utf-8", doubts: [say] };
  }
  return { encoding: "windows-1252", doubts: isWestern(bytes) ? [] : [notWestern] };
}

const notWestern =
  "It is not UTF-8, and does not look like Windows-1252 either. If letters look wrong, save it as UTF-8 and try again.";

/** How much of a file is looked at. */
const looked = 1 << 16;

/** UTF-16 without its mark: the zero bytes of line ends, blanks and Latin letters are all on one side. */
function byZeros(bytes: Uint8Array): Encoding | null {
  const length = Math.min(bytes.length, looked) & ~1;
  const zeros = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1] = (zeros[i & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const enough = Math.max(2, length / 40);
  if (bytes.length % 2 === 1 || Math.max(even, odd) < enough || Math.min(even, odd) > Math.max(even, odd) / 50)
    return null;
  return odd > even ? "utf-16le" : "utf-16be";
}

/** How many sequences of bytes above 127 are UTF-8, and how many cannot be. */
export function utf8Sequences(bytes: Uint8Array): { wrong: number; right: number } {
  let wrong = 0;
  let right = 0;
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i] as number;
    if (byte < 0x80) {
      i++;
      continue;
    }
    const length = byte >= 0xc2 && byte <= 0xdf ? 2 : (byte & 0xf0) === 0xe0 ? 3 : byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;
    let taken = 1;
    while (taken < length && continues(byte, taken, bytes[i + taken] ?? 0)) taken++;
    if (taken === length) right++;
    else wrong++;
    i += Math.max(1, taken);
  }
  return { wrong, right };
}

/** Whether a byte may be the one at `index` of a sequence: no overlong forms, no surrogates, nothing beyond U+10FFFF. */
function continues(first: number, index: number, byte: number): boolean {
  const low = index > 1 ? 0x80 : first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = index > 1 ? 0xbf : first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  return byte >= low && byte <= high;
}

/** Bytes that Windows-1252 does not have. */
const unused = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** In Western languages letters with accents stand alone among plain ones; in other code pages most letters are above 127. */
function isWestern(bytes: Uint8Array): boolean {
  let high = 0;
  let plain = 0;
  let none = 0;
  for (const byte of bytes.subarray(0, looked)) {
    if (unused.has(byte)) none++;
    if (byte >= 0x80) high++;
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) plain++;
  }
  return none === 0 && high <= plain;
}
