import type { Media } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import { distinct } from "../media/name.ts";
import type { ParcelProblem } from "../parcel/parcel.ts";

export interface PlacedMedia {
  added: Media[];
  /** Names in the file of what has another name here. */
  renames: ReadonlyMap<string, string>;
  problems: ParcelProblem[];
}

/** Templates and old formulas name these, and only as they are. */
const isFixed = (name: string) => name.startsWith("_") || name.startsWith("latex-");

/**
 * Files of a parcel beside those that are there. The same name with the same content is the same file; with other content it gets a
 * name of its own, by its hash, so that the next import finds it; but what templates name stays as it is here.
 */
export function placeMedia(collection: Collection, media: readonly Media[], at: number): PlacedMedia {
  const added = new Map<string, Media>();
  const renames = new Map<string, string>();
  const problems: ParcelProblem[] = [];
  const known = (name: string) => collection.media.get(name) ?? added.get(name);
  for (const file of media) {
    const { id, hash } = file;
    const mine = known(id);
    if (mine && mine.hash !== hash && isFixed(id)) {
      const say = "Another file of that name is here already, and templates name it: that one stays.";
      problems.push({ place: `media file “${id}”`, say, weight: "suspicious" });
      continue;
    }
    const names = [id, distinct(id, hash.slice(0, 8)), distinct(id, hash)];
    const name = names.find((each) => (known(each)?.hash ?? hash) === hash);
    if (name === undefined) continue; // its full hash, and yet other content: nobody made that by accident
    if (name !== id) renames.set(id, name);
    if (!known(name)) added.set(name, { ...file, id: name, added: at });
  }
  return { added: [...added.values()], renames, problems };
}
