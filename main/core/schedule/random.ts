/**
 * A whole number 0..2^32-1 that looks random and is always the same for the same text and seed: FNV-1a over the UTF-16
 * units, then the 32-bit finaliser of MurmurHash3, so that texts which differ in the last letter only are far apart.
 */
export function hash(text: string, seed = 0): number {
  let h = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The same as a fraction in [0, 1). */
export const fraction = (text: string): number => hash(text) / 2 ** 32;
