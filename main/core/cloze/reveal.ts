import { encodeAttribute } from "../html/entities.ts";
import { occlusionMark } from "../occlusion/mark.ts";
import { bareText, type Cloze, type ClozeNode, parseCloze } from "./parse.ts";

/** More than any face may hold; what would be longer is cut, and the face says so. */
export const longest = 1_000_000;

/**
 * A field as HTML with the gaps of one number closed (on the question) or open, and marked as Anki marks them; "" if there is
 * none of that number.
 */
export function revealCloze(html: string, number: number, question: boolean): string {
  const nodes = parseCloze(html);
  if (!nodes.some((node) => holds(node, number))) return "";
  return write(nodes, number, question);
}

const holds = (node: ClozeNode, number: number): boolean =>
  typeof node !== "string" && (node.numbers.includes(number) || node.children.some((child) => holds(child, number)));

function write(nodes: readonly ClozeNode[], number: number, question: boolean): string {
  let html = "";
  for (const node of nodes) {
    html += typeof node === "string" ? node : span(node, number, question);
    if (html.length > longest) break;
  }
  return html;
}

function span(cloze: Cloze, number: number, question: boolean): string {
  const active = cloze.numbers.includes(number);
  const ordinal = `data-ordinal="${cloze.numbers.join(",")}"`;
  const shape = occlusionMark(cloze, active, question);
  if (shape !== null) return shape;
  const inside = write(cloze.children, number, question);
  if (!active) return `<span class="cloze-inactive" ${ordinal}>${inside}</span>`;
  if (!question) return `<span class="cloze" ${ordinal}>${inside}</span>`;
  const hidden = inside.length > longest ? "" : encodeAttribute(inside);
  return `<span class="cloze" data-cloze="${hidden}" ${ordinal}>[${cloze.hint ?? "..."}]</span>`;
}

/** Nothing but the gaps of one number: their hints on the question, their text on the answer. */
export function onlyClozes(html: string, number: number, question: boolean): string {
  return gapsOf(parseCloze(html), number)
    .map(({ hint, children }) => (question ? (hint ?? "...") : bareText(children)))
    .join(", ");
}

/** The gaps of one number, outer before inner. */
export function gapsOf(nodes: readonly ClozeNode[], number: number): Cloze[] {
  return nodes.flatMap((node) => {
    if (typeof node === "string") return [];
    const inner = gapsOf(node.children, number);
    return node.numbers.includes(number) ? [node, ...inner] : inner;
  });
}
