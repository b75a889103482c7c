import { expect, test } from "vitest";
import { markdownToHtml } from "../../../main/core/html/markdownToHtml.ts";

test.each([
  ["one *two* **three** ~~four~~", "one <em>two</em> <strong>three</strong> <del>four</del>"],
  ["one\ntwo", "one<br>\ntwo"],
  ["~5 and ~6", "~5 and ~6"],
  ["<b>bold</b> & so", "&#x3C;b>bold&#x3C;/b> &#x26; so"],
  ["\\(a_b_c\\) and \\[x*y*z\\]", "\\(a_b_c\\) and \\[x*y*z\\]"],
  ["\\*no\\*", "*no*"],
  ["[sound:a_b_c.mp3]", "[sound:a_b_c.mp3]"],
  ["*{{c1::a_b_}}*s {{c2::**x**::h}}", "<em>{{c1::a_b_}}</em>s {{c2::<strong>x</strong>::h}}"],
  ["![a map](x.png)", '<img src="x.png" alt="a map">'],
  ["```js\na \\(b\\) {{c1::c}}\n```", '<pre><code class="language-js">a \\(b\\) {{c1::c}}\n</code></pre>'],
  ["|a|b|\n|-|-|\n|1|{{c1::2}}|", "<td>{{c1::2}}</td>"],
  ["\uE0000\uE000", "\uE0000\uE000"],
])("%j", (text, expected) => {
  expect(markdownToHtml(text)).toContain(expected);
});

test("paragraphs are told apart where there are several", () => {
  expect(markdownToHtml("a\n\nb")).toBe("<p>a</p>\n<p>b</p>");
  expect(markdownToHtml("a")).toBe("a");
});

test("a text that is too much Markdown is shown as it is", () => {
  expect(markdownToHtml(`${"*a ".repeat(3_000)}<`)).toMatch(/^\*a \*a .*&lt;$/);
});
