// Any document that the contract allows.
import fc from "fast-check";
import type { RichBlock, RichDoc, RichInline, RichItem, RichMark } from "../../../../main/contract/rich.ts";

const words = fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" });
const any = fc.string({ maxLength: 12, unit: "grapheme" });
const open = fc.constantFrom('<span class="a">', "<font>", '<div style="x">');
const colour = fc.constantFrom("red", "#a1b2c3", "rgb(1, 2, 3)");

const order = [
  "cloze",
  "link",
  "styled",
  "color",
  "highlight",
  "strong",
  "emphasis",
  "underline",
  "strike",
  "sup",
  "sub",
  "code",
];

const mark: fc.Arbitrary<RichMark> = fc.oneof(
  fc.record({
    type: fc.constant("cloze" as const),
    attrs: fc.record({ number: fc.integer({ min: 1, max: 999 }), hint: any, part: fc.constantFrom(0 as const, 1) }),
  }),
  fc.record({ type: fc.constant("link" as const), attrs: fc.record({ href: any }) }),
  fc.record({ type: fc.constant("styled" as const), attrs: fc.record({ open }) }),
  fc.record({ type: fc.constantFrom("color" as const, "highlight"), attrs: fc.record({ value: colour }) }),
  fc.record({
    type: fc.constantFrom("strong" as const, "emphasis", "underline", "strike", "sup", "sub", "code"),
  }),
);

/** In the contract's order; more than once only what may be. */
const marks: fc.Arbitrary<RichMark[]> = fc.array(mark, { maxLength: 4 }).map((all) => {
  const once = all.filter(
    (one, i) =>
      all.findIndex((other) =>
        one.type === "cloze" || one.type === "styled"
          ? JSON.stringify(other) === JSON.stringify(one)
          : other.type === one.type,
      ) === i,
  );
  return once.sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
});

const pixels = fc.option(fc.integer({ min: 1, max: 2_000 }));

const leaf = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant("text" as const), text: words }) },
  fc.constant({ type: "break" as const }),
  fc.record({
    type: fc.constant("image" as const),
    attrs: fc.record({ name: any, alt: any, width: pixels, height: pixels, rest: any }),
  }),
  fc.record({ type: fc.constant("sound" as const), attrs: fc.record({ name: any }) }),
  fc.record({ type: fc.constant("math" as const), attrs: fc.record({ tex: any, display: fc.boolean() }) }),
  fc.record({ type: fc.constant("raw" as const), attrs: fc.record({ source: any }) }),
);

const inline: fc.Arbitrary<RichInline> = fc
  .tuple(leaf, marks)
  .map(([node, marks]) => (marks.length > 0 ? { ...node, marks } : node));

/** Texts that touch differ in their marks. */
const inlines = fc.array(inline, { maxLength: 5 }).map((all) => {
  const isOne = (a: RichInline | undefined, b: RichInline) =>
    a?.type === "text" && b.type === "text" && JSON.stringify(a.marks ?? []) === JSON.stringify(b.marks ?? []);
  return all.filter((one, i) => !isOne(all[i - 1], one) && !(i > 1 && isOne(all[i - 2], one)));
});

const holding = (content: RichInline[]) => (content.length > 0 ? { content } : {});

const { blocks } = fc.letrec<{ block: RichBlock; blocks: RichBlock[]; items: RichItem[] }>((tie) => ({
  blocks: fc.array(tie("block"), { minLength: 1, maxLength: 3 }),
  items: fc.array(
    tie("blocks").map((content) => ({ type: "item" as const, content })),
    { minLength: 1, maxLength: 3 },
  ),
  block: fc.oneof(
    { depthSize: "small" },
    fc
      .tuple(fc.boolean(), inlines)
      .map(([spaced, content]) => ({ type: "paragraph" as const, attrs: { spaced }, ...holding(content) })),
    fc
      .tuple(fc.constantFrom(1 as const, 2, 3), inlines)
      .map(([level, content]) => ({ type: "heading" as const, attrs: { level }, ...holding(content) })),
    fc.tuple(any, any).map(([language, text]) => ({
      type: "codeBlock" as const,
      attrs: { language },
      ...(text && { content: [{ type: "text" as const, text }] }),
    })),
    fc.constant({ type: "rule" as const }),
    any.map((source) => ({ type: "rawBlock" as const, attrs: { source } })),
    tie("blocks").map((content) => ({ type: "quote" as const, content })),
    tie("items").map((content) => ({ type: "bullets" as const, content })),
    fc
      .tuple(fc.integer({ min: 0, max: 99 }), tie("items"))
      .map(([start, content]) => ({ type: "numbers" as const, attrs: { start }, content })),
    fc.tuple(open, tie("blocks")).map(([open, content]) => ({ type: "box" as const, attrs: { open }, content })),
  ),
}));

export const richDocs: fc.Arbitrary<RichDoc> = blocks.map((content) => ({ type: "doc", content }));
