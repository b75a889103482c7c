import type { TestProject } from "vitest/node";
import { type Found, findAnki } from "./environment.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A Python that has the real Anki, or why there is none. */
    anki: Found;
  }
}

/** Once before the tests against the real Anki. */
export default function setup(project: TestProject): void {
  project.provide("anki", findAnki());
}
