import type { Element, ElementContent, Root } from "hast";
import { sanitize } from "hast-util-sanitize";
import { cleanCss } from "./css.ts";
import { begin } from "./mathJax.ts";
import { mathSchema } from "./mathSchema.ts";
import { parseHtml } from "./parseHtml.ts";

export interface Formula {
  tex: string;
  display: boolean;
}

/** A formula as it is drawn. What TeX cannot read is drawn as the mistake that it is, and then `ok` is false. */
export interface Drawn {
  ok: boolean;
  drawn: Element;
}

/** Characters of one formula, and of all of a side. The time for one grows with its square. */
const longest = 3_000;
const longestSide = 20_000;
/** Characters of what is drawn of a side. */
const mostDrawn = 3_000_000;

const kept = 500;
const cache = new Map<string, Drawn>();

export const formulaKey = ({ tex, display }: Formula): string => `${display ? "d" : "i"}${tex}`;

const defining =
  /\\(?:[egx]?def|let|futurelet|(?:re)?newcommand|(?:re)?newenvironment|DeclareMathOperator|DeclarePairedDelimiter|label|tag)/;

/**
 * Draws the formulas of a side, in their order. What is too long, too many or too deep is not among what comes back. MathML goes with
 * each for those who hear it; what is seen is SVG without a font, a script or an address.
 */
export async function drawFormulas(formulas: readonly Formula[]): Promise<Map<string, Drawn>> {
  const all = new Map<string, Drawn>();
  const source = formulas.map(({ tex }) => tex).join("\n");
  // A formula means the same on every side, unless something on this one has been given a meaning of its own.
  const alone = !defining.test(source) && !source.includes("{physics}");
  const physics = source.includes("\\require{physics}");
  let draw = begin(physics);
  let written = 0;
  let said = 0;
  for (const formula of formulas) {
    const key = formulaKey(formula);
    const known = alone ? cache.get(key) : undefined;
    if (known) all.set(key, known);
    said += formula.tex.length;
    if (known || all.has(key) || formula.tex.length > longest || said > longestSide || written > mostDrawn) continue;
    try {
      const { svg, mathml } = await draw(formula.tex, formula.display);
      written += svg.length;
      const drawn = framed(formula, svg, mathml);
      if (!drawn) continue;
      all.set(key, drawn);
      if (alone) remember(key, drawn);
    } catch {
      // Nests deeper than the stack: the source is shown instead, and MathJax begins afresh.
      draw = begin(physics);
    }
  }
  return all;
}

function remember(key: string, drawn: Drawn) {
  cache.set(key, drawn);
  const [oldest] = cache.keys();
  if (cache.size > kept && oldest !== undefined) cache.delete(oldest);
}

function framed({ tex, display }: Formula, svg: string, mathml: string): Drawn | null {
  const read = parseHtml(svg);
  const heard = parseHtml(mathml);
  const container = read && (sanitize(read, mathSchema) as Root).children[0];
  if (!heard || container?.type !== "element") return null;
  const ok = !/data-mjx-error=|data-mml-node="merror"/.test(svg);
  for (const child of container.children) if (child.type === "element") child.properties.ariaHidden = "true";
  container.properties.dataTex = tex;
  const assistive: Element = {
    type: "element",
    tagName: "mjx-assistive-mml",
    properties: { display: display ? "block" : "inline" },
    children: (sanitize(heard, mathSchema) as Root).children as ElementContent[],
  };
  container.children.push(assistive);
  plainStyles(container);
  return { ok, drawn: container };
}

/** Colours and borders may be written as any CSS; an address among them leads nowhere. */
function plainStyles(node: Element) {
  for (const [name, value] of Object.entries(node.properties))
    if (typeof value === "string" && (name === "style" || (styled.has(name) && /[\\(]/.test(value))))
      node.properties[name] = cleanCss(value, () => null);
  for (const child of node.children) if (child.type === "element") plainStyles(child);
}

const styled = new Set(["fill", "stroke", "fontFamily", "mathcolor", "mathbackground"]);
