import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Shape } from "../../../main/contract/occlusion.ts";
import { occlusionCss, overlay } from "../../../main/core/occlusion/overlay.ts";

const rect = (number: number, props: Record<string, string> = {}): Shape => ({
  number,
  kind: "rect",
  props: { left: ".1", top: ".2", width: ".3", height: ".1", ...props },
});

test("whatever a deck writes, nothing but our own elements, numbers and escaped text comes out", () => {
  const evil = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      '"><script>',
      "url(http://x)",
      "1;background:url(x)",
      "NaN",
      "1e999",
      "</div>",
      "&quot;",
      "expression(1)",
    ),
  );
  const kind = fc.constantFrom("rect" as const, "ellipse" as const, "polygon" as const, "text" as const);
  const names = ["left", "top", "width", "height", "rx", "ry", "points", "text", "scale", "fs", "angle", "fill", "oi"];
  const props = fc.record(Object.fromEntries(names.map((name) => [name, evil])), { requiredKeys: [] });
  const masks = fc.array(fc.record({ shape: fc.record({ number: fc.nat(9), kind, props }), active: fc.boolean() }));
  const law = fc.property(masks, fc.constantFrom("question" as const, "answer" as const), (all, side) => {
    const html = overlay(all as never, side);
    const texts = html.replace(/<\/?(?:div|svg|polygon)(?: [a-zA-Z-]+="[-\w:;.,%# ()]*")*>/g, "");
    expect(texts).not.toMatch(/[<>"]/);
    expect(html.replace(/>[^<]*</g, "><")).not.toMatch(/url\(|(?:NaN|Infinity)[%,]/);
  });
  fc.assert(law);
});

describe("what is masked", () => {
  const two = (oi: string) => [
    { shape: rect(1, { oi }), active: true },
    { shape: rect(2, { oi }), active: false },
  ];
  const looks = (html: string) => [...html.matchAll(/class="mask (\w+)/g)].map((match) => match[1]);
  const table: [string, string, "question" | "answer", string[]][] = [
    ["hide all, question", "1", "question", ["active", "inactive"]],
    ["hide all, answer: the others stay hidden", "1", "answer", ["highlight", "inactive"]],
    ["hide one, question", "0", "question", ["active"]],
    ["hide one, answer", "0", "answer", ["highlight"]],
  ];
  test.each(table)("%s", (_, oi, side, expected) => expect(looks(overlay(two(oi), side))).toEqual(expected));
});

test("shapes keep their place in fractions of the picture, a text grows with it", () => {
  const text: Shape = { number: 0, kind: "text", props: { left: ".1", top: ".9", text: "a<b", scale: "2", fs: ".05" } };
  const html = overlay(
    [
      { shape: rect(1, { angle: "30", fill: "#ff0000" }), active: true },
      { shape: text, active: true },
    ],
    "question",
  );
  expect(html).toContain("left:10%;top:20%;transform:rotate(30deg);width:30%;height:10%;");
  expect(html).toContain("--fill:#ff0000;");
  expect(html).toContain("font-size:10cqh;");
  expect(html).toContain("a&lt;b");
});

test("every class that is drawn has a style", () => {
  const all = (["rect", "ellipse", "polygon", "text"] as const).map((kind) => ({ ...rect(1), kind }));
  const html = overlay(
    all.map((shape) => ({ shape, active: true })),
    "question",
  );
  const classes = [...html.matchAll(/class="([^"]+)"/g)].flatMap((match) => match[1]?.split(" ") ?? []);
  expect(new Set(classes)).toEqual(new Set(["mask", "active", "ellipse", "mask-label"]));
  for (const name of classes) expect(occlusionCss).toContain(`.${name}`);
});
