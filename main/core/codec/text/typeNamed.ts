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

/** The name that a type had in Anki, from which it came; null for any other. */
function cameAs({ kept }: NoteType): string | null {
  if (kept?.anki === undefined) return null;
  try {
    const name = (JSON.parse(kept.anki) as { name?: unknown } | null)?.name;
    return typeof name === "string" ? name : null;
  } catch {
    return null;
  }
}

/**
 * Finds note types by what a file calls them, the likeliest first: a name (the person's own before ours), an id, the name that a type had in
 * Anki, or the name that Anki has for one of ours.
 */
export function typesNamed(collection: Collection): (name: string) => readonly NoteType[] {
  const types = allNoteTypes(collection);
  const known = new Map<string, NoteType[]>();
  const put = (name: string, type: NoteType) => {
    const others = known.get(folded(name));
    if (!others) known.set(folded(name), [type]);
    else if (!others.includes(type)) others.push(type);
  };
  const ownFirst = types.toSorted((a, b) => Number(stockType(a.id) !== null) - Number(stockType(b.id) !== null));
  for (const type of ownFirst) put(type.name, type);
  for (const type of types) put(type.id, type);
  for (const type of types) put(cameAs(type) ?? type.name, type);
  for (const [name, id] of anki) {
    const type = types.find((each) => each.id === id);
    if (type) put(name, type);
  }
  return (name) => known.get(folded(name)) ?? [];
}

/** The likeliest of them; null if there is none. */
export function typeFinder(collection: Collection): (name: string) => NoteType | null {
  const named = typesNamed(collection);
  return (name) => named(name)[0] ?? null;
}
