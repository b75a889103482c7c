import type { RichInline, RichMark } from "../../../contract/rich.ts";
import { marked, sameMarks, textNode } from "../inlines.ts";

/** Marks that Markdown writes as signs, which have to stand beside a letter. */
const signs: ReadonlySet<RichMark["type"]> = new Set(["strong", "emphasis", "strike"]);

/**
 * A line of which no bold part begins or ends with a blank, a break or a picture; nor, where a gap touches it, with punctuation. What is taken out
 * of a mark looks the same without it, or nearly so.
 */
export function loosened(content: readonly RichInline[]): RichInline[] {
  return content.flatMap((node, i) => {
    const [before, after] = [beside(content, i, -1), beside(content, i, 1)];
    const shows = node.type === "text" && node.text.trim() !== "";
    if (!shows) return [marked(node, shared(node, [before, after]))];
    const start = edge(node, content[i - 1], /\s$/);
    const end = edge(node, content[i + 1], /^\s/);
    const from = new RegExp(`^${start}*`, "u").exec(node.text)?.[0].length ?? 0;
    const rest = node.text.slice(from);
    const to = from + rest.length - (new RegExp(`${end}*$`, "u").exec(rest)?.[0].length ?? 0);
    return [
      textNode(node.text.slice(0, from), shared(node, [before])),
      textNode(node.text.slice(from, to), node.marks),
      textNode(node.text.slice(to), shared(node, [after])),
    ];
  });
}

/** The marks that a node may keep where it lies between or beside these. */
const shared = (node: RichInline, others: readonly (RichInline | undefined)[]) =>
  (node.marks ?? []).filter(({ type }) => !signs.has(type) || others.every((one) => has(one, type)));

const has = (node: RichInline | undefined, type: RichMark["type"]) =>
  Boolean(node?.marks?.some((mark) => mark.type === type));

/** The next node that is not a break. */
function beside(content: readonly RichInline[], i: number, step: 1 | -1): RichInline | undefined {
  let at = i + step;
  while (content[at]?.type === "break") at += step;
  return content[at];
}

/** What has to leave a mark at this end. */
function edge(node: RichInline, other: RichInline | undefined, touching: RegExp): string {
  const gaps = (one: RichInline) => (one.marks ?? []).filter(({ type }) => type === "cloze");
  const touches = other && other.type !== "break" && !(other.type === "text" && touching.test(other.text));
  return touches && !sameMarks(gaps(node), gaps(other)) ? "[\\s\\p{P}\\p{S}]" : "\\s";
}
