import fc from "fast-check";
import { expect, it, test } from "vitest";
import { fieldText, textWriter } from "../../../../main/core/codec/text/fieldText.ts";
import { markdownToHtml } from "../../../../main/core/html/markdownToHtml.ts";
import { moveText } from "../../../../main/core/noteType/moveText.ts";

it.each([
  ['<b>a</b> and <i>b</i>, <img src="p.png">', "**a** and *b*, ![](p.png)"],
  ["a<br>b<br/>c", "a\nb\nc"],
  ["x<b>y</b>z", "x**y**z"],
  ["<b> a</b>", "**a**"],
  ["1. a", "1\\. a"],
  ["a &lt; b", "a < b"],
])("HTML %s", (html, markdown) => {
  expect(markdownToHtml(fieldText(html, true, "markdown"))).toBe(markdownToHtml(markdown));
});

it("what is larger than any card is text, in little time", () => {
  expect(fieldText("<b>x</b> ".repeat(1_000_000), true, "markdown")).toHaveLength(2_000_000);
  expect(fieldText("a*b ".repeat(10_000), false, "markdown")).toBe("a*b ".repeat(10_000));
});

it("plain text for HTML is written by Anki's rule, HTML is left alone", () => {
  expect(fieldText("a < b & 'c'\n\"d\"", false, "html")).toBe("a &lt; b &amp; &#x27;c&#x27;<br>&quot;d&quot;");
  expect(fieldText(" <b>a</b> ", true, "html")).toBe(" <b>a</b> ");
  expect(textWriter(true)("<style>b{}</style>a [[type:x]]<style>", "html")).toBe("a <style>");
  expect(textWriter(false)("<b>a</b><br>&lt;b", "html")).toBe("a\n<b");
});

const piece = fc.constantFrom(
  ...'a|b c| |(|)|.|,|!|1.|- |# |=|**|_|\\\\|&amp;|&|<|<b>x</b>|<i>y z</i>|<em>(q)</em>|<strong>w!</strong>|<b> s</b>|<img src="p.png">|<br>|<br><br>|[l](m)|{{c1::g}}|`'.split(
    "|",
  ),
);

test("the short way to Markdown reads like the long one", () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 7 }).map((all) => all.join("")),
      (html) => {
        const short = fieldText(html, true, "markdown");
        expect(markdownToHtml(short).trim()).toBe(markdownToHtml(moveText(html, "html", "markdown")).trim());
      },
    ),
    { numRuns: 1_000 },
  );
});

test("plain text reads as it is", () => {
  const text = (html: string) =>
    html
      .replace(/<br>\n?|<\/p>\n<p>|<\/?p>/g, "\n")
      .replaceAll("&#x26;", "&")
      .replaceAll("&#x3C;", "<")
      .replaceAll("&amp;", "&")
      .replaceAll("&lt;", "<");
  const plain = fc.constantFrom(..."a|b c|(|1. x|- y|# z|=|*m*|_|&|<b>|<|>|`|~~|![x](y)|<i>|5 < 6|a & b".split("|"));
  fc.assert(
    fc.property(
      fc.array(plain, { minLength: 1, maxLength: 4 }).map((all) => all.join(" ")),
      (line) => {
        const read = text(markdownToHtml(fieldText(line, false, "markdown")));
        expect(read.replace(/\s+/g, " ").trim()).toBe(line.replace(/\s+/g, " ").trim());
      },
    ),
    { numRuns: 500 },
  );
});
