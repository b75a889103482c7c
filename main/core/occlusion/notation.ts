import type { Occlusion, Shape } from "../../contract/occlusion.ts";

const kinds: readonly string[] = ["rect", "ellipse", "polygon", "text"] satisfies Shape["kind"][];
export const isShapeKind = (word: string): word is Shape["kind"] => kinds.includes(word);

// A value ends at a bare colon or at the end of the gap; a backslash takes the next character as it is.
const gap = /\{\{c(\d{1,4})::image-occlusion:(\w+)((?::(?:\\.|[^\\:}]|\}(?!\}))*)*)\}\}(?:<br>)?/gs;

/**
 * Reads Anki's notation, `{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.1:oi=1}}<br>`. What is none of it stays in
 * `rest`. `writeOcclusion` gives back what was read, as Anki's editor writes it.
 */
export function readOcclusion(text: string): Occlusion {
  const shapes: Shape[] = [];
  const rest = text.replace(gap, (whole, number: string, kind: string, props: string) => {
    if (!isShapeKind(kind)) return whole;
    shapes.push({ number: Number(number), kind, props: readProps(props) });
    return "";
  });
  return { shapes, rest };
}

export function writeOcclusion({ shapes, rest }: Occlusion): string {
  return shapes.map((shape) => `${writeShape(shape)}<br>`).join("") + rest;
}

function writeShape({ number, kind, props }: Shape): string {
  const written = Object.entries(props).map(([name, value]) => `:${name}=${escaped(value)}`);
  return `{{c${number}::image-occlusion:${kind}${written.join("")}}}`;
}

function readProps(text: string): Record<string, string> {
  const parts = text.match(/:(?:\\.|[^\\:])*/gs) ?? [];
  return Object.fromEntries(
    parts.map((part) => {
      const at = part.indexOf("=");
      return at < 0 ? [part.slice(1), ""] : [part.slice(1, at), part.slice(at + 1).replace(/\\(.)/gs, "$1")];
    }),
  );
}

/** Anki has no way to write two closing braces, or one at the end: they become their full-width twins. */
const escaped = (value: string): string => value.replace(/[\\:]/g, "\\$&").replace(/\}(?=\}|$)/g, "\uff5d");
