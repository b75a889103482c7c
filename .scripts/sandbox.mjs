// Chromium's sandbox needs user namespaces, which some kernels refuse to ordinary programs (Ubuntu since 24.04, many
// containers), or else its helper, which must belong to root and be setuid. Source:
// https://chromium.googlesource.com/chromium/src/+/main/docs/security/apparmor-userns-restrictions.md
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

const APPARMOR = "/proc/sys/kernel/apparmor_restrict_unprivileged_userns";

/** Whether an ordinary program may make user namespaces here, and be root in them. */
function namespaces() {
  if (existsSync(APPARMOR) && readFileSync(APPARMOR, "utf8").trim() === "1") return false;
  const { status, error } = spawnSync("unshare", ["--user", "--map-root-user", "true"]);
  return status === 0 || error !== undefined; // without `unshare` nobody knows: let Chromium try
}

/**
 * What root has to run, once for this Electron, so that its sandbox works for ordinary users; nothing if it does.
 * @param {string} electron its executable
 * @returns {string[]} shell commands
 */
export function sandboxRepair(electron, allowed = namespaces()) {
  const helper = join(dirname(electron), "chrome-sandbox");
  if (allowed || !existsSync(helper)) return [];
  const { uid, mode } = statSync(helper);
  if (uid === 0 && (mode & 0o4001) === 0o4001) return [];
  return [`chown root:root "${helper}"`, `chmod 4755 "${helper}"`];
}
