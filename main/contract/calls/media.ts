import * as v from "valibot";
import { bytes, line, takes } from "./schemas.ts";

/** Files that notes show or play. */
export const mediaCalls = {
  /** Takes a file in, at most 50 MB; the name by which notes refer to it. The same file again gives the same name. */
  addMedia: takes({ name: v.pipe(line, v.minLength(1)), bytes }).returns<{ name: string }>(),
};
