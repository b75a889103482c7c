import { resolve } from "node:path";
import preact from "@preact/preset-vite";
import { defineConfig } from "vitest/config";

/** The folders of plain tests: no window, no document. */
const unit = ["contract", "core", "store", "faults", "decks", "app", "scripts"];

export default defineConfig({
  root: resolve(import.meta.dirname, ".."),
  plugins: [preact()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          environment: "node",
          include: unit.map((folder) => `test/${folder}/**/*.test.ts`),
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: "component",
          environment: "happy-dom",
          include: ["test/renderer/**/*.test.{ts,tsx}"],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          environment: "node",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: ["test/e2e/setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false, // one window at a time: focus and timing are shared
          pool: "forks",
        },
      },
    ],
  },
});
