import fc from "fast-check";
import { toHtml } from "hast-util-to-html";
import { describe, expect, test } from "vitest";
import type { Page } from "../../../main/core/html/page.ts";
import { parseHtml } from "../../../main/core/html/parseHtml.ts";
import { typeset } from "../../../main/core/html/typesetting.ts";
import { pageOf } from "./pages.ts";

const drawn = async (html: string, files: string[] = []): Promise<Page> =>
  pageOf(html, files, { typesetting: await typeset(html) });

const formulas = (body: string) => body.match(/<mjx-container/g)?.length ?? 0;

describe("what becomes a formula", () => {
  test.each([
    ["\\(a\\)", 1, "a"],
    ["\\[a\\]", 1, "a"],
    ["\\(a &lt; b\\)", 1, "a < b"],
    ["\\(a <b>b</b>\\)", 1, "a b"],
    ["\\(\\ce{A <=> B}\\)", 1, "\\ce{A <=> B}"],
    ["\\(a<b>c</b>\\)", 1, "ac"],
    ["\\[a<br>b\\]", 1, "a\nb"],
    ["<b>\\(a</b>b\\)", 0, "\\(ab\\)"],
    ["<div>\\(a</div><div>b\\)</div>", 0, "\\(a\nb\\)"],
    ["\\( \\(a\\)", 1, "\\( a"],
    ["\\(\\)", 0, "\\(\\)"],
    ["<code>\\(a\\)</code>", 0, "\\(a\\)"],
    ["<pre>\\(a\\)</pre>\\(b\\)", 1, "\\(a\\)\nb"],
    ["<span title='\\(a\\)'>b</span>", 0, "b"],
    ["<!-- \\(a\\) -->b", 0, "b"],
    ["<anki-mathjax>a</anki-mathjax>", 1, "a"],
    ['<anki-mathjax block="true">a</anki-mathjax>', 1, "a"],
    ["[$]a[/$]", 1, "a"],
    ["[$$]a[/$$]", 1, "a"],
    ["[latex]$a$[/latex]", 1, "a"],
    ["[latex]\\begin{displaymath}a\\end{displaymath}[/latex]", 1, "a"],
    ["[latex]\\begin{tabular}{c}a\\end{tabular}[/latex]", 0, "[latex]\\begin{tabular}{c}a\\end{tabular}[/latex]"],
    ["[$]\\frac{1}[/$]", 0, "[$]\\frac{1}[/$]"],
    ["<svg><text>\\(a\\)</text></svg>", 0, ""],
    ["costs $5 and $6", 0, "costs $5 and $6"],
  ])("%s", async (html, count, text) => {
    const page = await drawn(html);
    expect(formulas(page.body)).toBe(count);
    expect(page.text).toBe(text);
  });
});

test("a formula is seen as a drawing and heard as MathML", async () => {
  const { body } = await drawn("\\(x^2\\)");
  expect(body).toMatch(/<mjx-container[^>]*><svg[^>]*aria-hidden="true"/);
  expect(body).toMatch(/<mjx-assistive-mml display="inline"><math[^>]*>\s*<msup/);
});

test("chemistry, other scripts and rarer alphabets are drawn, not boxes", async () => {
  const { body } = await drawn(
    "\\(\\ce{2H2 + O2 <=>[\\Delta] 2H2O}\\) \\(\\text{Привет é}\\) \\(\\mathfrak{g}\\mathbb{R}\\mathscr{L}\\)",
  );
  expect(formulas(body)).toBe(3);
  expect(body).not.toMatch(/<text[^>]*>/);
});

test("a mistake is said where it is, and other formulas stay", async () => {
  const { body } = await drawn("\\(\\frac{1}\\) \\(a\\)");
  expect(body).toContain("Missing argument for \\frac");
  expect(formulas(body)).toBe(2);
});

test("what a side defines, its later formulas know, and no other side does", async () => {
  const { body } = await drawn("\\(\\newcommand{\\R}{\\mathbb{R}}\\) \\(\\R\\)");
  expect(body).not.toContain("merror");
  expect(body).not.toContain(">\\R<");
  const other = await drawn("\\(\\R + \\undefinedhere\\)");
  expect(other.body).toMatch(/R/);
  const braced = await drawn("\\(\\def\\mine{x}\\mine\\)");
  expect(braced.body).not.toContain("mathcolor");
  expect((await drawn("\\(\\mine\\)")).body).toContain('mathcolor="red"');
});

test("physics has its meanings only where it is asked for", async () => {
  expect((await drawn("\\(\\require{physics}\\dv{x}{t}\\)")).body).not.toContain('mathcolor="red"');
  expect((await drawn("\\(\\dv{x}{t}\\)")).body).toContain('mathcolor="red"');
});

describe("a hostile formula", () => {
  const many = (one: string, times: number, after = "") => `${one.repeat(times)}x${after.repeat(times)}`;
  const hostile: Record<string, string> = {
    "a macro that doubles for ever": "\\def\\x{\\x\\x}\\x",
    "macros that double each other":
      "\\def\\a{xx}\\def\\b{\\a\\a\\a\\a}\\def\\c{\\b\\b\\b\\b}\\def\\d{\\c\\c\\c\\c}\\d\\d\\d\\d\\d\\d",
    "an environment in itself": "\\newenvironment{q}{\\begin{q}}{\\end{q}}\\begin{q}\\end{q}",
    "braces a thousand deep": many("{", 1_400, "}"),
    "roots a thousand deep": many("\\sqrt{", 400, "}"),
    "one that is too long": many("x+", 5_000),
    "a wide ditch": "\\hspace{99999em}",
    "a great black box": "\\rule{9999em}{9999em}",
    "a link": "\\href{javascript:alert(1)}{x}",
    "a style with an address": "\\style{background:url(http://e.test/)}{x}",
    "a border with an address": "\\bbox[border:2px solid url(http://e.test/)]{x}",
    "a background with an address": "\\bbox[background:url(http://e.test/)]{x}",
    "a colour with an address": "\\color{url(http://e.test/)}{x}",
    "a class and an id": "\\class{card}{\\cssId{qa}{x}}",
    "HTML in text": "\\text{<img src=x onerror=alert(1)>}",
    "HTML in a name": "\\operatorname{</svg><script>alert(1)</script>}",
    "data for a script": "\\data{onclick=alert(1)}{x}",
    "a package from elsewhere": "\\require{http://e.test/x.js}x",
    "a file": "\\input{/etc/passwd}",
    "a tooltip": "\\mathtip{x}{<b onclick=alert(1)>}",
    "a toggle": "\\toggle{x}{y}\\endtoggle",
  };
  test.each(Object.entries(hostile))("%s", async (_, tex) => {
    const html = `before \\(${tex.replaceAll("<", "&lt;")}\\) \\(after\\)`;
    const { body, remote } = await drawn(html);
    expect(body).toContain("before");
    expect(body).toContain('data-tex="after"');
    expect(remote).toEqual([]);
    expect(body.length).toBeLessThan(4_000_000);
    const bare = body.replaceAll(/ data-tex="[^"]*"/g, "").replaceAll(/>[^<]*</g, "><");
    expect(bare).not.toMatch(/javascript:|https?:|\son\w+=|<script|<img|<a[ >]|url\(| id=/i);
    expect(toHtml(parseHtml(body) ?? { type: "root", children: [] })).toBe(body);
  });
});

test("many formulas end in their sources, not in a hang", async () => {
  const page = await drawn("\\(x+y\\) ".repeat(5_000));
  expect(page.text.startsWith("x+y x+y")).toBe(true);
  expect(page.body.length).toBeLessThan(20_000_000);
});

test("any TeX gives a page that reads back as it was written", async () => {
  const atoms = fc.constantFrom(
    ..."\\frac { } ^ _ \\sqrt \\text \\left( \\right) & \\\\ \\begin{matrix} \\end{matrix} x 1 \\ce \\color{red} \\def\\x \\x #1 % ~ \\unicode{x41} < > \" ' \\bbox[1px] \\enclose{circle} \\verb|x| \\tag1 \\label{a}".split(
      " ",
    ),
  );
  const law = fc.asyncProperty(fc.array(atoms, { maxLength: 12 }), async (all) => {
    const { body } = await drawn(`\\(${all.join(" ").replaceAll("<", "&lt;")}\\)`);
    expect(toHtml(parseHtml(body) ?? { type: "root", children: [] })).toBe(body);
  });
  await fc.assert(law, { numRuns: 200 });
});
