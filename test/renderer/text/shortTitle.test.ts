import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shortTitle } from "../../../renderer/text/shortTitle.ts";

const graphemes = (text: string) => [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)];

describe("a title where it only has to be known again", () => {
  it("never has more than 80 graphemes, and is the beginning of the whole", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200, size: "max" }), (title) => {
        const short = shortTitle(title);
        expect(graphemes(short).length).toBeLessThanOrEqual(80);
        if (short !== title) expect(title.startsWith(short.slice(0, -1))).toBe(true);
      }),
    );
  });

  it("is left alone when it is short, however it is written", () => {
    for (const title of ["", "What is the capital of Georgia?", "ა".repeat(80), "👩‍👩‍👧‍👦".repeat(80)])
      expect(shortTitle(title)).toBe(title);
  });

  it("ends after a whole word", () => {
    const title =
      "Gabriel Gavin feared in 2020 that … might have to choose between Moscow, Armenia’s friend, and others.";
    expect(shortTitle(title)).toBe("Gabriel Gavin feared in 2020 that … might have to choose between Moscow…");
  });

  it("never cuts a character in two", () => {
    expect(shortTitle("👩‍👩‍👧‍👦".repeat(81))).toBe(`${"👩‍👩‍👧‍👦".repeat(79)}…`);
  });
});
