// Reading a zip file on disk. Layout: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
import { fstatSync, readSync } from "node:fs";
import { inflateRawSync } from "node:zlib";

/** @typedef {{ name: string, executable: boolean, read: () => Buffer }} Entry */

/**
 * The entries of an open zip file, from its central directory. Neither zip64 nor encryption; throws if it is no zip.
 * @param {number} fd
 * @returns {Entry[]}
 */
export function zipEntries(fd) {
  const size = fstatSync(fd).size;
  /** @param {number} from @param {number} length */
  const bytes = (from, length) => {
    const buffer = Buffer.alloc(length);
    readSync(fd, buffer, 0, length, from);
    return buffer;
  };
  // The end record is 22 bytes and may be followed by a comment of up to 65,535.
  const tail = bytes(Math.max(0, size - 65_557), Math.min(size, 65_557));
  const end = tail.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end < 0) throw new Error("not a zip file");
  const directory = bytes(tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));

  const entries = [];
  let p = 0;
  for (let left = tail.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = directory.readUInt16LE(p + 28);
    const stored = directory.readUInt16LE(p + 10) === 0;
    const packed = directory.readUInt32LE(p + 20);
    const header = directory.readUInt32LE(p + 42);
    entries.push({
      name: directory.toString("utf8", p + 46, p + 46 + nameLength),
      executable: ((directory.readUInt32LE(p + 38) >>> 16) & 0o100) !== 0,
      read() {
        const local = bytes(header, 30);
        const data = bytes(header + 30 + local.readUInt16LE(26) + local.readUInt16LE(28), packed);
        return stored ? data : inflateRawSync(data);
      },
    });
    p += 46 + nameLength + directory.readUInt16LE(p + 30) + directory.readUInt16LE(p + 32);
  }
  return entries;
}
