import * as v from "valibot";
import type { Occlusion } from "../occlusion.ts";
import { takes, text, whole } from "./schemas.ts";

const shape = v.strictObject({
  number: whole(0, 9_999),
  kind: v.picklist(["rect", "ellipse", "polygon", "text"]),
  props: v.record(v.pipe(v.string(), v.maxLength(100)), v.pipe(v.string(), v.maxLength(100_000))),
});

/** The shapes that hide parts of a picture, between their notation in a field and the drawing editor. */
export const occlusionCalls = {
  readOcclusion: takes({ text }).returns<Occlusion>(),
  writeOcclusion: takes({ shapes: v.pipe(v.array(shape), v.maxLength(1_000)), rest: text }).returns<string>(),
};
