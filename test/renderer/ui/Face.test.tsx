import { cleanup, render } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import type { Block } from "../../../main/contract/face.ts";
import { Blocks } from "../../../renderer/ui/Face.tsx";

afterEach(cleanup);
const html = (blocks: Block[]) => render(<Blocks of={blocks} />).container.innerHTML;

it("renders each kind of block and inline", () => {
  const text = (children: Block & { kind: "paragraph" }) => children;
  const p = text({ kind: "paragraph", children: ["a ", { kind: "emphasis", children: ["b"] }, { kind: "break" }] });
  expect(html([p])).toBe("<p>a <em>b</em><br></p>");
  expect(html([{ kind: "list", ordered: true, items: [[p]] }])).toContain("<ol><li><p>a ");
  expect(html([{ kind: "quote", children: [p] }])).toContain("<blockquote><p>");
  expect(html([{ kind: "codeblock", text: "x < y", language: "js" }])).toContain("<pre><code>x &lt; y</code></pre>");
  expect(html([{ kind: "rule" }])).toBe("<hr>");
});

it("tells a closed gap from an open one, also without colour", () => {
  const closed = html([{ kind: "paragraph", children: [{ kind: "gap", open: false, hint: "a city" }] }]);
  expect(closed).toContain('<span class="unseen">blank </span>a city');
  expect(html([{ kind: "paragraph", children: [{ kind: "gap", open: true, children: ["Yerevan"] }] }])).toContain(
    '<mark class="gap open">Yerevan</mark>',
  );
});

it("shows markup from a deck as the text it is", () => {
  const { container } = render(
    <Blocks of={[{ kind: "paragraph", children: ["<img src=x onerror=alert(1)>", { kind: "code", text: "<b>" }] }]} />,
  );
  expect(container.querySelector("img, b")).toBeNull();
  expect(container.textContent).toBe("<img src=x onerror=alert(1)><b>");
});
