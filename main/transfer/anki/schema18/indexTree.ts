import { varint } from "./record.ts";

/**
 * Writes an index of SQLite page by page (its file format, 1.6): the only way to have one in an order that this SQLite does not know.
 * `records` are in that order. The root's place is there already; the other pages are given by `add`, which says their numbers.
 */
export function writeIndex(pageSize: number, records: readonly Buffer[], add: (page: Buffer) => number): Buffer {
  let cells = records.map((each) => cellOf(pageSize, each, add));
  let children: number[] = [];
  for (;;) {
    const inner = children.length > 0;
    const { pages, between } = spread(pageSize, cells, inner);
    const written = pages.map((of) => page(pageSize, of, inner ? children.splice(0, of.length + 1) : null));
    if (written.length === 1) return written[0] as Buffer;
    children = written.map(add);
    cells = between;
  }
}

/** A record with its length; what is too long for a page goes on in pages of its own. */
function cellOf(pageSize: number, record: Buffer, add: (page: Buffer) => number): Buffer {
  const most = Math.floor(((pageSize - 12) * 64) / 255) - 23;
  if (record.length <= most) return Buffer.concat([varint(record.length), record]);
  const least = Math.floor(((pageSize - 12) * 32) / 255) - 23;
  const wanted = least + ((record.length - least) % (pageSize - 4));
  const here = wanted <= most ? wanted : least;
  let next = 0;
  const room = pageSize - 4;
  const starts = Array.from({ length: Math.ceil((record.length - here) / room) }, (_, n) => here + n * room);
  for (const start of starts.reverse()) {
    const overflow = Buffer.alloc(pageSize);
    overflow.writeUInt32BE(next);
    record.copy(overflow, 4, start, start + room);
    next = add(overflow);
  }
  const pointer = Buffer.alloc(4);
  pointer.writeUInt32BE(next);
  return Buffer.concat([varint(record.length), record.subarray(0, here), pointer]);
}

/** Fills one page after another. The cell between two of them moves up to the page above. */
function spread(pageSize: number, cells: readonly Buffer[], inner: boolean) {
  const room = pageSize - (inner ? 12 : 8);
  const pages: Buffer[][] = [[]];
  const between: Buffer[] = [];
  let used = 0;
  for (const [n, cell] of cells.entries()) {
    const size = cell.length + 2 + (inner ? 4 : 0);
    const page = pages.at(-1) as Buffer[];
    if (used + size <= room) {
      page.push(cell);
      used += size;
      continue;
    }
    // No page may be left empty: before the last cell, the last of the full page goes up instead.
    const isLast = n === cells.length - 1;
    between.push(isLast ? (page.pop() as Buffer) : cell);
    pages.push(isLast ? [cell] : []);
    used = isLast ? size : 0;
  }
  return { pages, between };
}

function page(pageSize: number, cells: readonly Buffer[], children: readonly number[] | null): Buffer {
  const bytes = Buffer.alloc(pageSize);
  const head = children ? 12 : 8;
  bytes.writeUInt8(children ? 0x02 : 0x0a, 0);
  bytes.writeUInt16BE(cells.length, 3);
  if (children) bytes.writeUInt32BE(children.at(-1) ?? 0, 8);
  let end = pageSize;
  for (const [n, cell] of cells.entries()) {
    end -= cell.length + (children ? 4 : 0);
    bytes.writeUInt16BE(end, head + 2 * n);
    if (children) bytes.writeUInt32BE(children[n] ?? 0, end);
    cell.copy(bytes, end + (children ? 4 : 0));
  }
  bytes.writeUInt16BE(end % 65536, 5);
  return bytes;
}
