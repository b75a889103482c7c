import type { Element, Nodes, Root } from "hast";
import { visit } from "unist-util-visit";
import { element, words } from "./pieces.ts";

const embedding = new Set(["iframe", "object", "embed"]);
const pictures = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|ico)$/i;
const sounds = /\.(?:mp3|ogg|oga|wav|m4a|flac|opus|aac)$/i;
const films = /\.(?:mp4|m4v|webm|ogv|mov)$/i;

/** Puts in place of each embedded page what may be shown of it: the picture, the sound or the film that it is, or a link to it. */
export function unembed(tree: Root): void {
  visit(tree, (node) => {
    if (!("children" in node) || !node.children.some(isEmbedding)) return;
    node.children = node.children.map((child) => (isEmbedding(child) && standIn(child)) || child) as Root["children"];
  });
}

const isEmbedding = (node: Nodes): node is Element => node.type === "element" && embedding.has(node.tagName);

function standIn({ properties: { src, data, width, height } }: Element): Element | null {
  const address = String(src ?? data ?? "").trim();
  const size = { ...(width !== undefined && { width }), ...(height !== undefined && { height }) };
  const web = /^(?:https?:)?\/\/([^/?#]{1,200})/i.exec(address);
  if (web) {
    const href = address.startsWith("//") ? `https:${address}` : address;
    return element("a", { href, className: ["remote-page"] }, words(`Page from ${web[1]}, not shown here`));
  }
  const path = address.replace(/[?#].*$/s, "");
  if (pictures.test(path)) return element("img", { src: path, ...size });
  if (sounds.test(path)) return element("audio", { src: path });
  if (films.test(path)) return element("video", { src: path, ...size });
  return null;
}
