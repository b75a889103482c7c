import type { NoteType } from "../../../contract/shapes.ts";
import { stockType } from "../../note/noteTypes.ts";
import type { Parcel } from "../../parcel/parcel.ts";

/** The note types of a parcel's notes by id: its own, and those that Mneme brings. */
export function typesOf({ noteTypes, notes }: Pick<Parcel, "noteTypes" | "notes">): ReadonlyMap<string, NoteType> {
  const types = new Map(noteTypes.map((type) => [type.id, type]));
  for (const { type } of notes) {
    const stock = types.has(type) ? null : stockType(type);
    if (stock) types.set(type, stock);
  }
  return types;
}
