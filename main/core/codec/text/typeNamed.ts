import type { NoteType } from "../../../contract/shapes.ts";
import type { Collection } from "../../collection.ts";
import { allNoteTypes } from "../../note/noteTypes.ts";

/** How Anki calls the types that Mneme brings under another name. */
const elsewhere: Readonly<Record<string, string>> = {
  "basic (and reversed card)": "reversed",
  "basic (optional reversed card)": "optionalReversed",
  "basic (type in the answer)": "typed",
  "image occlusion": "occlusion",
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
  for (const [name, id] of Object.entries(elsewhere)) {
    const type = types.find((each) => each.id === id);
    if (type) put(name, type);
  }
  return (name) => known.get(folded(name)) ?? null;
}
