import type { NoteType } from "../../contract/shapes.ts";

/** The place of the field by which notes of a type are listed. */
export const sortPlace = (type: NoteType): number =>
  Math.max(
    0,
    type.fields.findIndex(({ id }) => id === type.sort),
  );

/** The template's name; of a cloze with the number of the gap. */
export function cardName(type: NoteType, ord: number): string {
  if (type.kind === "cloze") return `${type.templates[0]?.name ?? ""} ${ord + 1}`.trim();
  return type.templates.find((template) => template.ord === ord)?.name ?? "";
}
