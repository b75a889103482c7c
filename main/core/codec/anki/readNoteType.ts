import type { FieldType, NoteType, Template } from "../../../contract/shapes.ts";
import { playsItsPart } from "../../note/fields.ts";
import { stockTypes } from "../../note/stockTypes.ts";
import { idOf, type Json, numberOf, objects, textOf, truthOf } from "./json.ts";
import { foreignId, foreignSide, ownOf, plainCss } from "./mnemeKey.ts";

/** Fields of Anki's image occlusion by their tag, in Mneme's words. */
export const occlusionFields = ["Occlusion", "Image", "Header", "Back Extra", "Comments"];
export const imageOcclusion = 6;

/** A note type of Anki's, or one of Mneme's that comes back from there (`mnemeKey.ts`). `id` is the one in Anki. */
export function readNoteType(raw: Json, id: string): NoteType {
  const own = ownOf(raw);
  const occludes = numberOf(raw.originalStockKind, 0) === imageOcclusion;
  const fields = readFields(inOrder(raw.flds), occludes);
  const sort = fields[numberOf(raw.sortf, 0)] ?? fields[0];
  const stock = occludes ? "occlusion" : textOf(own.stock);
  const type: NoteType = {
    id: foreignId(own.id) || id,
    name: textOf(raw.name).trim() || `Note type ${id}`,
    kind: numberOf(raw.type, 0) === 1 ? "cloze" : "standard",
    format: own.format === "markdown" ? "markdown" : "html",
    stock: Object.hasOwn(stockTypes, stock) ? (stock as NoteType["stock"]) : null,
    fields,
    sort: sort?.id ?? "",
    templates: readTemplates(inOrder(raw.tmpls)),
    css: plainCss(textOf(raw.css)),
    modified: Math.min(Math.max(0, Math.trunc(numberOf(own.modified, numberOf(raw.mod, 0) * 1_000))), 1e14),
  };
  return playsItsPart(type) ? type : { ...type, stock: null };
}

/** The parts of a type, in the order that they say of themselves where that makes sense. */
export function inOrder(value: unknown): Json[] {
  const parts = objects(value);
  const ords = new Set(parts.map(({ ord }) => numberOf(ord, -1)));
  const isComplete = parts.every((_, i) => ords.has(i));
  return isComplete ? parts.toSorted((a, b) => numberOf(a.ord, 0) - numberOf(b.ord, 0)) : parts;
}

function readFields(parts: readonly Json[], occludes: boolean): FieldType[] {
  const taken = new Set<string>();
  return parts.map((part, i) => {
    const place = occludes && part.tag !== null ? occlusionFields[numberOf(part.tag, -1)] : undefined;
    const number = idOf(part.id);
    const named = [place, foreignId(ownOf(part).id), number === "0" ? "" : number].find((id) => id && !taken.has(id));
    const id = named ?? free(String(i), taken);
    taken.add(id);
    return readField(part, id, i);
  });
}

function free(id: string, taken: ReadonlySet<string>): string {
  return taken.has(id) ? free(`${id}+`, taken) : id;
}

/** The font and size that Anki gives to a field when nobody chose one. */
export const usualFont = { font: "Arial", size: 20 };

function readField(part: Json, id: string, place: number): FieldType {
  const font = textOf(part.font, usualFont.font);
  const size = Math.max(0, Math.min(500, Math.round(numberOf(part.size, usualFont.size))));
  const own = ownOf(part);
  return {
    id,
    name: textOf(part.name).trim() || `Field ${place + 1}`,
    help: textOf(part.description),
    rtl: truthOf(part.rtl),
    sticky: truthOf(part.sticky),
    font: own.font === "" && font === usualFont.font ? "" : font,
    size: numberOf(own.size, 1) === 0 && size === usualFont.size ? 0 : size,
    unsearched: truthOf(part.excludeFromSearch),
  };
}

function readTemplates(parts: readonly Json[]): Template[] {
  const own = parts.map((part) => Math.trunc(numberOf(ownOf(part).ord, -1)));
  const isOwn = own.every((ord) => ord >= 0) && new Set(own).size === own.length;
  return parts.map((part, i) => ({
    ord: isOwn ? (own[i] as number) : i,
    name: textOf(part.name).trim() || `Card ${i + 1}`,
    front: foreignSide(part, "front", textOf(part.qfmt)),
    back: foreignSide(part, "back", textOf(part.afmt)),
    listFront: textOf(part.bqfmt),
    listBack: textOf(part.bafmt),
  }));
}
