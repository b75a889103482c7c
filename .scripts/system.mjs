// What Linux must bring for a window: GTK, NSS, ALSA, GBM, and a virtual display where there is no real one.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { hasDisplay } from "./display.mjs";
import { say } from "./root.mjs";

/** Whether a program is on the path. @param {string} program */
const has = (program) => (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)));

/** The libraries that `ldd` could not find. @param {string} output */
export const notFound = (output) => [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? "");

/**
 * The Debian packages that bring these libraries. Four are enough: whatever else Electron links, GTK depends on.
 * @param {string[]} libraries
 * @returns {string[]}
 */
export function packagesFor(libraries) {
  const found = libraries.map((library) => {
    if (/^lib(nss|nspr|smime|ssl3|plc|plds)/.test(library)) return "libnss3";
    if (/^libasound/.test(library)) return "libasound2";
    if (/^lib(gbm|drm)/.test(library)) return "libgbm1";
    return "libgtk-3-0";
  });
  return [...new Set(found)].sort();
}

/**
 * The name under which this release has a package: since Debian 13 and Ubuntu 24.04 some end in t64.
 * @param {string} name
 * @param {(name: string) => boolean} installable
 */
export const renamed = (name, installable) => (installable(`${name}t64`) ? `${name}t64` : name);

/** @param {string} name */
function installable(name) {
  const { stdout } = spawnSync("apt-cache", ["policy", name], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
  });
  return /^\s*Candidate: (?!\(none\))/m.test(stdout ?? "");
}

/** @param {string} electron @returns {{ libraries: string[], packages: string[] }} */
function missing(electron) {
  const libraries = notFound(spawnSync("ldd", [electron], { encoding: "utf8" }).stdout ?? "");
  const packages = packagesFor(libraries);
  if (!hasDisplay() && !has("Xvfb")) packages.push("xvfb");
  return { libraries, packages };
}

/**
 * Makes sure that Electron can open a window here. As root on Debian or Ubuntu it installs what is missing.
 * @param {string} electron its executable
 * @returns {string | null} null if all is there, else what the person has to do
 */
export function ensureSystem(electron) {
  if (process.platform !== "linux") return null;
  const { libraries, packages } = missing(electron);
  if (packages.length === 0) return null;
  if (!has("apt-get")) {
    return `Mneme's window needs GTK 3, NSS, ALSA, GBM${hasDisplay() ? "" : " and Xvfb"}. Not found here: ${[...libraries, ...packages.filter((name) => name === "xvfb")].join(", ")}. Install them with your package manager, then run this again.`;
  }
  if (process.getuid?.() !== 0) {
    const command = `sudo apt-get install -y --no-install-recommends ${packages.map((p) => renamed(p, installable)).join(" ")}`;
    return `Mneme's window needs some system libraries. Run this once, then try again:\n\n  ${command}\n`;
  }
  const failure = install(packages);
  if (failure) return failure;
  const left = missing(electron);
  if (left.packages.length === 0) return null;
  return `apt installed ${packages.join(", ")}, and still missing: ${[...left.libraries, ...left.packages].join(", ")}.`;
}

/** @param {string[]} packages @returns {string | null} what went wrong */
function install(packages) {
  say("Updating apt's lists, to install what the window needs …");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update", "-qq"], { env }); // a failure here shows in the next step, if it matters
  const names = packages.map((name) => renamed(name, installable));
  say(`Installing ${names.join(", ")} (once) …`);
  const args = ["install", "-y", "-qq", "-o", "DPkg::Lock::Timeout=300", "--no-install-recommends", ...names];
  const { status, stderr } = spawnSync("apt-get", args, { env, encoding: "utf8" });
  return status === 0 ? null : `apt-get ${args.join(" ")} failed:\n${stderr.trim()}`;
}
