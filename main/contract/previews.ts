import type { Face } from "./face.ts";

/** The cards of a note that is being written, by ordinal. */
export interface PreviewView {
  cards: { ord: number; name: string; face: Face }[];
}
