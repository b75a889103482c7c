import type { Fault } from "../../contract/faults.ts";
import type { TypeMapping } from "../../contract/noteTypeEdits.ts";
import type { NoteType } from "../../contract/shapes.ts";
import { sameName } from "./names.ts";

/** Cards of a cloze have no template each, so they go by their place: the first card is that of gap 1. */
export const byPlace = (from: NoteType, to: NoteType): boolean => from.kind === "cloze" || to.kind === "cloze";

/** By the same names, then by place, as Anki does it. */
export function defaultMapping(from: NoteType, to: NoteType): TypeMapping {
  const fields = pair(from.fields, to.fields).map(([a, b]) => [b.id, a?.id ?? null]);
  const templates = pair(from.templates, to.templates).map(([a, b]) => [b.ord, a?.ord ?? null]);
  return { fields: Object.fromEntries(fields), templates: byPlace(from, to) ? {} : Object.fromEntries(templates) };
}

function pair<T extends { name: string }>(from: readonly T[], to: readonly T[]): [T | undefined, T][] {
  const named = to.map((each) => from.find((other) => sameName(other.name, each.name)));
  const rest = from.filter((each) => !named.includes(each));
  return to.map((each, i) => [named[i] ?? rest.shift(), each]);
}

/** Why a mapping means nothing, as `badType`; null if it does. What it leaves out is mapped to nothing. */
export function mappingFault(from: NoteType, to: NoteType, { fields, templates }: TypeMapping): Fault | null {
  const bad = (detail: string): Fault => ({ code: "badType", detail });
  const has = (list: readonly { id: string }[], id: string | null) =>
    id === null || list.some((each) => each.id === id);
  for (const [target, source] of Object.entries(fields))
    if (!has(to.fields, target) || !has(from.fields, source)) return bad("One of the fields is no longer here.");
  if (byPlace(from, to)) return null;
  const knows = (type: NoteType, ord: number) => type.templates.some((each) => each.ord === ord);
  const sources = Object.values(templates).filter((ord) => ord !== null);
  for (const [target, source] of Object.entries(templates))
    if (!knows(to, Number(target)) || (source !== null && !knows(from, source)))
      return bad("One of the cards is no longer here.");
  if (new Set(sources).size < sources.length) return bad("Two cards cannot both come from the same one.");
  return null;
}
