import type { FieldType, NoteType, Template } from "../../../contract/shapes.ts";
import { digitsFor, numberFor } from "./ids.ts";
import { exactly, idOf, type Json, readObject } from "./json.ts";
import { keptText } from "./kept.ts";
import { sideForAnki, usualCss } from "./mnemeKey.ts";
import { newField, newModel, newTemplate } from "./newNoteType.ts";
import { patch, withOwn } from "./patch.ts";
import { imageOcclusion, inOrder, occlusionFields, readNoteType, usualFont } from "./readNoteType.ts";
import { requirementsOf } from "./requirements.ts";

/** The note type as Anki has it: where it came from there, all that was not changed is as it was. */
export function writeNoteType(type: NoteType, number = numberFor(type.id)): Json {
  const text = keptText(type);
  const raw = text === null ? null : readObject(text);
  if (!raw) {
    const model = newModel(number);
    return written(type, type.stock === "occlusion" ? { ...model, originalStockKind: imageOcclusion } : model, null);
  }
  const id = idOf(raw.id);
  const was = readNoteType(raw, id);
  if (was.id === type.id && id === String(number)) return written(type, raw, was);
  // A second type that was made of the first.
  return written(type, { ...raw, id: number, originalId: exactly(id || "0") }, was);
}

/** The number by which Anki knows the type. */
export function noteTypeNumber(type: NoteType): number {
  const text = keptText(type);
  const raw = text === null ? null : readObject(text);
  const id = raw ? idOf(raw.id) : "";
  return raw && readNoteType(raw, id).id === type.id && Number.isSafeInteger(Number(id)) && id !== ""
    ? Number(id)
    : numberFor(type.id);
}

function written(type: NoteType, raw: Json, was: NoteType | null): Json {
  const model = patch(raw);
  const flds = writeFields(type, inOrder(raw.flds), was?.fields ?? []);
  const tmpls = writeTemplates(type, inOrder(raw.tmpls), was?.templates ?? []);
  model.put("name", was?.name, type.name, type.name);
  model.put("type", was?.kind, type.kind, type.kind === "cloze" ? 1 : 0);
  const sort = Math.max(
    0,
    type.fields.findIndex(({ id }) => id === type.sort),
  );
  model.put("sortf", was && was.fields[sort]?.id === was.sort ? sort : undefined, sort, sort);
  model.put("css", was?.css, type.css, type.css === "" ? usualCss : type.css);
  model.put("mod", was?.modified, type.modified, Math.floor(type.modified / 1_000));
  model.put("flds", was && inOrder(raw.flds), flds, flds);
  model.put("tmpls", was && inOrder(raw.tmpls), tmpls, tmpls);
  const req = requirementsOf(type);
  const isAsked = was !== null && sameFronts(type, was);
  model.put("req", isAsked ? 0 : 1, 0, req);
  return marked(type, model.done());
}

const sameFronts = (type: NoteType, was: NoteType): boolean =>
  type.kind === was.kind &&
  JSON.stringify(type.templates.map(({ front }) => front)) ===
    JSON.stringify(was.templates.map(({ front }) => front)) &&
  JSON.stringify(type.fields.map(({ name }) => name)) === JSON.stringify(was.fields.map(({ name }) => name));

/** What reading it would not find again stands under Mneme's own key. */
function marked(type: NoteType, model: Json): Json {
  const back = readNoteType(withOwn(model, {}), idOf(model.id));
  return withOwn(model, {
    id: back.id === type.id ? undefined : type.id,
    format: back.format === type.format ? undefined : type.format,
    stock: back.stock === type.stock ? undefined : (type.stock ?? ""),
    modified: back.modified === type.modified ? undefined : type.modified,
  });
}

function writeFields(type: NoteType, raw: readonly Json[], was: readonly FieldType[]): Json[] {
  const places = new Map(was.map(({ id }, i) => [id, i]));
  const parts = type.fields.map((field, i) => {
    const place = places.get(field.id);
    const before = place === undefined ? undefined : was[place];
    const part = (place === undefined ? undefined : raw[place]) ?? freshField(type, field);
    const next = patch(part);
    next.put("name", before?.name, field.name, field.name);
    next.put("ord", place, i, i);
    next.put("sticky", before?.sticky, field.sticky, field.sticky);
    next.put("rtl", before?.rtl, field.rtl, field.rtl);
    next.put("font", before?.font, field.font, field.font || usualFont.font);
    next.put("size", before?.size, field.size, field.size || usualFont.size);
    next.put("description", before?.help, field.help, field.help);
    next.put("excludeFromSearch", before?.unsearched, field.unsearched, field.unsearched);
    return next.done();
  });
  const back = readNoteType(
    { flds: parts.map((part) => withOwn(part, {})), originalStockKind: stockKind(type) },
    "0",
  ).fields;
  return parts.map((part, i) => {
    const [field, found] = [type.fields[i] as FieldType, back[i] as FieldType];
    return withOwn(part, {
      id: found.id === field.id ? undefined : field.id,
      font: found.font === field.font ? undefined : field.font,
      size: found.size === field.size ? undefined : field.size,
    });
  });
}

const stockKind = ({ stock }: NoteType) => (stock === "occlusion" ? imageOcclusion : 0);

function freshField({ stock }: NoteType, { id }: FieldType): Json {
  const tag = stock === "occlusion" ? occlusionFields.indexOf(id) : -1;
  return { ...newField(), id: exactly(digitsFor(id)), ...(tag >= 0 && { tag }) };
}

function writeTemplates(type: NoteType, raw: readonly Json[], was: readonly Template[]): Json[] {
  const places = new Map(was.map(({ ord }, i) => [ord, i]));
  const isMoved = type.templates.some(({ ord }, i) => ord !== i);
  return type.templates.map((template, i) => {
    const place = places.get(template.ord);
    const before = place === undefined ? undefined : was[place];
    const fresh = { ...newTemplate(), id: exactly(digitsFor(`${type.id} ${template.ord}`)) };
    const part: Json = (place === undefined ? undefined : raw[place]) ?? fresh;
    const next = patch(part);
    const side = (name: "front" | "back", there: unknown): string =>
      before?.[name] === template[name] && typeof there === "string" ? there : sideForAnki(template[name], name);
    const [front, back] = [side("front", part.qfmt), side("back", part.afmt)];
    next.put("name", before?.name, template.name, template.name);
    next.put("ord", place, i, i);
    next.put("qfmt", before?.front, template.front, front);
    next.put("afmt", before?.back, template.back, back);
    next.put("bqfmt", before?.listFront, template.listFront, template.listFront);
    next.put("bafmt", before?.listBack, template.listBack, template.listBack);
    return withOwn(next.done(), {
      ord: isMoved ? template.ord : undefined,
      front: front === template.front ? undefined : template.front,
      back: back === template.back ? undefined : template.back,
    });
  });
}
