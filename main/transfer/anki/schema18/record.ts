/** What a cell of these tables holds. */
export type Cell = string | number | Uint8Array | null;

/** A row as SQLite stores it (its file format, 2.1): the types of its cells, then what they hold. */
export function record(cells: readonly Cell[]): Buffer {
  const types: Buffer[] = [];
  const bodies: Uint8Array[] = [];
  for (const cell of cells) {
    const [type, body] = stored(cell);
    types.push(varint(type));
    bodies.push(body);
  }
  const header = Buffer.concat(types);
  // The header counts itself; its own length takes one byte below 127.
  const length = header.length + (header.length + 1 < 128 ? 1 : 2);
  return Buffer.concat([varint(length), header, ...bodies]);
}

function stored(cell: Cell): [type: number, body: Uint8Array] {
  if (cell === null) return [0, Buffer.alloc(0)];
  if (cell === 0 || cell === 1) return [8 + cell, Buffer.alloc(0)];
  if (typeof cell === "string") return [13 + 2 * Buffer.byteLength(cell), Buffer.from(cell)];
  if (typeof cell !== "number") return [12 + 2 * cell.length, cell];
  const body = Buffer.alloc(8);
  body.writeBigInt64BE(BigInt(cell));
  const sizes = [1, 2, 3, 4, 6, 8];
  const type = sizes.findIndex((size) => cell >= -(2 ** (8 * size - 1)) && cell < 2 ** (8 * size - 1));
  return [type + 1, body.subarray(8 - (sizes[type] ?? 8))];
}

/** Seven bits a byte, the highest first; all but the last have the eighth set. Below 2^49. */
export function varint(number: number): Buffer {
  const bytes = [number % 128];
  for (let rest = Math.floor(number / 128); rest > 0; rest = Math.floor(rest / 128)) bytes.unshift((rest % 128) + 128);
  return Buffer.from(bytes);
}
