// Documents as their readers give them, for laws.
import fc from "fast-check";
import type { RichBlock, RichDoc, RichFormat, RichInline, RichItem, RichMark } from "../../../main/contract/rich.ts";
import { joined } from "../../../main/core/rich/inlines.ts";

const words = fc.constantFrom(
  ..."a bc déjà 漢字 Հայ 1. 12) - + # * ** _x_ a_b ` ~~ [x] ](y) ! > < <b> & &amp; } }} : :: std::map {x} $ | = --- \" ' \\* 3:30 \u00a0".split(
    " ",
  ),
);

const htmlMarks: RichMark[] = [
  { type: "link", attrs: { href: "https://x.y/?a=1&b=2" } },
  { type: "color", attrs: { value: "rgb(255, 0, 0)" } },
  { type: "highlight", attrs: { value: "#ff0" } },
  { type: "strong" },
  { type: "emphasis" },
  { type: "underline" },
  { type: "strike" },
  { type: "sup" },
  { type: "sub" },
  { type: "code" },
  { type: "styled", attrs: { open: '<span class="x">' } },
];
const markdownMarks = htmlMarks.filter(({ type }) => ["link", "strong", "emphasis", "strike"].includes(type));

const image = (html: boolean): RichInline => ({
  type: "image",
  attrs: { name: "a b.png", alt: 'the "map"', width: html ? 200 : null, height: null, rest: html ? ' class="c"' : "" },
});
const atoms = (html: boolean): RichInline[] => [
  image(html),
  { type: "sound", attrs: { name: "a_b_c.mp3" } },
  { type: "math", attrs: { tex: "x_1 < y^{2} * z", display: false } },
  { type: "math", attrs: { tex: "\\frac{a}{b}", display: true } },
  ...(html ? [{ type: "raw" as const, attrs: { source: '<video src="v.mp4"></video>' } }] : []),
];

interface Gap {
  number: number;
  hint: string;
}
type Token = { word: string } | { atom: RichInline } | { end: true };
interface Segment {
  gap: Gap | null;
  marks: RichMark[];
  tokens: Token[];
  glued: boolean;
}

const gap = fc.record({
  number: fc.integer({ min: 1, max: 3 }),
  hint: fc.constantFrom("", "", "hint", "a city: which"),
});

function segment(html: boolean): fc.Arbitrary<Segment> {
  const token: fc.Arbitrary<Token> = fc.oneof(
    { weight: 8, arbitrary: words.map((word) => ({ word })) },
    { weight: 1, arbitrary: fc.constantFrom(...atoms(html)).map((atom) => ({ atom })) },
    { weight: 1, arbitrary: fc.constant({ end: true as const }) },
  );
  return fc.record({
    gap: fc.option(gap, { freq: 2 }),
    marks: fc.subarray(html ? htmlMarks : markdownMarks, { maxLength: 3 }),
    tokens: fc.array(token, { minLength: 1, maxLength: 4 }),
    glued: fc.boolean(),
  });
}

/** What Markdown can say: bold parts are words that touch nothing, and begin no line's end. */
function plainer(one: Segment, next: Segment | undefined): Segment {
  const inside = one.tokens.filter((token, i) => !("end" in token) || (i > 0 && i < one.tokens.length - 1));
  const words = one.marks.length > 0 ? inside.filter((token) => "word" in token && token.word !== "\u00a0") : inside;
  const tokens: Token[] = words.length > 0 ? words : [{ word: "a" }];
  return { ...one, tokens, marks: one.glued || next?.glued ? [] : one.marks };
}

/** A line without blanks at its ends, and of a format that has none, without breaks there. */
export function line(format: RichFormat): fc.Arbitrary<RichInline[]> {
  const html = format === "html";
  return fc.array(segment(html), { minLength: 1, maxLength: 4 }).map((all) => {
    const segments = html ? all : all.map((one, i) => plainer(one, all[i + 1]));
    const nodes: RichInline[] = [];
    let [part, before]: [0 | 1, Gap | null] = [0, null];
    for (const { gap, marks, tokens, glued } of segments) {
      const touches = (glued || nodes.length === 0 || nodes.at(-1)?.type === "break") && before && nodes.length > 0;
      part = touches && gap && before && gap.number === before.number && gap.hint === before.hint && part === 0 ? 1 : 0;
      const all: RichMark[] = gap ? [{ type: "cloze", attrs: { ...gap, part } }, ...marks] : marks;
      tokens.forEach((token, i) => {
        const last = nodes.at(-1);
        const first = i === 0 && nodes.length > 0;
        const blank = last && last.type !== "break" && !("end" in token) && !(first && glued);
        if (blank) {
          const shared = first ? [] : (last.marks ?? []).filter((mark) => mark.type !== "cloze" || all.includes(mark));
          nodes.push({ type: "text", text: " ", ...(shared.length > 0 && { marks: shared }) });
        }
        const node: RichInline =
          "word" in token ? { type: "text", text: token.word } : "atom" in token ? token.atom : { type: "break" };
        nodes.push({ ...node, ...(all.length > 0 && { marks: all }) });
      });
      before = gap;
    }
    while (nodes.at(-1)?.type === "break") nodes.pop();
    return joined(nodes.length > 0 ? nodes : [{ type: "text", text: "a" }]);
  });
}

const filled = (content: RichInline[]) => (content.length > 0 ? { content } : {});
const item = (content: RichBlock[]): RichItem => ({ type: "item", content });

export function doc(format: RichFormat): fc.Arbitrary<RichDoc> {
  const html = format === "html";
  const paragraph = (spaced: boolean) =>
    line(format).map((content): RichBlock => ({ type: "paragraph", attrs: { spaced }, content }));
  const heading = fc
    .tuple(fc.constantFrom(1 as const, 2 as const, 3 as const), line(format))
    .map(([level, all]): RichBlock => {
      const end = all.findIndex(({ type }) => type === "break");
      const content = html || end < 0 ? all : all.slice(0, end);
      return {
        type: "heading",
        attrs: { level },
        ...filled(joined(content.length > 0 ? content : [{ type: "text", text: "h" }])),
      };
    });
  const code = fc
    .tuple(
      fc.constantFrom("", "ts"),
      fc.constantFrom("", "a < b && c", "\n x\n\n  y", "```\n{{c1::x}}\n```", "# no heading"),
    )
    .map(
      ([language, text]): RichBlock => ({
        type: "codeBlock",
        attrs: { language },
        ...(text !== "" && { content: [{ type: "text", text }] }),
      }),
    );
  const leaves: fc.Arbitrary<RichBlock>[] = [paragraph(false), heading, code, fc.constant({ type: "rule" })];
  const more: fc.Arbitrary<RichBlock>[] = html
    ? [paragraph(true), fc.constant({ type: "paragraph", attrs: { spaced: false } })]
    : [];
  const { blocks } = fc.letrec<{ blocks: RichBlock[]; block: RichBlock }>((tie) => {
    const inner = tie("blocks");
    // An item alone, with a line alone, is never loose.
    const items = (loose: boolean) =>
      fc.array(html ? inner.map(item) : paragraph(loose).chain((one) => nested(one, inner)), {
        minLength: loose ? 2 : 1,
        maxLength: 3,
      });
    const list = fc.boolean().chain((loose) =>
      fc.oneof(
        items(loose).map((content): RichBlock => ({ type: "bullets", content })),
        fc
          .tuple(fc.integer({ min: 0, max: 12 }), items(loose))
          .map(([start, content]): RichBlock => ({ type: "numbers", attrs: { start }, content })),
      ),
    );
    const boxes: fc.Arbitrary<RichBlock>[] = html
      ? [
          inner.map(
            (content): RichBlock => ({ type: "box", attrs: { open: '<div style="text-align: center">' }, content }),
          ),
        ]
      : [];
    return {
      block: fc.oneof(
        { maxDepth: 3 },
        ...leaves,
        ...more,
        list,
        inner.map((content): RichBlock => ({ type: "quote", content })),
        ...boxes,
      ),
      blocks: fc.array(tie("block"), { minLength: 1, maxLength: 3 }),
    };
  });
  return blocks.map((content): RichDoc => ({ type: "doc", content }));
}

// Below a line, only a list from 1 on needs no empty line before it.
const isBelow = (one: RichBlock) => one.type === "bullets" || (one.type === "numbers" && one.attrs.start === 1);

/** An item of Markdown: a paragraph, and perhaps a list below it. */
const nested = (paragraph: RichBlock, inner: fc.Arbitrary<RichBlock[]>): fc.Arbitrary<RichItem> =>
  inner.map((blocks) => item([paragraph, ...blocks.filter(isBelow).slice(0, 1)]));
