import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frameOf, packFrame, unpackFile, unpackFrame } from "../../../main/transfer/anki/zstd.ts";

const steady = { check() {}, tell: async () => {} };
const bytes = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 5000 }),
  fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 50 }), fc.integer({ min: 1, max: 5000 })).map(([unit, times]) => {
    return Uint8Array.from({ length: unit.length * times }, (_, i) => unit[i % unit.length] ?? 0);
  }),
);

describe("zstd", () => {
  it("gives back what was packed, either way", async () => {
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        for (const packed of [await packFrame(content), frameOf(content)]) {
          expect(Buffer.from(await unpackFrame(packed, content.length, "x", steady)).equals(content)).toBe(true);
          expect(Buffer.from(await unpackFile(packed, content.length, "x", steady)).equals(content)).toBe(true);
        }
      }),
    );
  });

  it("frames what is too long to be packed at once, in blocks", async () => {
    for (const length of [2 ** 17 - 1, 2 ** 17, 2 ** 17 + 1, 2 ** 18, 300_000]) {
      const content = Uint8Array.from({ length }, (_, n) => (n * 2654435761) >>> 24);
      expect(Buffer.from(await unpackFile(frameOf(content), length, "x", steady)).equals(content)).toBe(true);
      expect(Buffer.from(await unpackFrame(frameOf(content), length, "x", steady)).equals(content)).toBe(true);
    }
  });

  it("refuses a frame that is cut, lengthened, or of another size than was said", async () => {
    await fc.assert(
      fc.asyncProperty(bytes, fc.nat(), async (content, at) => {
        const packed = await packFrame(content);
        const cut = packed.subarray(0, at % packed.length);
        for (const wrong of [cut, Buffer.concat([packed, Buffer.of(0)]), Buffer.concat([packed, packed])]) {
          await expect(unpackFrame(wrong, content.length, "x", steady)).rejects.toThrow(/damaged|more than|size/);
          await expect(unpackFile(wrong, content.length, "x", steady)).rejects.toThrow(/damaged|more than|size/);
        }
        await expect(unpackFile(packed, content.length + 1, "x", steady)).rejects.toThrow(/size|damaged/);
        await expect(unpackFrame(packed, content.length - 1, "x", steady)).rejects.toThrow(/more than/);
      }),
    );
  });

  it("survives any flipped bit", async () => {
    const content = Buffer.from("the same words over and over, ".repeat(500));
    const packed = await packFrame(content);
    for (let i = 0; i < packed.length * 8; i += 3) {
      const flipped = Uint8Array.from(packed);
      flipped[i >> 3] = (flipped[i >> 3] ?? 0) ^ (1 << (i & 7));
      const tries = [
        () => unpackFrame(flipped, 1e6, "x", steady),
        () => unpackFile(flipped, content.length, "x", steady),
      ];
      for (const attempt of tries)
        await attempt().catch((error: Error) => expect(error.constructor.name).toBe("Refusal"));
    }
  });

  it("stops at the cap: four gigabytes of zeros in a few kilobytes", async () => {
    const zeros = new Uint8Array(6 + 4 * 32_768);
    zeros.set([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58]);
    // Blocks of 128 KiB, each said in four bytes.
    for (let n = 0; n < 32_768; n++) {
      const header = (n === 32_767 ? 1 : 0) | (1 << 1) | (131_072 << 3);
      zeros.set([header & 255, (header >> 8) & 255, (header >> 16) & 255, 0], 6 + 4 * n);
    }
    await expect(unpackFrame(zeros, 2 ** 24, "x", steady)).rejects.toThrow(/more than 16 MB/);
    await expect(unpackFile(zeros, 1000, "x", steady)).rejects.toThrow(/damaged|size/);
  });

  it.each([
    ["a window of 3.75 TiB", [0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xff, 1, 0, 0]],
    ["a content of 2^60 bytes", [0x28, 0xb5, 0x2f, 0xfd, 0xe0, 0, 0, 0, 0, 0, 0, 0, 16, 1, 0, 0]],
  ])("refuses %s before anything is set aside for it", async (_, frame) => {
    await expect(unpackFrame(Uint8Array.from(frame), 2 ** 30, "x", steady)).rejects.toThrow(
      /too much memory|more than/,
    );
  });
});
