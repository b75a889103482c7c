import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import preact from "@preact/preset-vite";
import { defineConfig } from "electron-vite";

const at = (path: string) => resolve(import.meta.dirname, path);

// One build serves the official Electron and the older one that stands in for it (.scripts/electron.mjs),
// so the targets are the older one's, not what electron-vite would derive from the installed package.
const NODE = "node20.18";
const CHROME = "chrome130";

// Everything is bundled: the packaged app carries no node_modules, and a start reads a handful of files.
const bundled = { target: NODE, externalizeDeps: false, sourcemap: true };

/** Libraries that are not JavaScript: their own code looks for them beside itself. */
const machineCode = {
  name: "machine-code",
  generateBundle(this: { emitFile(file: { type: "asset"; fileName: string; source: Uint8Array }): void }) {
    for (const path of ["sql.js/dist/sql-wasm.wasm", "@bokuweb/zstd-wasm/dist/common/zstd.wasm"])
      this.emitFile({ type: "asset", fileName: basename(path), source: readFileSync(at(`node_modules/${path}`)) });
  },
};

export default defineConfig({
  main: {
    plugins: [machineCode],
    build: {
      ...bundled,
      outDir: at("out/main"),
      rolldownOptions: {
        input: {
          index: at("main/index.ts"),
          cli: at("main/cli.ts"),
          compact: at("main/worker/compact.ts"),
          reviewLog: at("main/worker/reviewLog.ts"),
          transfer: at("main/worker/transfer.ts"),
        },
        output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  },
  preload: {
    build: {
      ...bundled,
      outDir: at("out/preload"),
      // A sandboxed preload script has to be CommonJS, and in a package of type "module" that means .cjs.
      rolldownOptions: {
        input: { preload: at("main/preload.ts") },
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: at("renderer"),
    plugins: [preact()],
    build: {
      outDir: at("out/renderer"),
      target: CHROME,
      minify: true,
      sourcemap: true,
      // Fonts and icons stay files: the content policy has no `data:`.
      assetsInlineLimit: 0,
      rolldownOptions: { input: at("renderer/index.html") },
    },
  },
});
