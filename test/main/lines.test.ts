import fc from "fast-check";
import { expect, it } from "vitest";
import { linesOf } from "../../main/lines.ts";

/** The lines of those bytes when they come in pieces of that size. */
async function read(bytes: Uint8Array, piece: number, most = 1_000): Promise<(string | null)[]> {
  async function* stream() {
    for (let i = 0; i < bytes.length; i += piece) yield bytes.subarray(i, i + piece);
  }
  const lines: (string | null)[] = [];
  for await (const line of linesOf(stream(), most)) lines.push(line);
  return lines;
}

it("gives the lines, however the bytes are cut", async () => {
  const line = fc.string({ unit: "grapheme" }).filter((text) => !/[\n\r]/.test(text));
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.integer({ min: 1, max: 9 }), async (lines, piece) => {
      const bytes = Buffer.from(lines.map((text) => `${text}\n`).join(""));
      expect(await read(bytes, piece)).toEqual(lines);
    }),
  );
});

it("takes Windows' ends, and a last line without an end", async () => {
  expect(await read(Buffer.from("one\r\n\ntwo"), 4)).toEqual(["one", "", "two"]);
});

it.each([1, 3, 100])("gives null for a line that is too long, and goes on; pieces of %d", async (piece) => {
  const text = `${"a".repeat(10)}\n${"b".repeat(11)}\nc\n${"d".repeat(12)}`;
  expect(await read(Buffer.from(text), piece, 10)).toEqual(["a".repeat(10), null, "c", null]);
});
