import type { NoteType, StockId } from "../../../contract/shapes.ts";
import type { Collection } from "../../collection.ts";
import { allNoteTypes, stockType } from "../../note/noteTypes.ts";

/** How Anki calls the types that Mneme brings under another name. */
const anki: readonly [name: string, stock: StockId][] = [
  ["Basic (and reversed card)", "reversed"],
  ["Basic (optional reversed card)", "optionalReversed"],
  ["Basic (type in the answer)", "typed"],
  ["Image Occlusion", "occlusion"],
];

/** How Anki calls a type: by its name, or where it is one of ours that is as it came, by the name that Anki has for the like. */
export const ankiName = ({ id, name }: NoteType): string => {
  if (stockType(id)?.name !== name) return name;
  return anki.find(([, stock]) => stock === id)?.[0] ?? name;
};

const folded = (name: string) => name.normalize("NFC").trim().toLowerCase();

/**
 * Finds note types by what a file calls them: a name, an id, or the name that Anki has for one of ours. Of two with that name the one
 * that is written in HTML is meant where the file is.
 */
export function typeFinder(collection: Collection, html: boolean): (name: string) => NoteType | null {
  const types = allNoteTypes(collection);
  const known = new Map<string, NoteType>();
  const put = (key: string, type: NoteType) => void (known.has(key) || known.set(key, type));
  const fitting = html ? types.toSorted((a, b) => Number(b.format === "html") - Number(a.format === "html")) : types;
  for (const type of fitting) put(folded(type.name), type);
  for (const type of types) put(folded(type.id), type);
  for (const [name, id] of anki) {
    const type = types.find((each) => each.id === id);
    if (type) put(folded(name), type);
  }
  return (name) => known.get(folded(name)) ?? null;
}
