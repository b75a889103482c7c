import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

/** Figures, not tests: outside the ordinary run, one at a time. */
export default defineConfig({
  root: resolve(import.meta.dirname, "../.."),
  test: {
    include: ["test/bench/**/*.bench.ts"],
    globalSetup: ["test/e2e/setup.ts"],
    fileParallelism: false,
    testTimeout: 300_000,
  },
});
