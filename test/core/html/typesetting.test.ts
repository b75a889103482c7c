import { expect, test } from "vitest";
import { typeset } from "../../../main/core/html/typesetting.ts";
import { pageOf } from "./pages.ts";

test("code is coloured by its language", async () => {
  const html = '<pre><code class="language-js">let a = "\\(x\\)";</code></pre>';
  const { body } = pageOf(html, [], { typesetting: await typeset(html) });
  expect(body).toContain('<span class="hljs-keyword">let</span>');
  expect(body).toContain("\\(x\\)");
});

test("plain HTML needs none", async () => {
  expect(await typeset("<b>one</b> $5 [x](y)")).toBeUndefined();
});
