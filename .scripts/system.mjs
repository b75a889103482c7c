// What Linux must bring for a window: GTK, NSS, ALSA, GBM, a virtual display where there is no real one, and a kernel
// that lets Chromium wall itself off.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { hasDisplay } from "./display.mjs";
import { say } from "./root.mjs";
import { sandboxRepair } from "./sandbox.mjs";

/** Whether a program is on the path. @param {string} program */
const has = (program) => (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)));

/** The libraries that `ldd` could not find. @param {string} output */
export const notFound = (output) => [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? "");

/**
 * The Debian packages that bring these libraries. Four are enough: whatever else Electron links, GTK depends on.
 * @param {string[]} libraries
 * @param {boolean} t64 whether this release gives packages with 64-bit times their new names
 * @returns {string[]}
 */
export function packagesFor(libraries, t64) {
  const suffix = t64 ? "t64" : "";
  const found = libraries.map((library) => {
    if (/^lib(nss|nspr|smime|ssl3|plc|plds)/.test(library)) return "libnss3";
    if (/^libasound/.test(library)) return `libasound2${suffix}`;
    if (/^lib(gbm|drm)/.test(library)) return "libgbm1";
    return `libgtk-3-0${suffix}`;
  });
  return [...new Set(found)].sort();
}

/**
 * Debian since 13 and Ubuntu since 24.04. Their base system has such packages, so this is known even where apt's lists
 * have never been fetched.
 */
const hasT64 = () => spawnSync("dpkg-query", ["--show", "*t64"]).status === 0;

/** @param {string} electron @returns {{ libraries: string[], packages: string[] }} */
function missing(electron) {
  const libraries = notFound(spawnSync("ldd", [electron], { encoding: "utf8" }).stdout ?? "");
  const packages = packagesFor(libraries, hasT64());
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
  if (packages.length > 0 && !has("apt-get")) {
    return `Mneme's window needs GTK 3, NSS, ALSA, GBM${hasDisplay() ? "" : " and Xvfb"}. Not found here: ${[...libraries, ...packages.filter((name) => name === "xvfb")].join(", ")}. Install them with your package manager, then run this again.`;
  }
  if (process.getuid?.() !== 0) {
    const apt = ["apt-get update", `apt-get install -y --no-install-recommends ${packages.join(" ")}`];
    return forRoot([...(packages.length > 0 ? apt : []), ...sandboxRepair(electron)]);
  }
  if (packages.length === 0) return null;
  const failure = install(packages);
  if (failure) return failure;
  const left = missing(electron);
  if (left.packages.length === 0) return null;
  return `apt installed ${packages.join(", ")}, and still missing: ${[...left.libraries, ...left.packages].join(", ")}.`;
}

/**
 * The one command that an ordinary user has to run as root.
 * @param {string[]} commands
 * @returns {string | null} null if there are none
 */
export function forRoot(commands, sudo = has("sudo")) {
  if (commands.length === 0) return null;
  const command = `${sudo ? "sudo sh -c" : "su -lc"} '${commands.join(" && ")}'`;
  return `Mneme's window needs what only root can set up here. Run this once, then try again:\n\n  ${command}\n`;
}

/** @param {string[]} packages @returns {string | null} what went wrong */
function install(packages) {
  say("Updating apt's lists, to install what the window needs …");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update", "-qq"], { env }); // a failure here shows in the next step, if it matters
  say(`Installing ${packages.join(", ")} (once) …`);
  const args = ["install", "-y", "-qq", "-o", "DPkg::Lock::Timeout=300", "--no-install-recommends", ...packages];
  const { status, stderr } = spawnSync("apt-get", args, { env, encoding: "utf8" });
  return status === 0 ? null : `apt-get ${args.join(" ")} failed:\n${stderr.trim()}`;
}
