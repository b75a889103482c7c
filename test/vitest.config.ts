import { resolve } from "node:path";
import preact from "@preact/preset-vite";
import { defineConfig } from "vitest/config";

/** The folders of plain tests: no window, no document. */
const unit = ["contract", "core", "store", "transfer", "decks", "app", "main", "shell", "scripts", "readme"];

const inWindow = (name: string, include: string) => ({
  extends: true as const,
  test: {
    name,
    environment: "node" as const,
    include: [include],
    globalSetup: ["test/e2e/setup.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false, // one window at a time: focus and timing are shared
    pool: "forks" as const,
  },
});

export default defineConfig({
  root: resolve(import.meta.dirname, ".."),
  plugins: [preact()],
  test: {
    maxWorkers: "100%", // vitest leaves one processor free, which on two is half of them
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          environment: "node",
          include: unit.map((folder) => `test/${folder}/**/*.test.ts`),
          testTimeout: 20_000,
          isolate: false, // nothing here keeps state in a module
        },
      },
      {
        extends: true,
        test: { name: "faults", environment: "node", include: ["test/faults/**/*.test.ts"], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: "interop",
          environment: "node",
          include: ["test/interop/**/*.test.ts"],
          globalSetup: ["test/interop/setup.ts"],
          testTimeout: 60_000,
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
      inWindow("e2e", "test/e2e/**/*.test.ts"),
      inWindow("shots", "test/shots/*.test.ts"), // only when asked for: it rewrites the README's pictures
    ],
  },
});
