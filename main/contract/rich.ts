// A field as the editor holds it: a closed tree, so that the window never receives foreign HTML.
import * as v from "valibot";

/**
 * The tree is the JSON of a ProseMirror document: `Node.fromJSON(schema, doc)` reads it, `doc.toJSON()` gives it. So a node has
 * `attrs` only if its type has any (then all of them), `content` and `marks` only if they are not empty; texts that touch differ
 * in their marks.
 *
 * Blocks. Content “block+” unless said otherwise.
 * - `doc`
 * - `paragraph` { spaced } of inline*. Spaced: a `<p>`, with room around it; else a line. In Markdown it says whether a list is loose
 * - `heading` { level: 1 | 2 | 3 } of inline*
 * - `quote`
 * - `bullets`, `numbers` { start } of item+; `item`
 * - `box` { open }: an HTML element that has no node here, around blocks that can still be edited; `open` is its start tag as written
 * - `codeBlock` { language } of text* without marks
 * - `rule`
 * - `rawBlock` { source }: what the tree cannot hold (a table, a script), as written. A leaf; show it as source, edit it as text
 *
 * Inline, each with marks:
 * - `text`
 * - `break`: a line break
 * - `image` { name, alt, width, height, rest }: a file of the collection, or an address. Pixels or null; `rest` are its other attributes as
 *   written (with a blank before), "" for none
 * - `sound` { name }
 * - `math` { tex, display }
 * - `raw` { source }: as `rawBlock`
 *
 * Marks, in the order of the list (a ProseMirror schema has to name them in this order). Those with * may be on a text more than once
 * (`excludes: ""`), outermost first.
 * - `cloze`* { number, hint, part }: contiguous content with an equal mark is one gap. `part` keeps gaps apart that touch and are otherwise equal:
 *   1 for the one that comes right after a 0 or lies in it, else 0. A gap does not reach beyond its block
 * - `link` { href }
 * - `color`, `highlight` { value }: a CSS colour
 * - `strong`, `emphasis`, `underline`, `strike`, `sup`, `sub`, `code`
 * - `styled`* { open }: an inline HTML element that has no mark here; `open` is its start tag as written
 *
 * A Markdown field can hold neither `underline`, `sup`, `sub`, `color`, `highlight`, `styled`, `box` nor the size and the rest of an image; there they
 * lose their form and keep their text. An HTML field holds everything.
 *
 * What no one touched is never written again: an editor saves only fields whose document the person changed (`doc.eq`), since what
 * comes back from the tree means the same as what went in but need not be the same bytes.
 */
export interface RichDoc {
  type: "doc";
  content: RichBlock[];
}

export type RichFormat = "markdown" | "html";

export type RichBlock =
  | { type: "paragraph"; attrs: { spaced: boolean }; content?: RichInline[] | undefined }
  | { type: "heading"; attrs: { level: 1 | 2 | 3 }; content?: RichInline[] | undefined }
  | { type: "quote"; content: RichBlock[] }
  | { type: "bullets"; content: RichItem[] }
  | { type: "numbers"; attrs: { start: number }; content: RichItem[] }
  | { type: "box"; attrs: { open: string }; content: RichBlock[] }
  | { type: "codeBlock"; attrs: { language: string }; content?: { type: "text"; text: string }[] | undefined }
  | { type: "rule" }
  | { type: "rawBlock"; attrs: { source: string } };

export interface RichItem {
  type: "item";
  content: RichBlock[];
}

export type RichInline = RichLeaf & { marks?: RichMark[] | undefined };

type RichLeaf =
  | { type: "text"; text: string }
  | { type: "break" }
  | { type: "image"; attrs: { name: string; alt: string; width: number | null; height: number | null; rest: string } }
  | { type: "sound"; attrs: { name: string } }
  | { type: "math"; attrs: { tex: string; display: boolean } }
  | { type: "raw"; attrs: { source: string } };

export type RichMark =
  | { type: "cloze"; attrs: { number: number; hint: string; part: 0 | 1 } }
  | { type: "link"; attrs: { href: string } }
  | { type: "styled"; attrs: { open: string } }
  | { type: "color" | "highlight"; attrs: { value: string } }
  | { type: PlainMark };

export type PlainMark = "strong" | "emphasis" | "underline" | "strike" | "sup" | "sub" | "code";

const most = { depth: 100, nodes: 200_000, text: 1_000_000 };

/** Whether it may be read by recursion: not too deep, not too large. Itself without recursion. */
function isWithinLimits(input: unknown): boolean {
  let left = most.nodes;
  const stack = [{ value: input, depth: 0 }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { value, depth } = top;
    if (typeof value !== "object" || value === null) continue;
    const children: unknown[] = Object.values(value);
    left -= 1 + children.length;
    // A node takes two levels: itself and its list.
    if (left < 0 || depth > 2 * most.depth) return false;
    for (const child of children) stack.push({ value: child, depth: depth + 1 });
  }
  return true;
}

const text = v.pipe(v.string(), v.maxLength(most.text));
const tag = v.pipe(v.string(), v.maxLength(10_000), v.regex(/^<[a-z][^>]*>$/i));
const cssColor = v.pipe(v.string(), v.maxLength(100), v.regex(/^[-\w#(),.%/ ]+$/));
const pixels = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)));
const whole = (least: number, mostly: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(mostly));

const bare = <T extends string>(type: T) => v.strictObject({ type: v.literal(type) });
const leaf = <T extends string, A extends v.ObjectEntries>(type: T, attrs: A) =>
  v.strictObject({ type: v.literal(type), attrs: v.strictObject(attrs) });

const mark: v.GenericSchema<unknown, RichMark> = v.variant("type", [
  leaf("cloze", { number: whole(1, 999), hint: text, part: v.picklist([0, 1]) }),
  leaf("link", { href: text }),
  leaf("styled", { open: tag }),
  leaf("color", { value: cssColor }),
  leaf("highlight", { value: cssColor }),
  bare("strong"),
  bare("emphasis"),
  bare("underline"),
  bare("strike"),
  bare("sup"),
  bare("sub"),
  bare("code"),
]);

const marks = v.optional(v.pipe(v.array(mark), v.maxLength(100)));
const marked = <E extends v.ObjectEntries>({ entries }: { entries: E }) => v.strictObject({ ...entries, marks });
const words = v.strictObject({ type: v.literal("text"), text: v.pipe(text, v.minLength(1)) });

const inline: v.GenericSchema<unknown, RichInline> = v.variant("type", [
  marked(words),
  marked(bare("break")),
  marked(leaf("image", { name: text, alt: text, width: pixels, height: pixels, rest: text })),
  marked(leaf("sound", { name: text })),
  marked(leaf("math", { tex: text, display: v.boolean() })),
  marked(leaf("raw", { source: text })),
]);

const inlines = v.optional(v.array(inline));
const blocks = v.pipe(v.array(v.lazy((): v.GenericSchema<unknown, RichBlock> => block)), v.minLength(1));
const items = v.pipe(v.array(v.strictObject({ type: v.literal("item"), content: blocks })), v.minLength(1));

const block: v.GenericSchema<unknown, RichBlock> = v.variant("type", [
  v.strictObject({ ...leaf("paragraph", { spaced: v.boolean() }).entries, content: inlines }),
  v.strictObject({ ...leaf("heading", { level: v.picklist([1, 2, 3]) }).entries, content: inlines }),
  v.strictObject({ type: v.literal("quote"), content: blocks }),
  v.strictObject({ type: v.literal("bullets"), content: items }),
  v.strictObject({ ...leaf("numbers", { start: whole(0, 999_999_999) }).entries, content: items }),
  v.strictObject({ ...leaf("box", { open: tag }).entries, content: blocks }),
  v.strictObject({
    ...leaf("codeBlock", { language: v.pipe(v.string(), v.maxLength(100)) }).entries,
    content: v.optional(v.array(words)),
  }),
  bare("rule"),
  leaf("rawBlock", { source: text }),
]);

/** A document from outside: at most 100 deep and a million characters a text. */
export const richDoc: v.GenericSchema<unknown, RichDoc> = v.pipe(
  v.unknown(),
  v.check(isWithinLimits, "it is too large"),
  v.strictObject({ type: v.literal("doc"), content: blocks }),
);
