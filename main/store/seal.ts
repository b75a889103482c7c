import { crc32 } from "node:zlib";

// `,"x":"1a2b3c4d"}`
const sealLength = 16;

const sum = (body: string | Uint8Array): string => crc32("}", crc32(body)).toString(16).padStart(8, "0");

/**
 * Adds to the text of a JSON object, as its last member `x`, the CRC-32 (eight hex digits) of the UTF-8 text without
 * that member. What comes out is still JSON; journal lines and snapshots are sealed alike.
 */
export function seal(json: string): string {
  const body = json.slice(0, -1);
  return `${body},"x":"${sum(body)}"}`;
}

/** The checksum of a text that `seal` gave. */
export const checksumOf = (sealed: string): string => sealed.slice(-10, -2);

/** The checksum that a sealed text carries, verified; null if the text is not whole. */
export function verify(bytes: Uint8Array): string | null {
  const body = bytes.subarray(0, Math.max(0, bytes.length - sealLength));
  const end = Buffer.from(bytes.subarray(body.length)).toString("latin1");
  const x = sum(body);
  return body.length > 0 && end === `,"x":"${x}"}` ? x : null;
}
