// What a browser shows of HTML, read without any of the code under test but the parser.
import type { Element, RootContent } from "hast";
import { fromHtml } from "hast-util-from-html";

const forms: Record<string, string> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "under",
  s: "struck",
  strike: "struck",
  del: "struck",
  sup: "sup",
  sub: "sub",
  code: "code",
};
const styles: Record<string, string> = {
  "font-weight: bold": "bold",
  "font-style: italic": "italic",
  "text-decoration: underline": "under",
  "text-decoration: line-through": "struck",
};
const blocks = new Set([
  "div",
  "p",
  "ul",
  "ol",
  "li",
  "blockquote",
  "h1",
  "h2",
  "h3",
  "h4",
  "pre",
  "hr",
  "table",
  "center",
]);
const transparent = new Set(["div"]);

type Look = Record<string, string>;

/** Lines with what surrounds them, their words with how they look. Two sources that look alike give the same. */
export function shown(html: string): string[] {
  const lines: string[] = [];
  let line = "";
  let isOpen = false;
  let around: string[] = [];
  let look = "";
  const end = () => {
    // The mark of how words look is dropped where there are no words.
    const text = line
      .replace(/⟨[^⟩]*⟩ *(?=⟨|$)/g, "")
      .replace(/ +(⟨[^⟩]*⟩)?$/, "")
      .replace(/^ +/, "");
    if (isOpen || text !== "") lines.push(`${around.join(" ")} | ${text}`);
    [line, isOpen, look] = ["", false, ""];
  };
  // How the marks of a gap look does not show, and a hint is plain.
  const put = (text: string, as: Look) => {
    for (const [i, part] of text.split(/(\{\{c[\d,]+::|\}\}|::hint|::)/).entries()) {
      if (i % 2 === 0) putWords(part, as);
      else line += part;
    }
  };
  const putWords = (text: string, as: Look) => {
    const now = Object.entries(as)
      .sort()
      .map((pair) => pair.join("="))
      .join(",");
    const blank = line === "" || / $/.test(line);
    const words = text.replace(/[ \t\n\r\f]+/g, " ").replace(blank ? /^ / : /(?!)/, "");
    if (words === "") return;
    if (words !== " " && now !== look) {
      // A blank belongs to neither side.
      line = `${line.replace(/ $/, "")}⟨${now}⟩${/ $/.test(line) ? " " : ""}`;
      look = now;
    }
    line += words;
  };
  const walk = (nodes: readonly RootContent[], path: string[], as: Look) => {
    for (const node of nodes) {
      around = path;
      if (node.type === "text") put(node.value, as);
      else if (node.type === "comment") put(`<!--${node.value}-->`, {});
      else if (node.type === "element") element(node, path, as);
    }
    around = path;
  };
  const element = (node: Element, path: string[], as: Look) => {
    const { tagName, properties, children } = node;
    const attributes = JSON.stringify(Object.entries(properties).sort());
    if (tagName === "br") {
      isOpen = true;
      return end();
    }
    if (tagName === "pre") {
      end();
      lines.push(`${path.join(" ")} | pre ${JSON.stringify(children)}`.replace(/"position":\{.*?\}\},?/g, ""));
      return;
    }
    if (blocks.has(tagName)) {
      end();
      const bare = attributes === "[]";
      const next = bare && transparent.has(tagName) ? path : [...path, `${tagName}${bare ? "" : attributes}`];
      around = next;
      if (tagName === "li" || tagName === "hr" || !bare) lines.push(`${next.join(" ")} {`);
      walk(children, next, as);
      around = next;
      end();
      around = path;
      return;
    }
    if (tagName === "img" || tagName === "video") return put(`<${tagName}${attributes}>`, {});
    walk(children, path, { ...as, ...lookOf(tagName, properties, attributes) });
  };
  walk(fromHtml(html, { fragment: true }).children, [], {});
  end();
  return lines;
}

function lookOf(tagName: string, properties: Element["properties"], attributes: string): Look {
  const form = forms[tagName];
  if (form && attributes === "[]") return { [form]: "yes" };
  if (tagName === "font" && attributes.startsWith('[["color"')) return { color: `color: ${properties.color}` };
  if (tagName === "a") return { link: attributes };
  const style = String(properties.style ?? "")
    .replace(/;\s*$/, "")
    .trim();
  if (styles[style]) return { [styles[style]]: "yes" };
  if (style.startsWith("color:")) return { color: style };
  if (style.startsWith("background-color:")) return { back: style };
  return attributes === "[]" ? {} : { [`${tagName}${attributes}`]: "yes" };
}
