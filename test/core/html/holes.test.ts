import fc from "fast-check";
import { expect, test } from "vitest";
import { digHoles, holeTag } from "../../../main/core/html/holes.ts";
import { typeset } from "../../../main/core/html/typesetting.ts";
import { pageOf } from "./pages.ts";

const atoms =
  "\\( \\) \\[ \\] [sound: ] x.mp3 [anki:tts lang=en] [/anki:tts] [latex] [/latex] [$] [/$] [$$] [/$$] <anki-mathjax> </anki-mathjax> <b> </b> <code> </code> <pre> </pre> <a title=\" <a title=' \" ' > < <!-- --> <style> </style> [[type:x]] [[ ]] &lt; a".split(
    " ",
  );
const marked = fc
  .array(fc.oneof(fc.constantFrom(...atoms), fc.constant(" ")), { maxLength: 40 })
  .map((all) => all.join(""));

test("what stands between holes stays as it was, and holes stand in their order", () => {
  const law = fc.property(marked, (html) => {
    const dug = digHoles(html);
    const pieces = dug.html.split(new RegExp(`<${holeTag} n="\\d+"></${holeTag}>`));
    expect(pieces).toHaveLength(dug.holes.length + 1);
    let from = 0;
    for (const [i, piece] of pieces.entries()) {
      const end = dug.holes[i]?.at ?? html.length;
      expect(html.slice(end - piece.length, end)).toBe(piece);
      expect(end - piece.length).toBeGreaterThanOrEqual(from);
      from = end + 1;
    }
  });
  fc.assert(law, { numRuns: 1_000 });
});

test("whatever is marked, there is a page", async () => {
  const law = fc.asyncProperty(marked, async (html) => {
    const { sounds, autoplay, body } = pageOf(html, ["x.mp3"], { typesetting: await typeset(html) });
    expect(autoplay).toEqual(sounds.map((_, i) => i));
    expect(body.match(/card:\/\/play\/\d+/g) ?? []).toEqual(sounds.map((_, i) => `card://play/${i}`));
    expect(body).not.toContain(holeTag);
  });
  await fc.assert(law, { numRuns: 300 });
});
