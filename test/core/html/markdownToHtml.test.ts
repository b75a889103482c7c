import { expect, test } from "vitest";
import { markdownToHtml } from "../../../main/core/html/markdownToHtml.ts";

test.each([
  ["one *two* **three** ~~four~~", "<p>one <em>two</em> <strong>three</strong> <del>four</del></p>"],
  ["one\ntwo", "<p>one<br>\ntwo</p>"],
  ["~5 and ~6", "<p>~5 and ~6</p>"],
  ["<b>bold</b> & so", "<p>&#x3C;b>bold&#x3C;/b> &#x26; so</p>"],
  ["\\(a_b_c\\) and \\[x*y*z\\]", "<p>\\(a_b_c\\) and \\[x*y*z\\]</p>"],
  ["\\*no\\*", "<p>*no*</p>"],
  ["[sound:a_b_c.mp3]", "<p>[sound:a_b_c.mp3]</p>"],
  ["*{{c1::a_b_}}*s {{c2::**x**::h}}", "<p><em>{{c1::a_b_}}</em>s {{c2::<strong>x</strong>::h}}</p>"],
  ["![a map](x.png)", '<p><img src="x.png" alt="a map"></p>'],
  ["```js\na \\(b\\) {{c1::c}}\n```", '<pre><code class="language-js">a \\(b\\) {{c1::c}}\n</code></pre>'],
  ["|a|b|\n|-|-|\n|1|{{c1::2}}|", "<td>{{c1::2}}</td>"],
  ["\uE0000\uE000", "<p>\uE0000\uE000</p>"],
])("%j", (text, expected) => {
  expect(markdownToHtml(text)).toContain(expected);
});

test("a text that is too much Markdown is shown as it is", () => {
  expect(markdownToHtml(`${"*a ".repeat(3_000)}<`)).toMatch(/^<p>\*a \*a .*&lt;<\/p>$/);
});
