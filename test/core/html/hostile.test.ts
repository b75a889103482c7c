import type { Element, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { visit } from "unist-util-visit";
import { expect, test } from "vitest";
import { documentOf } from "../../../main/core/html/documentOf.ts";
import { parseHtml } from "../../../main/core/html/parseHtml.ts";
import { typeset } from "../../../main/core/html/typesetting.ts";
import { hostileFaces } from "../../fixtures/hostileFaces.ts";
import { pageOf } from "./pages.ts";

const faces = hostileFaces({ origin: "http://evil.test:4711", file: "file:///etc/passwd" });

test("there are enough of them, each with a name of its own", () => {
  expect(new Set(faces.map(({ name }) => name)).size).toBe(faces.length);
  expect(faces.length).toBeGreaterThanOrEqual(180);
});

test.each(faces.map((face) => [face.name, face] as const))("%s", async (_, { html, css = "" }) => {
  const page = pageOf(html, ["x.mp3"], { css, typesetting: await typeset(html) });
  const tree = parseHtml(page.body) ?? { type: "root", children: [] };
  expect(toHtml(tree)).toBe(page.body);
  visit(tree as Root, "element", harmless);
  expect(page.css).not.toMatch(/<[/!]|@import|@namespace|url\((?!"media:\/\/file\/)/i);
  for (const url of [...page.links, ...page.remote]) expect(url).toMatch(/^(?:https?:\/\/|mailto:)/i);
  const document = documentOf(page, { night: true, ord: 0, zoom: 1 });
  expect(document.match(/<\/style/gi)).toHaveLength(2);
  const content = document.slice(document.indexOf("<body")).replaceAll(/"[^"]*"/g, '""');
  expect(content).not.toMatch(
    /<(?:script|iframe|object|embed|base|link|form|input|button|textarea|select|use|foreignobject|animate|set|image|template)[\s/>]/i,
  );
});

const ours = new Set(["mjx-container", "mjx-assistive-mml", "math"]);

function harmless({ tagName, properties, children }: Element) {
  if (ours.has(tagName)) expect(tagName === "math" || children.length > 0).toBe(true);
  for (const [name, value] of Object.entries(properties)) {
    expect(name).not.toMatch(/^(?:on|srcset|srcdoc|ping|action|form|background|target|download|attributionsrc|name$)/i);
    const said = String(value);
    if (name === "src" || name === "poster") expect(said).toMatch(/^media:\/\/file\/[^/]+$/);
    if (/href$/i.test(name)) expect(said).toMatch(/^(?:card:\/\/(?:link|play)\/\d+$|#)/);
    if (name === "style" || name === "fill")
      expect(said).not.toMatch(/url\((?!"(?:media:\/\/file\/|#))|evil\.test\/[^"]*(?:"?\))/i);
  }
}
