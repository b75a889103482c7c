import { expect, test } from "vitest";
import { loadTypesetting, needsTypesetting } from "../../../main/core/html/typesetting.ts";
import { pageOf } from "./pages.ts";

test("code is coloured by its language", async () => {
  const html = '<pre><code class="language-js">let a = "\\(x\\)";</code></pre>';
  expect(needsTypesetting(html)).toBe(true);
  const { body } = pageOf(html, [], { typesetting: await loadTypesetting() });
  expect(body).toContain('<span class="hljs-keyword">let</span>');
  expect(body).toContain("\\(x\\)");
});

test("plain HTML needs none", () => {
  expect(needsTypesetting("<b>one</b> $5 [x](y)")).toBe(false);
});
