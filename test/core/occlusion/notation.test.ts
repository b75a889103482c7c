import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Shape } from "../../../main/contract/occlusion.ts";
import { readOcclusion, writeOcclusion } from "../../../main/core/occlusion/notation.ts";

const shape: fc.Arbitrary<Shape> = fc.record({
  number: fc.integer({ min: 0, max: 9_999 }),
  kind: fc.constantFrom("rect" as const, "ellipse" as const, "polygon" as const, "text" as const),
  props: fc.dictionary(
    fc.stringMatching(/^[a-z]{1,6}$/),
    fc
      .oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[}:\\=<]{0,6}$/))
      .map((value) => value.replace(/\}(?=\}|$)/g, "\uff5d")),
  ),
});

describe("laws", () => {
  test("what is written is read", () => {
    fc.assert(
      fc.property(fc.array(shape), (shapes) => {
        expect(readOcclusion(writeOcclusion({ shapes, rest: "" }))).toEqual({ shapes, rest: "" });
      }),
    );
  });

  test("any text is kept: as shapes, or as the rest", () => {
    const text = fc
      .array(fc.constantFrom("{{c1::", "image-occlusion:", "rect", ":left=", ".1", "}}", "}", "<br>", "\\", ":", "x"))
      .map((parts) => parts.join(""));
    const law = fc.property(text, (given) => {
      const { shapes, rest } = readOcclusion(given);
      const again = readOcclusion(writeOcclusion({ shapes, rest }));
      expect(again.shapes.slice(0, shapes.length)).toEqual(shapes);
      if (shapes.length === 0) expect(rest).toBe(given);
    });
    fc.assert(law);
  });
});

// As stored by Anki 26.09.3 for a note made through its own call.
const ankis =
  "{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.1:oi=1}}<br>" +
  "{{c2::image-occlusion:ellipse:left=.5:top=.5:rx=.1:ry=.05:angle=30:fill=#ff0000:oi=1}}<br>" +
  "{{c3::image-occlusion:polygon:left=.1:top=.1:points=.1,.1 .2,.1 .2,.2:oi=1}}<br>" +
  "{{c0::image-occlusion:text:left=.1:top=.2:text=a\\:b\\\\c:scale=1.2:fs=.04:oi=1}}<br>";

test("Anki's own text is read with every property, and written back to the letter", () => {
  const read = readOcclusion(ankis);
  expect(read.rest).toBe("");
  expect(read.shapes.map(({ number, kind }) => [number, kind])).toEqual([
    [1, "rect"],
    [2, "ellipse"],
    [3, "polygon"],
    [0, "text"],
  ]);
  expect(read.shapes[1]?.props).toEqual({
    left: ".5",
    top: ".5",
    rx: ".1",
    ry: ".05",
    angle: "30",
    fill: "#ff0000",
    oi: "1",
  });
  expect(read.shapes[3]?.props.text).toBe("a:b\\c");
  expect(writeOcclusion(read)).toBe(ankis);
});

test("a kind that is not known and other clozes stay where they are", () => {
  const text = "{{c1::image-occlusion:star:left=.1}}<br>and {{c2::words}}";
  expect(readOcclusion(text)).toEqual({ shapes: [], rest: text });
});

test("a million braces take no time", () => {
  expect(readOcclusion(`{{c1::image-occlusion:rect:${"}:".repeat(200_000)}`).shapes).toEqual([]);
});
