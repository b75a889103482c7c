import type { Element } from "hast";
import type { RichBlock } from "../../../contract/rich.ts";
import { attributesOf } from "./source.ts";

/** A `pre` as a block of code; null if it holds more than text, or says more than a language. */
export function codeOf(html: string, node: Element): RichBlock | null {
  const [only, ...others] = node.children;
  const code = others.length === 0 && only?.type === "element" && only.tagName === "code" ? only : null;
  const language = code ? languageOf(html, code) : "";
  if (Object.keys(node.properties).length > 0 || language === null) return null;
  let text = "";
  for (const child of (code ?? node).children) {
    if (child.type === "text") text += child.value;
    else if (child.type === "element" && child.tagName === "br") text += "\n";
    else return null;
  }
  return { type: "codeBlock", attrs: { language }, ...(text !== "" && { content: [{ type: "text", text }] }) };
}

function languageOf(html: string, code: Element): string | null {
  const attributes = (attributesOf(html, code) ?? []).map(({ source }) => source).join("");
  return attributes === "" ? "" : (/^ class="language-([-+#.\w]{1,50})"$/.exec(attributes)?.[1] ?? null);
}
