import { type CSSToken, TokenType, tokenize } from "@csstools/css-tokenizer";
import fc from "fast-check";
import type { Element, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { visit } from "unist-util-visit";
import { expect, test } from "vitest";
import { clean } from "../../../main/core/html/clean.ts";
import { documentOf } from "../../../main/core/html/documentOf.ts";
import { parseHtml } from "../../../main/core/html/parseHtml.ts";
import { pageOf } from "./pages.ts";

const atoms =
  `<script> </script> <style> </style> <svg> </svg> <math> </math> <p> </p> <a> </a> <b> </b> <table> </table> <tr> <td> <div> </div>
  <mtext> <mglyph> <malignmark> <annotation-xml> <foreignObject> </foreignObject> <desc> <title> </title> <select> <option> <form> </form>
  <noscript> </noscript> <template> </template> <textarea> </textarea> <iframe> <xmp> <plaintext> <button> </button> <li> <ul> <br> <pre> <h1>
  <details> <summary> <image> <body> <html> <head> <frameset> <!-- --> --!> <![CDATA[ ]]> <?x <x-hole \u0000 &lt; &#x3c; &#0; &notit; " ' \` = / >
  onerror=x onload=x href=javascript:x href="data:text/html,x" src=http://e.test/x src=x.png style="background:url(http://e.test)" xlink:href=#x
  <img <audio <video <source <use <rect fill=url(http://e.test/)  </style><img/src/onerror=x> \\( \\) \\[ \\] [sound:x.mp3] [anki:tts [/anki:tts]
  [latex] [/latex] [$] [/$] <anki-mathjax> </anki-mathjax> <code> </code> [[type:x]] class=card id=qa name=body id=h hidden onclick='h' onclick="$('#h')" style='display:none' url( @import }`.split(
    /\s+/,
  );

const hostile = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...atoms) },
      fc.string({ unit: "binary", maxLength: 4 }),
      fc.constant(" "),
    ),
    { maxLength: 40 },
  )
  .map((all) => all.join(""));

const parsed = (html: string): Root => parseHtml(html) ?? { type: "root", children: [] };

test("a clean tree is what a browser makes of it, and cleaning it again changes nothing", () => {
  const law = fc.property(hostile, (html) => {
    const tree = clean(parsed(html));
    if (!tree) return;
    const written = toHtml(tree);
    expect(toHtml(parsed(written))).toBe(written);
    expect(clean(parsed(written))).toEqual(tree);
  });
  fc.assert(law, { numRuns: 1_000 });
});

test("a page holds nothing that runs, and no address but our own", () => {
  const law = fc.property(hostile, (html) => {
    const { body, css } = pageOf(html, ["x.png", "x.mp3"], { css: html });
    expect(css).not.toMatch(/<[/!]/);
    for (const token of tokenize({ css })) checkToken(token);
    const tree = parsed(body);
    expect(toHtml(tree)).toBe(body);
    visit(tree, "element", check);
  });
  fc.assert(law, { numRuns: 1_000 });
});

function checkToken([type, written, , , value]: CSSToken) {
  if (type === TokenType.URL) expect(value.value).toBe("");
  if (type === TokenType.AtKeyword) expect(value.value).not.toMatch(/^(?:import|namespace|charset)$/i);
  if (type === TokenType.String) expect(written).toMatch(/^".*"$/);
}

function check({ tagName, properties }: Element) {
  expect(tagName).not.toMatch(
    /^(?:script|style|iframe|object|embed|base|meta|link|form|input|button|use|foreignObject|math|template)$/,
  );
  for (const [name, value] of Object.entries(properties)) {
    expect(name).not.toMatch(/^on/i);
    if (name === "src" || name === "poster") expect(value).toMatch(/^media:\/\/file\//);
    if (name === "href") expect(value).toMatch(/^(?:card:\/\/(?:link|play)\/\d+|#.+)$/);
    if (typeof value === "string" && /url\(/i.test(value)) expect(value).toMatch(/url\("(?:media:\/\/file\/|#)/);
  }
}

test("a document ends where it should: nothing of the page leaves its place", () => {
  const law = fc.property(hostile, fc.boolean(), (html, night) => {
    const written = documentOf(pageOf(html, [], { css: html }), { night, ord: 0, zoom: 1 });
    expect(written.match(/<\/style/gi)).toHaveLength(2);
    expect(written).toMatch(/<\/div><\/body><\/html>$/);
  });
  fc.assert(law, { numRuns: 500 });
});
