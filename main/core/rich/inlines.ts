import type { RichInline, RichMark } from "../../contract/rich.ts";

/** Marks in the order in which they nest, outermost first; as contract/rich.ts lists them. */
const order: readonly RichMark["type"][] = [
  "cloze",
  "link",
  "color",
  "highlight",
  "strong",
  "emphasis",
  "underline",
  "strike",
  "sup",
  "sub",
  "code",
  "styled",
];
const rank = new Map(order.map((type, i) => [type, i]));
const rankOf = ({ type }: RichMark) => rank.get(type) ?? order.length;

/** What of a kind of mark there is once: the inner one counts, as in HTML. */
const repeats = (type: RichMark["type"]) => type === "cloze" || type === "styled";

/** The marks with one more inside of them. */
export function withMark(marks: readonly RichMark[], mark: RichMark): RichMark[] {
  const kept = repeats(mark.type) ? marks : marks.filter(({ type }) => type !== mark.type);
  return [...kept, mark].sort((a, b) => rankOf(a) - rankOf(b));
}

export function sameMark(a: RichMark | undefined, b: RichMark | undefined): boolean {
  return a === b || (a?.type === b?.type && JSON.stringify(a) === JSON.stringify(b));
}

export const sameMarks = (a: readonly RichMark[], b: readonly RichMark[]) =>
  a.length === b.length && a.every((mark, i) => sameMark(mark, b[i]));

/** The same node with these marks. */
export function marked(node: RichInline, marks: readonly RichMark[]): RichInline {
  const { marks: _, ...bare } = node;
  return marks.length > 0 ? { ...bare, marks: [...marks] } : bare;
}

export const textNode = (text: string, marks: readonly RichMark[] = []): RichInline =>
  marked({ type: "text", text }, marks);

/** Texts that touch and have the same marks become one; empty ones go. */
export function joined(inlines: readonly RichInline[]): RichInline[] {
  const all: RichInline[] = [];
  for (const node of inlines) {
    const last = all.at(-1);
    if (node.type !== "text" || last?.type !== "text" || !sameMarks(node.marks ?? [], last.marks ?? [])) {
      if (node.type !== "text" || node.text !== "") all.push(node);
    } else all[all.length - 1] = { ...last, text: last.text + node.text };
  }
  return all;
}
