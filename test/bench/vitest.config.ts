import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

// Measurements, apart from the tests: `npm run bench`.
export default defineConfig({
  root: resolve(import.meta.dirname, "../.."),
  test: { name: "bench", benchmark: { include: ["test/bench/**/*.bench.ts"] }, fileParallelism: false },
});
