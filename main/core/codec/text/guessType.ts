import type { NoteType } from "../../../contract/shapes.ts";
import type { Collection } from "../../collection.ts";
import { allNoteTypes, noteTypeOf } from "../../note/noteTypes.ts";
import { partsNamed, plainName } from "./columnNames.ts";

const gap = /\{\{c\d{1,3}(?:,\d{1,3})*::/;

/** The note type that fits a table best: a cloze for gaps, the one whose fields its columns name, else the basic one. */
export function guessType(
  collection: Collection,
  names: readonly string[],
  rows: readonly (readonly string[])[],
): NoteType {
  const gaps = rows.filter((cells) => cells.some((cell) => gap.test(cell))).length;
  const isCloze = gaps > 0 && gaps >= rows.length * 0.3;
  const wanted = names.map(plainName).filter((name) => name !== "");
  let best = noteTypeOf(collection, isCloze ? "cloze" : "basic");
  let most = matches(best, wanted);
  for (const type of allNoteTypes(collection)) {
    if (type.stock === "occlusion") continue;
    const found = matches(type, wanted);
    const isEnough = found >= 2 || (found > 0 && found === wanted.length);
    if (
      isEnough &&
      (found > most || (found === most && found > 0 && type.kind === best.kind && fitsBetter(type, best, wanted)))
    ) {
      best = type;
      most = found;
    }
  }
  const parts = new Set(names.flatMap((name) => [...partsNamed(name)]));
  const isChoice =
    !isCloze && best.stock === "basic" && parts.has("wrong") && (parts.has("right") || parts.has("back"));
  return isChoice ? noteTypeOf(collection, "choice") : best;
}

const matches = ({ fields }: NoteType, wanted: readonly string[]): number => {
  const names = new Set(fields.map(({ name }) => plainName(name)));
  return wanted.filter((name) => names.has(name)).length;
};

/** Of two types with as many of the fields, one that begins with the first column; the basic one stays before its relatives. */
const fitsBetter = (type: NoteType, best: NoteType, [first]: readonly string[]): boolean => {
  const begins = ({ fields }: NoteType) => plainName(fields[0]?.name ?? "") === first;
  return begins(type) && !begins(best);
};
