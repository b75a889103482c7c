import type { Element } from "hast";
import type { PlainMark, RichMark } from "../../../contract/rich.ts";
import { startTag } from "./source.ts";

const plain: ReadonlyMap<string, PlainMark> = new Map([
  ["b", "strong"],
  ["strong", "strong"],
  ["i", "emphasis"],
  ["em", "emphasis"],
  ["u", "underline"],
  ["s", "strike"],
  ["strike", "strike"],
  ["del", "strike"],
  ["sup", "sup"],
  ["sub", "sub"],
  ["code", "code"],
]);

/** Inline elements whose content can be edited while the element itself stays as it is. */
const keepable = new Set(
  "a span font mark small big kbd samp var cite q abbr dfn ins tt label bdi bdo time".split(" "),
);

/**
 * The marks that an element puts on its content, outermost first; null if it is none that could. Within `styled` elements nothing about
 * colours is read, since the order of such marks is not the order of elements.
 */
export function marksOf(html: string, node: Element, outer: readonly RichMark[]): RichMark[] | null {
  const { tagName, properties } = node;
  const names = Object.keys(properties);
  const type = plain.get(tagName);
  if (type && names.length === 0) return isReset(type, outer) ? keep(html, node) : [{ type }];
  if (tagName === "span" && names.length === 0) return [];
  if (tagName === "a" && names.length === 1 && typeof properties.href === "string")
    return [{ type: "link", attrs: { href: properties.href } }];
  if (tagName === "font" || tagName === "span") {
    const read = styles(node);
    const safe = read?.every(({ type }) => !isReset(type, outer));
    if (read && safe) return read;
  }
  return type || keepable.has(tagName) ? keep(html, node) : null;
}

function keep(html: string, node: Element): RichMark[] | null {
  const open = startTag(html, node);
  return open === null ? null : [{ type: "styled", attrs: { open } }];
}

/** Whether an element around it may say otherwise: then only the order of the elements tells which of them counts. */
function isReset(type: RichMark["type"], outer: readonly RichMark[]): boolean {
  const about = { strong: "font", emphasis: "font", underline: "decoration", strike: "decoration" };
  const word = Object.entries(about).find(([name]) => name === type)?.[1] ?? (/color|highlight/.test(type) ? "" : null);
  if (word === null) return false;
  return outer.some((mark) => mark.type === "styled" && mark.attrs.open.toLowerCase().includes(word));
}

const color = /^[-\w#(),.%/ ]{1,100}$/;

/** The marks of a style that consists of nothing else; null otherwise. */
function styles({ tagName, properties }: Element): RichMark[] | null {
  const names = Object.keys(properties);
  if (names.length !== 1) return null;
  const value = String(properties[names[0] ?? ""] ?? "").trim();
  if (tagName === "font" && names[0] === "color" && color.test(value)) return [{ type: "color", attrs: { value } }];
  if (names[0] !== "style") return null;
  const marks = value
    .split(";")
    .filter((declaration) => declaration.trim() !== "")
    .map(style);
  return marks.includes(null) ? null : (marks as RichMark[]);
}

function style(declaration: string): RichMark | null {
  const colon = declaration.indexOf(":");
  const name = declaration.slice(0, colon).trim().toLowerCase();
  const value = declaration.slice(colon + 1).trim();
  const is = `${name}: ${value.toLowerCase()}`;
  if (/^font-weight: (bold|[6-9]00)$/.test(is)) return { type: "strong" };
  if (/^font-style: (italic|oblique)$/.test(is)) return { type: "emphasis" };
  if (/^text-decoration(-line)?: underline$/.test(is)) return { type: "underline" };
  if (/^text-decoration(-line)?: line-through$/.test(is)) return { type: "strike" };
  if (!color.test(value) || /^(inherit|initial|unset|revert|transparent)$/i.test(value)) return null;
  if (name === "color") return { type: "color", attrs: { value } };
  if (name === "background-color") return { type: "highlight", attrs: { value } };
  return null;
}
