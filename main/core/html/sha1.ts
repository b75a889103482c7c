/** SHA-1 of a text as UTF-8, hexadecimal: Anki names the pictures of formulas by it. Not for anything that has to be safe. */
export const sha1 = (text: string): string =>
  Array.from(sha1Words(text), (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");

/** The same as its five words. */
export function sha1Words(text: string): Int32Array {
  const bytes = utf8(text);
  const hash = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  for (let from = 0; from < bytes.length; from += 64) mix(hash, bytes, from);
  return hash;
}

const w = new Int32Array(80);

function mix(hash: Int32Array, bytes: Uint8Array, from: number): void {
  const byte = (at: number) => bytes[at] as number;
  for (let i = 0; i < 16; i++) {
    const at = from + i * 4;
    w[i] = (byte(at) << 24) | (byte(at + 1) << 16) | (byte(at + 2) << 8) | byte(at + 3);
  }
  const word = (i: number) => w[i] as number;
  for (let i = 16; i < 80; i++) w[i] = rotated(word(i - 3) ^ word(i - 8) ^ word(i - 14) ^ word(i - 16), 1);
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = hash;
  for (let i = 0; i < 80; i++) {
    const next = (rotated(a, 5) + step(i, b, c, d) + e + word(i)) | 0;
    e = d;
    d = c;
    c = rotated(b, 30);
    b = a;
    a = next;
  }
  for (const [i, part] of [a, b, c, d, e].entries()) hash[i] = ((hash[i] as number) + part) | 0;
}

function step(i: number, b: number, c: number, d: number): number {
  if (i < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (i < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (i < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}

const rotated = (word: number, by: number) => (word << by) | (word >>> (32 - by));

/** The bytes of a text, filled up to whole blocks as SHA-1 wants it. Half a surrogate pair becomes the replacement character. */
function utf8(text: string): Uint8Array {
  const room = new Uint8Array(text.length * 3 + 72);
  let length = 0;
  const put = (byte: number) => {
    room[length++] = byte;
  };
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code >= 0xd800 && code < 0xe000) {
      code = text.codePointAt(i) as number;
      if (code < 0x10000) code = 0xfffd;
      else i++;
    }
    if (code < 0x80) put(code);
    else {
      if (code < 0x800) put(0xc0 | (code >> 6));
      else {
        if (code < 0x10000) put(0xe0 | (code >> 12));
        else {
          put(0xf0 | (code >> 18));
          put(0x80 | ((code >> 12) & 63));
        }
        put(0x80 | ((code >> 6) & 63));
      }
      put(0x80 | (code & 63));
    }
  }
  const bits = length * 8;
  put(0x80);
  const whole = Math.ceil((length + 8) / 64) * 64;
  const view = new DataView(room.buffer);
  view.setUint32(whole - 8, Math.floor(bits / 2 ** 32));
  view.setUint32(whole - 4, bits >>> 0);
  return room.subarray(0, whole);
}
