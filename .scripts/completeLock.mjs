// Completes package-lock.json after `npm install <package>`: node .scripts/completeLock.mjs
//
// A package with native parts names one optional package per platform. Where the registry at hand lacks some of them,
// npm leaves those out of the lock without a word, and `npm ci` then refuses the lock on every machine. The entries
// added here are skipped everywhere but on their own platform. They carry no checksum, since there is nothing to take
// it from; no entry that npm wrote itself is touched.
import { readFileSync, writeFileSync } from "node:fs";
import { at, say } from "./root.mjs";

/** @typedef {{ version?: string, optionalDependencies?: Record<string, string> } & Record<string, unknown>} Locked */
/** @typedef {{ packages: Record<string, Locked> }} Lock */

/**
 * The optional packages that the lock's packages name and the lock does not hold, with the version they ask for.
 * @param {Lock} lock
 * @returns {Map<string, string>}
 */
export function absent({ packages }) {
  const wanted = Object.values(packages).flatMap((locked) => Object.entries(locked.optionalDependencies ?? {}));
  return new Map(
    wanted.filter(([name]) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`))),
  );
}

/**
 * An entry for a platform's package, read from its name: …-linux-arm64-musl, …-win32-x64-msvc, …-wasm32-wasi.
 * @param {string} name
 * @param {string} range
 * @returns {Locked}
 */
export function platformEntry(name, range) {
  const match = /-(android|darwin|freebsd|linux|openharmony|win32|wasm32)-(\w+?)(?:-(\w+))?$/.exec(name);
  if (!match) throw new Error(`${name} names no platform that we know: decide by hand`);
  const [, system = "", processor = "", abi = ""] = match;
  const wasm = system === "wasm32";
  const libc = abi.startsWith("gnu") ? "glibc" : abi.startsWith("musl") ? "musl" : "";
  return {
    version: range.replace(/^[\^~]/, ""),
    cpu: [wasm ? "wasm32" : processor],
    dev: true,
    ...(libc && system === "linux" && { libc: [libc] }),
    optional: true,
    ...(!wasm && { os: [system] }),
  };
}

if (process.argv[1] === import.meta.filename) {
  const file = at("package-lock.json");
  /** @type {Lock} */
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const missing = absent(lock);
  for (const [name, range] of missing) lock.packages[`node_modules/${name}`] = platformEntry(name, range);
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
  say(missing.size === 0 ? "The lock was complete." : `Added: ${[...missing.keys()].join(", ")}`);
}
