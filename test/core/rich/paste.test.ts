import { describe, expect, test } from "vitest";
import { richToHtml } from "../../../main/core/rich/html/richToHtml.ts";
import { richToMarkdown } from "../../../main/core/rich/markdown/richToMarkdown.ts";
import { cleanPaste } from "../../../main/core/rich/paste/cleanPaste.ts";

const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {mso-style-parent:""} --></style></head>
<body lang=EN-US><!--StartFragment--><p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Armenia</b><span style='mso-spacerun:yes'>&nbsp; </span>is a
<i>country</i>.<o:p></o:p></p><p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Yerevan<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp; </span></span><![endif]>Kentron</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·</span><![endif]>Gyumri</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>`;

const google = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38;margin-top:0pt;"><span style="font-size:11pt;font-family:Arial;font-weight:700;font-style:normal;text-decoration:none;vertical-align:baseline;white-space:pre-wrap;">Water</span><span style="font-weight:400;"> is H</span><span style="font-size:0.6em;vertical-align:sub;">2</span><span style="font-weight:400;">O.</span></p><ol style="margin-top:0"><li dir="ltr" style="list-style-type:decimal" aria-level="1"><p dir="ltr" role="presentation"><span style="font-style:italic">first</span></p></li><ol><li><p><span>inner</span></p></li></ol><li><p><span>second</span></p></li></ol></b><br class="Apple-interchange-newline">`;

const libre = `<html><head><meta name="generator" content="LibreOffice 24.2"/><style>p { margin-bottom: 0.25cm }</style></head><body lang="en-GB"><p style="line-height: 100%; margin-bottom: 0cm">
<font face="Liberation Serif, serif"><font size="3" style="font-size: 12pt"><u>Mount Ararat</u></font></font></p><h2 class="western">Height</h2><pre class="western">5137 m
5165 m</pre></body></html>`;

const wikipedia = `<p>The <b>Battle of <a href="/wiki/Avarayr" title="Avarayr">Avarayr</a></b> (<a href="https://hy.wikipedia.org/" class="external">hy</a>) was fought in 451.<sup id="cite" class="reference"><a href="#n1">[1]</a></sup><img src="https://stats.example/1x1.gif" width="1" height="1"><img src="//upload/x.jpg" alt="A map"></p>
<h3><span class="mw-headline">Forces</span><span class="mw-editsection">[edit]</span></h3><table class="wikitable"><tbody><tr><th>Side</th><th>Men</th></tr><tr><td>Armenia</td><td style="text-align:right">66,000</td></tr></tbody></table><script>track()</script><style>.x{}</style><p onclick="x()">E is <span class="mwe-math-element"><math><semantics><mi>E</mi><annotation encoding="application/x-tex">{\\displaystyle E=mc^{2}}</annotation></semantics></math><img src="e.svg" alt="E"></span>.</p>`;

describe.each<[string, string, string, string]>([
  [
    "Word",
    word,
    "<div><b>Armenia</b> is a <i>country</i>.</div><ul><li>Yerevan<ul><li>Kentron</li></ul></li><li>Gyumri</li></ul>",
    "**Armenia** is a *country*.\n\n- Yerevan\n  - Kentron\n- Gyumri",
  ],
  [
    "Google Docs",
    google,
    "<div><b>Water</b> is H<sub>2</sub>O.</div><ol><li><i>first</i><ol><li>inner</li></ol></li><li>second</li></ol>",
    "**Water** is H₂O.\n\n1. *first*\n   1. inner\n2. second",
  ],
  [
    "LibreOffice",
    libre,
    "<div><u>Mount Ararat</u></div><h2>Height</h2><pre>5137 m\n5165 m</pre>",
    "Mount Ararat\n\n## Height\n\n```\n5137 m\n5165 m\n```",
  ],
  [
    "an encyclopaedia",
    wikipedia,
    '<div>The <b>Battle of Avarayr</b> (<a href="https://hy.wikipedia.org/">hy</a>) was fought in 451.A map</div><h3>Forces</h3><table><tr><th>Side</th><th>Men</th></tr><tr><td>Armenia</td><td>66,000</td></tr></table><div>E is \\(E=mc^{2}\\).</div>',
    "The **Battle of Avarayr** ([hy](https://hy.wikipedia.org/)) was fought in 451.A map\n\n### Forces\n\n| Side | Men |\n| --- | --- |\n| Armenia | 66,000 |\n\nE is \\(E=mc^{2}\\).",
  ],
])("from %s", (_, source, html, markdown) => {
  test("as HTML", () => expect(richToHtml(cleanPaste(source, "html"))).toBe(html));
  test("as Markdown", () => expect(richToMarkdown(cleanPaste(source, "markdown"))).toBe(markdown));
});

describe("pieces", () => {
  test.each<[string, string, string]>([
    ["plain", "just words", "just words"],
    ["nothing", "", ""],
    ["comments", "a<!-- <b>x</b> -->b<!--[if gte mso 9]><xml>y</xml><![endif]-->", "ab"],
    ["script in a link", '<a href="javascript:alert(1)">x</a>', "x"],
    ["handlers", '<b onmouseover="x()">a</b>', "<b>a</b>"],
    ["hidden text", 'a<span style="display:none">secret</span><span hidden>b</span>', "a"],
    [
      "a code block of GitHub",
      '<div class="highlight highlight-source-js"><pre class="highlight-source-js"><span class="pl-k">let</span> a\n</pre></div>',
      '<pre><code class="language-js">let a</code></pre>',
    ],
    ["inline code", "<kbd>Ctrl</kbd>", "<code>Ctrl</code>"],
    ["a table for the looks", "<table><tr><td>a</td></tr><tr><td>b</td></tr></table>", "<div>a</div><div>b</div>"],
    ["blanks of other programs", "a&nbsp;b\u200bc «&nbsp;d&nbsp;»", "a bc «&nbsp;d&nbsp;»"],
    ["bold around blocks", "<b><p>a</p><p>b</p></b>", "<div><b>a</b></div><div><b>b</b></div>"],
    ["underlined links", '<a href="https://x.y"><u>l</u></a>', '<a href="https://x.y">l</a>'],
    ["gaps stay gaps", "<p>{{c1::a}}</p>", "{{c1::a}}"],
    ["definitions", "<dl><dt>a</dt><dd>b</dd></dl>", "<div>a</div><div>b</div>"],
    [
      "KaTeX",
      '<span class="katex"><span class="katex-mathml"><math><semantics><mi>x</mi><annotation encoding="application/x-tex">x_1</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">x1</span></span>',
      "\\(x_1\\)",
    ],
  ])("%s", (_, source, html) => expect(richToHtml(cleanPaste(source, "html"))).toBe(html));

  test("10,000 elements in each other", () => {
    const html = `${"<div>".repeat(10_000)}deep${"</div>".repeat(10_000)}`;
    expect(richToHtml(cleanPaste(html, "html"))).toBe("deep");
  });
});
