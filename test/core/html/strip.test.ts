import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeHtml } from "../../../main/core/html/entities.ts";
import { stripHtml, stripHtmlKeepMedia } from "../../../main/core/html/strip.ts";

describe("laws", () => {
  test("text that was escaped comes back, and no tag of a plain kind stays", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(stripHtml(`<p>${escapeHtml(text)}</p>`)).toBe(text.replaceAll("\u00a0", " "));
      }),
    );
  });
  test("media names or not, the rest is the same", () => {
    const piece = fc.constantFrom("<", ">", "<b>", "<!--", "-->", "<style>", "</style>", "<img src=x>", "&amp;", "a");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const html = pieces.join("").replace(/<(?=[^>]*<)/g, ""); // a name may save a tag from one that is never closed
        expect(stripHtmlKeepMedia(html).replaceAll(" x ", "")).toBe(stripHtml(html));
      }),
    );
  });
});

// As Anki 26.09 has them.
const cases: [html: string, text: string, keepingMedia?: string][] = [
  ["a<br>b", "ab"],
  ["x<!-- a > b -->y", "xy"],
  ["<!-->x-->y", "y"],
  ["<!-- unclosed", "<!-- unclosed"],
  ["<!-- <script> --> a </script>", " a "],
  ["<style a>q</style>z", "z"],
  ["<STYLE>q</style >z</style>w", "w"],
  ["<styled>x</styled>y</style>z", "z"],
  ["<style/>b", "b"],
  ["<style>unclosed <b>x</b>", "unclosed x"],
  ["<script>q</script>", ""],
  ["a < b > c", "a  c"],
  ["a < b", "a < b"],
  ["<<b>>", ">"],
  ["<a href='>'>x</a>", "'>x"],
  ["a &nbsp;b&#160;c &amp;lt;", "a  b c &lt;"],
  ["&lt;b&gt; &#x41;&#65;", "<b> AA"],
  ["[sound:a.mp3]", "[sound:a.mp3]"],
  ['<img src="a b.png">x', "x", " a b.png x"],
  ["<IMG alt=x src=a.png>", "", " a.png "],
  ["<img src='a.png' />", "", " a.png "],
  ["<img src=>", "", ""],
  ["<imgsrc=z>", "", ""],
  ["<svg src=x>", "", ""],
  ["1 < 2<img src=z>", "1 ", "1 < 2 z "],
  ['<img src="a&amp;b.png">', "", " a&b.png "],
  ["<object data=q.swf><video><source src='v.mp4'></video>", "", " q.swf  v.mp4 "],
];
test.each(cases)("%j", (html, text, keepingMedia = text) => {
  expect(stripHtml(html)).toBe(text);
  expect(stripHtmlKeepMedia(html)).toBe(keepingMedia);
});

test("what stands for no character stays, without harm to its neighbours", () => {
  expect(stripHtml("a & b &amp; &foo; &#0; &#xD800; &#x110000; &copy;")).toBe(
    "a & b & &foo; &#0; &#xD800; &#x110000; ©",
  );
});

test.each(["<", "<!--", "<style>", "<style", "<script><b>", "&", "&#", "<img src='", "<img "])(
  "a megabyte of %s",
  (piece) => {
    const text = piece.repeat(1_000_000 / piece.length);
    expect(stripHtml(text).length).toBeLessThanOrEqual(text.length);
    expect(stripHtmlKeepMedia(text).length).toBeLessThanOrEqual(text.length);
  },
);
