import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { documentOf } from "../../../main/core/html/documentOf.ts";
import { sha1 } from "../../../main/core/html/sha1.ts";
import { pageOf } from "./pages.ts";

describe("what authors write stays as it is", () => {
  test.each([
    "<b>a</b> <i>b</i> <u>c</u> <s>d</s> <sub>e</sub> <sup>f</sup> <mark>g</mark> <kbd>h</kbd> <small>i</small> <q>j</q>",
    '<div id="answer" class="card back" dir="rtl" lang="fa" title="t" style="color:red;font-size:20px">a</div>',
    '<table border="1" cellpadding="3"><thead><tr><th colspan="2">a</th></tr></thead><tbody><tr><td rowspan="2" align="left">b</td></tr></tbody></table>',
    "<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>",
    '<details class="hint"><summary>Hint</summary><div>a</div></details>',
    '<font color="#ff0000" face="Arial" size="5">a</font><center>b</center><big>c</big><tt>d</tt>',
    '<ol start="3" type="a"><li value="4">a</li></ol><ul><li>b</li></ul><dl><dt>c</dt><dd>d</dd></dl>',
    '<svg viewBox="0 0 9 9" width="9"><g fill="none" stroke="red" stroke-width="2"><path d="M0 0L9 9"></path><circle cx="1" cy="2" r="3"></circle></g></svg>',
    '<svg><defs><linearGradient id="a"><stop offset="0" stop-color="red"></stop></linearGradient></defs><rect fill="url(&#x22;#a&#x22;)"></rect></svg>',
    "<h1>a</h1><blockquote>b</blockquote><hr><p>c<br>d</p><pre>e\n  f</pre><figure>g<figcaption>h</figcaption></figure>",
    '<span class="cloze" data-ordinal="1" data-cloze="x">[...]</span><code id="typeans"><span class="typeGood">a</span></code>',
    '<bdo dir="rtl">a</bdo><bdi>b</bdi><abbr title="c">d</abbr><wbr><time datetime="2020">e</time>',
  ])("%s", (html) => {
    const written = pageOf(html).body;
    expect(written.replaceAll("'", '"')).toBe(html);
  });
});

describe("what becomes of addresses", () => {
  const files = ["a b.png", "übung.png", "x.mp3", "100%.png", "v.mp4", "a&b.mp3", "_font.ttf", "bg.png"];
  test.each([
    ['<img src="a b.png">', '<img src="media://file/a%20b.png">'],
    ['<img src="a%20b.png">', '<img src="media://file/a%20b.png">'],
    ['<img src="u\u0308bung.png">', '<img src="media://file/%C3%BCbung.png">'],
    ['<img src="%C3%BCbung.png">', '<img src="media://file/%C3%BCbung.png">'],
    ['<img src="100%.png">', '<img src="media://file/100%25.png">'],
    ['<img src="lost.png">', '<span class="missing-media">lost.png is missing</span>'],
    ['<img src="lost.png" alt="a map">', '<span class="missing-media">lost.png is missing</span>'],
    ['<img src="https://e.org/a.png" alt="a map">', '<span class="remote-image">a map</span>'],
    ['<img src="//e.org/a.png">', '<span class="remote-image">Picture from e.org, not loaded</span>'],
    ["<img>", '<span class="missing-media">Picture without a name</span>'],
    ['<img src="data:image/png;base64,AA" alt="dot">', '<span class="missing-media">dot</span>'],
    ['<a href="https://e.org/?a=1&amp;b=2">x</a>', '<a href="card://link/0">x</a>'],
    ['<a href="#below">x</a>', '<a href="#below">x</a>'],
    [
      '<iframe src="https://www.youtube.com/embed/x?a=b"></iframe>',
      '<a class="remote-page" href="card://link/0">Page from www.youtube.com, not shown here</a>',
    ],
    ['<object data="bg.png" width="9">x</object>', '<img src="media://file/bg.png" width="9">'],
    ['<embed src="x.mp3">', '<audio src="media://file/x.mp3" controls'],
    ['<object data="x.swf"><b>fallback</b></object>', "<b>fallback</b>"],
    ['<iframe src="x.html">x</iframe>y', "y"],
    ['<a href="app://main">x</a>', "<span>x</span>"],
    [
      '<a href="HTTPS://e.org">x <a href="https://f.org">y</a></a>',
      '<a href="card://link/0">x </a><a href="card://link/1">y</a>',
    ],
    ['<a href="https://e.org">[sound:x.mp3]</a>', "<span><a "],
    ["[sound:v.mp4]", '<video src="media://file/v.mp4" controls preload="metadata"></video>'],
    ["[sound:a&amp;b.mp3]", 'aria-label="Play a&#x26;b.mp3"'],
    ["[sound:lost.mp3]", '<span class="missing-media">lost.mp3 is missing</span>'],
    ['<audio src="x.mp3" autoplay></audio>', '<audio src="media://file/x.mp3" controls preload="metadata"></audio>'],
    [
      '<audio><source src="x.ogg"><source src="x.mp3"></audio>',
      '<audio src="media://file/x.mp3" controls preload="metadata"></audio>',
    ],
    ['<picture><source srcset="a.webp"><img src="bg.png"></picture>', '<img src="media://file/bg.png">'],
    ['<b style="background:url(bg.png)">x</b>', '<b style="background:url(&#x22;media://file/bg.png&#x22;)">x</b>'],
    ['<b style="background:url(https://e.org/a.png) red">x</b>', '<b style="background:none red">x</b>'],
  ])("%s", (html, written) => {
    expect(pageOf(html, files).body).toContain(written);
  });

  test("each address and file is told once", () => {
    const { links, remote, missing } = pageOf(
      '<a href="https://e.org">x</a><a href="https://e.org">y</a><img src="https://e.org/1.png"><img src="https://e.org/1.png"><img src=a.png><img src=a.png>[sound:b.mp3]',
    );
    expect({ links, remote, missing }).toEqual({
      links: ["https://e.org"],
      remote: ["https://e.org/1.png"],
      missing: ["a.png", "b.mp3"],
    });
  });

  test("a typeface that is not there is not told", () => {
    const css =
      '@font-face{src:url(https://e.org/a.woff2),url("_a.ttf")}@media print{a{background:url(https://e.org/b.png)}}';
    const { remote, missing } = pageOf("x", [], { css });
    expect({ remote, missing }).toEqual({ remote: ["https://e.org/b.png"], missing: [] });
  });

  test("a picture that was fetched is shown from the collection", () => {
    const page = pageOf('<img src="https://e.org/1.png">', [], { fetched: (url) => url === "https://e.org/1.png" });
    expect(page.body).toBe('<img src="media://file/https%3A%2F%2Fe.org%2F1.png">');
    expect(page.remote).toEqual([]);
  });
});

describe("sounds", () => {
  const files = ["q.mp3", "a.mp3"];
  const names = ({ sounds }: ReturnType<typeof pageOf>) =>
    sounds.map((sound) => (sound.kind === "file" ? sound.name : sound.text));

  test("are counted in their order, speech among them", () => {
    const page = pageOf(
      "[sound:a.mp3]<p>[anki:tts lang=ja_JP voices=A,B speed=0.8]<b>犬</b>[/anki:tts]</p>[sound:q.mp3]",
      files,
    );
    expect(page.sounds).toEqual([
      { kind: "file", name: "a.mp3" },
      { kind: "speech", text: "犬", lang: "ja_JP", voices: ["A", "B"], speed: 0.8 },
      { kind: "file", name: "q.mp3" },
    ]);
    expect([...page.body.matchAll(/card:\/\/play\/(\d)/g)].map(([, n]) => n)).toEqual(["0", "1", "2"]);
  });

  test("an answer repeats the buttons of its question, and plays only its own", () => {
    const front = "Say it: [sound:q.mp3] [[type:Back]]";
    const answer = pageOf(
      "Say it: [sound:q.mp3] <code id=typeans>x</code><hr id=answer>[sound:a.mp3][sound:q.mp3]",
      files,
      { front },
    );
    expect(names(answer)).toEqual(["q.mp3", "a.mp3", "q.mp3"]);
    expect(answer.autoplay).toEqual([1, 2]);
    expect(pageOf("[sound:a.mp3]", files, { front }).autoplay).toEqual([0]);
    expect(pageOf(front, files).autoplay).toEqual([0]);
  });
});

describe("styles", () => {
  const css = (written: string, files: string[] = []) => pageOf("x", files, { css: written }).css.trim();

  test("of the type and of fields are the page's, in their order", () => {
    const page = pageOf("<style>.b{color:blue}</style>x<style media=print>.c{}</style>", [], { css: ".a{color:red}" });
    expect(page.css).toBe(".a{color:red}\n.b{color:blue}\n@media print { .c{} }");
    expect(page.body).toBe("x");
  });

  test.each([
    ["@font-face{src:url('_f.ttf')}", '@font-face{src:url("media://file/_f.ttf")}'],
    ["a{background:url(x.png)}", "a{background:none}"],
    ["@import 'a.css';b{}", "b{}"],
    ["@media (400px <= width){a{}}", "@media (400px <= width){a{}}"],
    ["a{b:c", "a{b:c}"],
    ['a{content:"x', 'a{content:"x"}'],
    ['a{content:"</style>"}', 'a{content:"\\3c /style>"}'],
    ["a{}/* c */b{}", "a{}/**/b{}"],
    ["<!-- a{} -->", "a{}"],
    ["a > b + c ~ d::before{}", "a > b + c ~ d::before{}"],
    ["a{width:calc(1px + (2px * 3))}", "a{width:calc(1px + (2px * 3))}"],
    ["a{b:image-set('x.png' 1x)}", 'a{b:image-set("" 1x)}'],
  ])("%s", (written, cleaned) => {
    expect(css(written, ["_f.ttf"])).toBe(cleaned);
  });

  test("what nests deeper than anyone writes is left out", () => {
    expect(css(`a{}${".a{".repeat(30_000)}b:c${"}".repeat(30_000)}d{}`)).toMatch(/^a\{\}(\.a\{){40}\.a\}{40}d\{\}$/);
  });

  test("what is clean already stays", () => {
    const atoms = fc.constantFrom(
      ..."a . # { } : ; ( ) [ ] , > \" ' url( url(x) @import @media / * \\ 1px % red var(--x) \n".split(" "),
      " ",
    );
    const law = fc.property(fc.array(atoms, { maxLength: 30 }), (all) => {
      const once = pageOf("x", [], { css: all.join("") }).css;
      expect(pageOf("x", [], { css: once }).css).toBe(once);
    });
    fc.assert(law, { numRuns: 500 });
  });
});

describe("what a side says", () => {
  test.each([
    ["<p>a</p><p>b</p>", "a\nb"],
    ["a<br>b <b>c</b>", "a\nb c"],
    ["<table><tr><td>a<td>b<tr><td>c</table>", "a b\nc"],
    ['<img src="x.png" alt="a map"> b', "a map b"],
    ["<ruby>漢<rt>かん</rt></ruby>", "漢(かん)"],
    ["[sound:x.mp3] a", "a"],
    ["<div style='display: none'>a</div>b<i hidden>c</i>", "b"],
    ["<details><summary>Hint</summary>secret</details>a", "Hint\na"],
    ["<pre>a\n  b</pre>", "a\n  b"],
    ["a&nbsp;&lt;b", "a <b"],
    ['<b data-tex="x">y</b>', "y"],
  ])("%s", (html, text) => {
    expect(pageOf(html, ["x.png", "x.mp3"]).text).toBe(text);
  });
});

describe("a side that counts on a script", () => {
  test.each([
    ["<script>x</script>a", true],
    ["<b onclick=x>a</b>", true],
    ['<a href="javascript:x">a</a>', true],
    ["a &lt;script&gt; onclick", false],
  ])("%s", (html, scripted) => {
    expect(pageOf(html).scripted).toBe(scripted);
  });

  test.each([
    `<a href="#" onclick="document.getElementById('h').style.display='block';return false">Show</a><div id="h" style="display: none">x</div>`,
    `<button onclick='toggle("#h")'>Show</button><p>between</p><div id=h hidden>x</div>`,
    `<input type=button value=Show onclick="$('#h').show()"><div><span id=h style="color:red;display:none">x</span></div>`,
  ])("folds what a press would have shown: %s", (html) => {
    const { body, text } = pageOf(html);
    expect(body).toMatch(/<details class="hint"><summary>Show<\/summary><(div|span) id="h"[^>]*>x<\/\1><\/details>/);
    expect(body).not.toMatch(/display|hidden/);
    expect(text).toMatch(/^Show/);
  });

  test("and leaves alone what holds the press itself", () => {
    const html = `<div id=a style="display:none"><b onclick="show('a')">x</b></div>more`;
    expect(pageOf(html).body).toBe('<div id="a" style="display:none"><b>x</b></div>more');
  });

  test("shows what only the script would have shown, if there is nothing else", () => {
    const hidden = '<div id="a" style="display:none">the answer</div><script>show()</script>';
    expect(pageOf(hidden).text).toBe("the answer");
    expect(pageOf(`${hidden}<p>more</p>`).text).toBe("more");
    expect(pageOf(hidden.replace(/<script.*/, "")).text).toBe("");
  });
});

test("a side that is too large says so, and how it begins", () => {
  const page = pageOf(`<p>Once upon a time</p>${"<b>x</b>".repeat(200_000)}`);
  expect(page.text).toMatch(/^This side is larger than a million characters.* Once upon a time/);
  expect(page.body.length).toBeLessThan(40_000);
});

test("a side that nests too deep says so, and how it begins", () => {
  expect(pageOf(`${"<div>".repeat(10_000)}deep`).text).toMatch(/^This side .* deep$/);
});

test("a side that nests as deep as browsers draw is drawn", () => {
  for (const tag of ["div", "b", "details"]) {
    const nested = `${`<${tag}>`.repeat(490)}deep`;
    expect(pageOf(nested).body).toContain("deep</");
  }
});

test("the picture that Anki made of LaTeX is shown if it is there", () => {
  const latex = "\\begin{tabular}{c}é & <b>\n\\end{tabular}";
  const name = `latex-${createHash("sha1").update(latex).digest("hex")}.png`;
  const html = "[latex]\\begin{tabular}{c}é &amp; &lt;b&gt;<br>\\end{tabular}[/latex]";
  expect(pageOf(html, [name]).body).toContain(`src="media://file/${name}"`);
  expect(pageOf(html).text).toContain("tabular");
});

test("SHA-1 is SHA-1", () => {
  const law = fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
    expect(sha1(text)).toBe(createHash("sha1").update(text).digest("hex"));
  });
  fc.assert(law);
});

test("a document bears Anki's classes", () => {
  const page = pageOf("x");
  const night = documentOf(page, { night: true, ord: 2, zoom: 1.5, platform: "linux" });
  expect(night).toContain('<html class="linux nightMode night_mode" style="zoom:1.5"');
  expect(night).toContain('<body class="card card3 nightMode night_mode"><div id="qa">x</div></body></html>');
  expect(documentOf(page, { night: false, ord: 0, zoom: Number.NaN })).toContain('<body class="card card1">');
});
