import { bareText, type Cloze } from "../cloze/parse.ts";
import { escapeHtml } from "../html/entities.ts";
import { readOcclusion } from "./notation.ts";

/** What stands in a face for a shape on a picture, as in Anki: an empty element that says where. Null if the gap is no shape. */
export function occlusionMark(cloze: Cloze, active: boolean, question: boolean): string | null {
  const [first] = cloze.children;
  if (typeof first !== "string" || !first.startsWith("image-occlusion:")) return null;
  const [shape] = readOcclusion(`{{c1::${bareText(cloze.children)}}}`).shapes;
  if (!shape) return null;
  const role = active ? (question ? "cloze" : "cloze-highlight") : "cloze-inactive";
  const data = Object.entries(shape.props)
    .filter(([name]) => /^[a-zA-Z]+$/.test(name))
    .map(([name, value]) => ` data-${name === "oi" ? "occludeInactive" : name}="${escapeHtml(value)}"`);
  return `<div class="${role}" data-ordinal="${cloze.numbers.join(",")}" data-shape="${shape.kind}"${data.join("")}></div>`;
}
