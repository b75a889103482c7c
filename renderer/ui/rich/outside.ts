import { type DOMOutputSpec, DOMSerializer, type Node, Slice } from "prosemirror-model";
import { schema } from "./schema.ts";

// What other programs get when something is copied: as Anki writes it.

/** Our own form on the clipboard, which loses nothing. */
export const ownType = "application/x-mneme-rich";

const { nodes } = schema;
const own = { ...DOMSerializer.nodesFromSchema(schema) };
const ownMarks = { ...DOMSerializer.marksFromSchema(schema) };

const leafText = ({ type, attrs }: Node): string => {
  if (type === nodes.break) return "\n";
  if (type === nodes.sound) return `[sound:${attrs.name}]`;
  if (type === nodes.math) return attrs.display ? `\\[${attrs.tex}\\]` : `\\(${attrs.tex}\\)`;
  return attrs.source ?? attrs.alt ?? "";
};

const asText = (node: Node): DOMOutputSpec => ["span", leafText(node)];

const serializer = new DOMSerializer(
  {
    ...own,
    sound: asText,
    math: asText,
    raw: asText,
    rawBlock: (node) => ["pre", leafText(node)],
    image: ({ attrs }) => ["img", { src: attrs.name, alt: attrs.alt }],
    heading: ({ attrs }) => [`h${attrs.level}`, 0],
  },
  {
    ...ownMarks,
    cloze: ({ attrs }) => ["span", `{{c${attrs.number}::`, ["span", 0], `${attrs.hint && `::${attrs.hint}`}}}`],
    link: ({ attrs }) => ["a", { href: attrs.href }, 0],
  },
);

/** A piece of a field as HTML, as text, and as ourselves. */
export function write(slice: Slice, data: DataTransfer): void {
  const place = document.createElement("div");
  serializer.serializeFragment(slice.content, {}, place);
  data.clearData();
  data.setData("text/html", place.innerHTML);
  data.setData("text/plain", slice.content.textBetween(0, slice.content.size, "\n\n", leafText));
  data.setData(ownType, JSON.stringify(slice.toJSON()));
}

/** What was copied from a field of ours; null if the data are not ours, or claim to be and are not. */
export function read(data: DataTransfer): Slice | null {
  const json = data.getData(ownType);
  if (!json) return null;
  try {
    const slice = Slice.fromJSON(schema, JSON.parse(json));
    slice.content.forEach((node) => {
      node.check();
    });
    return slice;
  } catch {
    return null;
  }
}
