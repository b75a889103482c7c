import * as v from "valibot";
import type { PreviewView } from "../previews.ts";
import { noteType } from "./noteTypes.ts";
import { fields, id, tags, takes } from "./schemas.ts";

/** How cards look before there are any. */
export const faceCalls = {
  /** The cards that a note would make, with the faces they would have. Nothing is changed. `type` may be a draft. */
  previewNote: takes({ type: v.union([id, noteType]), fields, tags, deck: v.nullable(id) }).returns<PreviewView>(),
};
