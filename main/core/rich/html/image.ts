import type { Element } from "hast";
import type { RichInline } from "../../../contract/rich.ts";
import { attributesOf } from "./source.ts";

/** An image as a node; null if it names no file. */
export function imageOf(html: string, node: Element): RichInline | null {
  const { src, alt, width, height } = node.properties;
  const attributes = attributesOf(html, node);
  if (typeof src !== "string" || src === "" || attributes === null) return null;
  const size = { width: pixels(width), height: pixels(height) };
  const read = (name: string) =>
    name === "src" ||
    name === "alt" ||
    (name === "width" && size.width !== null) ||
    (name === "height" && size.height !== null);
  const rest = attributes.filter(({ name }) => !read(name)).map(({ source }) => source);
  const attrs = { name: src, alt: typeof alt === "string" ? alt : "", ...size, rest: rest.join("") };
  return { type: "image", attrs };
}

function pixels(value: unknown): number | null {
  const number = Number(value);
  const whole = /^\d{1,6}$/.test(String(value)) && number > 0 && number <= 100_000;
  return whole ? number : null;
}
