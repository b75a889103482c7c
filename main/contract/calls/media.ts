import * as v from "valibot";
import type { RemoteView } from "../media.ts";
import { bytes, id, line, takes } from "./schemas.ts";

/** Files that notes show or play. */
export const mediaCalls = {
  /** Takes a file in, at most 50 MB; the name by which notes refer to it. The same file again gives the same name. */
  addMedia: takes({ name: v.pipe(line, v.minLength(1)), bytes }).returns<{ name: string }>(),
  /** What the cards of a card's deck would show from the web. */
  remoteImages: takes({ card: id }).returns<RemoteView>(),
};
