import { readOcclusion, writeOcclusion } from "../core/occlusion/notation.ts";
import type { Part } from "./part.ts";

export const occlusionHandlers = (): Part<"occlusion"> => ({
  readOcclusion: ({ text }) => readOcclusion(text),
  writeOcclusion: (occlusion) => writeOcclusion(occlusion),
});
