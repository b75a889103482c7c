import { wellFormed } from "./media.ts";

const rotated = (word: number, by: number) => (word << by) | (word >>> (32 - by));

/** SHA-1 of a text as UTF-8, hexadecimal: Anki names the pictures of formulas by it. Not for anything that has to be safe. */
export function sha1(text: string): string {
  const bytes = utf8(text);
  const words = new Array<number>((((bytes.length + 8) >> 6) + 1) * 16).fill(0);
  for (const [i, byte] of [...bytes, 0x80].entries())
    words[i >> 2] = (words[i >> 2] ?? 0) | (byte << (24 - (i % 4) * 8));
  words[words.length - 1] = bytes.length * 8;
  let hash: Hash = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  for (let from = 0; from < words.length; from += 16) hash = mixed(hash, words.slice(from, from + 16));
  return hash.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

type Hash = [number, number, number, number, number];

function mixed(hash: Hash, block: readonly number[]): Hash {
  const w = [...block];
  for (let i = 16; i < 80; i++)
    w.push(rotated((w[i - 3] ?? 0) ^ (w[i - 8] ?? 0) ^ (w[i - 14] ?? 0) ^ (w[i - 16] ?? 0), 1));
  let [a, b, c, d, e] = hash;
  for (let i = 0; i < 80; i++) {
    const [mix, constant] = step(i, b, c, d);
    const next = (rotated(a, 5) + mix + e + constant + (w[i] ?? 0)) | 0;
    [a, b, c, d, e] = [next, a, rotated(b, 30), c, d];
  }
  return [(hash[0] + a) | 0, (hash[1] + b) | 0, (hash[2] + c) | 0, (hash[3] + d) | 0, (hash[4] + e) | 0];
}

function step(i: number, b: number, c: number, d: number): [mix: number, constant: number] {
  if (i < 20) return [(b & c) | (~b & d), 0x5a827999];
  if (i < 40) return [b ^ c ^ d, 0x6ed9eba1];
  if (i < 60) return [(b & c) | (b & d) | (c & d), 0x8f1bbcdc];
  return [b ^ c ^ d, 0xca62c1d6];
}

function utf8(text: string): number[] {
  const written = encodeURIComponent(wellFormed(text));
  return [...written.matchAll(/%(..)|[^%]/g)].map(([all, hex]) => (hex ? Number.parseInt(hex, 16) : all.charCodeAt(0)));
}
