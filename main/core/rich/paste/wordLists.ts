import type { Element, RootContent } from "hast";
import { styleOf } from "./styles.ts";
import { textOf } from "./text.ts";

interface Line {
  level: number;
  numbered: boolean;
  node: Element;
}

/** Word writes lists as paragraphs that only look like items: here they become lists. */
export function wordLists(nodes: readonly RootContent[]): RootContent[] {
  const all: RootContent[] = [];
  let lines: Line[] = [];
  const flush = () => {
    if (lines.length > 0) all.push(...lists(lines));
    lines = [];
  };
  for (const node of nodes) {
    const line = lineOf(node);
    if (line) lines.push(line);
    else if (node.type !== "text" || node.value.trim() !== "" || lines.length === 0) {
      flush();
      all.push(node);
    }
  }
  flush();
  return all;
}

function lineOf(node: RootContent): Line | null {
  if (node.type !== "element" || node.tagName !== "p") return null;
  const level = /level(\d)/.exec(styleOf(node).get("mso-list") ?? "")?.[1];
  if (level === undefined) return null;
  return { level: Number(level), numbered: /^\(?\w{1,4}[.)]/.test(markerOf(node)), node };
}

function markerOf(node: Element): string {
  for (const child of node.children) {
    if (child.type !== "element") continue;
    if (styleOf(child).get("mso-list") === "ignore") return textOf(child).trim();
    const inner = markerOf(child);
    if (inner !== "") return inner;
  }
  return "";
}

function lists(lines: readonly Line[]): Element[] {
  const all: Element[] = [];
  for (let i = 0; i < lines.length; ) {
    const { level, numbered, node } = lines[i] as Line;
    let end = i + 1;
    while (end < lines.length && (lines[end]?.level ?? 0) > level) end++;
    const item: Element = {
      type: "element",
      tagName: "li",
      properties: {},
      children: [...node.children, ...lists(lines.slice(i + 1, end))],
    };
    const tagName = numbered ? "ol" : "ul";
    const last = all.at(-1);
    if (last?.tagName === tagName) last.children.push(item);
    else all.push({ type: "element", tagName, properties: {}, children: [item] });
    i = end;
  }
  return all;
}
