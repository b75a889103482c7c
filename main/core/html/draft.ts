import type { Sound } from "../../contract/face.ts";
import type { Dug } from "./holes.ts";
import { locate, type Stock } from "./media.ts";
import type { Typesetting } from "./typesetting.ts";

/** A face while it is made: what it may use, and what it is found to hold. */
export interface Draft {
  stock: Stock;
  holes: readonly Dug[];
  filled: Set<Dug>;
  typesetting: Typesetting | undefined;
  sounds: Sound[];
  /** The hole from which the sound of the same index came. */
  soundHoles: Dug[];
  /** Addresses, each with its number. */
  links: Map<string, number>;
  remote: Set<string>;
  missing: Set<string>;
}

export const newDraft = (stock: Stock, holes: readonly Dug[], typesetting: Typesetting | undefined): Draft => ({
  stock,
  holes,
  filled: new Set(),
  typesetting,
  sounds: [],
  soundHoles: [],
  links: new Map(),
  remote: new Set(),
  missing: new Set(),
});

/** As `locate`, keeping account of what is not there. */
export function found(draft: Draft, address: string): ReturnType<typeof locate> {
  const place = locate(address, draft.stock);
  if (place.kind === "remote") draft.remote.add(place.url);
  if (place.kind === "missing" && place.name) draft.missing.add(place.name);
  return place;
}

/** What becomes of an address in a style. Within the page only `fragments` may lead, such as to a gradient. */
export const styleAddress =
  (draft: Draft, fragments: boolean) =>
  (address: string, font: boolean): string | null => {
    if (address.startsWith("#")) return fragments ? address : null;
    // Nobody misses a typeface from the web, or wants to be told of it on every card.
    const place = font ? locate(address, draft.stock) : found(draft, address);
    return place.kind === "here" ? place.url : null;
  };
