import * as v from "valibot";
import type { PreviewView } from "../previews.ts";
import { fields, id, tags, takes } from "./schemas.ts";

/** How cards look before there are any. */
export const faceCalls = {
  /** The cards that a note would make, with the faces they would have. Nothing is changed. */
  previewNote: takes({ type: id, fields, tags, deck: v.nullable(id) }).returns<PreviewView>(),
};
