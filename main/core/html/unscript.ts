import type { Element, Parents, Root } from "hast";
import { visit } from "unist-util-visit";
import { hiding, isHidden } from "./plain.ts";

/** A page of a human author has a handful. */
const most = 50;

/**
 * Does without a script what authors mostly want one for: a press on one element shows another, which hides itself until then. The two
 * become one that folds, where the first one stood. What else a script would do stays undone.
 */
export function unscript(tree: Root): void {
  const hidden = new Map<string, [node: Element, parent: Parents]>();
  visit(tree, "element", (node, _, parent) => {
    const { id } = node.properties;
    if (typeof id === "string" && parent && isHidden(node)) hidden.set(id, [node, parent]);
  });
  if (hidden.size === 0) return;
  const pairs: (() => void)[] = [];
  visit(tree, "element", (node, _, parent) => {
    const press = node.properties.onClick;
    if (typeof press !== "string" || !parent || pairs.length >= most) return;
    const id = [...press.slice(0, 2_000).matchAll(quoted)]
      .map(([, said = ""]) => said)
      .find((said) => hidden.has(said));
    const [shown, from] = hidden.get(id ?? "") ?? [];
    if (!shown || !from || holds(shown, node) || holds(node, shown)) return;
    hidden.delete(id ?? "");
    pairs.push(() => fold(node, parent, shown, from));
  });
  for (const pair of pairs) pair();
}

const quoted = /['"]#?([^'"]{1,200})['"]/g;

function fold(press: Element, at: Parents, shown: Element, from: Parents) {
  const { value } = press.properties;
  const label: Element["children"] =
    press.tagName === "input" ? [{ type: "text", value: String(value ?? "…") }] : press.children;
  const style = String(shown.properties.style ?? "").replace(hiding, "");
  shown.properties = { ...shown.properties, hidden: undefined, style };
  from.children = from.children.filter((node) => node !== shown) as typeof from.children;
  const summary: Element = { type: "element", tagName: "summary", properties: {}, children: label };
  const { className, style: look } = press.properties;
  const properties = { className: className ?? ["hint"], ...(look !== undefined && { style: look }) };
  const details: Element = { type: "element", tagName: "details", properties, children: [summary, shown] };
  at.children = at.children.map((node) => (node === press ? details : node)) as typeof at.children;
}

const holds = (outer: Element, inner: Element): boolean =>
  outer === inner || outer.children.some((node) => node.type === "element" && holds(node, inner));
