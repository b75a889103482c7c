// Builds the app into out/, unless the last build was made from these very sources.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { at, root, say } from "./root.mjs";

const SOURCES = ["main", "renderer", "decks", "electron.vite.config.ts", "package.json", "package-lock.json"];
const RESULTS = [
  ...["out/main/index.js", "out/main/cli.js", "out/main/sql-wasm.wasm", "out/main/zstd.wasm"],
  ...["out/preload/preload.cjs", "out/renderer/index.html"],
];

/** @param {string} path @returns {string[]} */
function files(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => files(join(path, name)));
}

/**
 * Names, sizes and times of all files below these paths, as one hash.
 * @param {string} folder
 * @param {string[]} paths
 */
export function fingerprint(folder, paths) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap((path) => (existsSync(join(folder, path)) ? files(join(folder, path)) : []))) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\n${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

const stamp = at("out/built-from");

/** Makes the next build happen: for whoever is about to write into out/ what is no finished production build. */
export const forgetBuild = () => rmSync(stamp, { force: true });

/** Builds if need be. @returns {boolean} whether there is a good build now */
export function build() {
  const now = fingerprint(root, SOURCES); // before the build: what changes during it makes the next one necessary
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now && RESULTS.every((file) => existsSync(at(file))))
    return true;
  forgetBuild();
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [at("node_modules/electron-vite/bin/electron-vite.js"), "build", "--logLevel", "warn"],
    // A process of its own: building sets NODE_ENV and prints, and neither may leak into what runs afterwards.
    { cwd: root, encoding: "utf8", env: { ...process.env, NODE_ENV: "production", NO_COLOR: "1" } },
  );
  if (status === 0) writeFileSync(stamp, now);
  else say(`The build failed.\n${error?.message ?? ""}${stdout}${stderr}`);
  return status === 0;
}

if (process.argv[1] === import.meta.filename) process.exitCode = build() ? 0 : 1;
