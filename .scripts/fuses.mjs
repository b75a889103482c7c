// Electron's fuses: switches inside its executable, one ASCII byte each ("0" off, "1" on, "r" removed), after a
// sentinel, a version byte and a length byte. Source: https://www.electronjs.org/docs/latest/tutorial/fuses
import { closeSync, openSync, readFileSync, writeSync } from "node:fs";

const SENTINEL = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
const NAMES = /** @type {const} */ ([
  "runAsNode",
  "cookieEncryption",
  "nodeOptions",
  "nodeInspect",
  "asarIntegrity",
  "onlyLoadAppFromAsar",
  "browserV8Snapshot",
  "fileProtocolPrivileges",
]);

/** @typedef {(typeof NAMES)[number]} Fuse */

/** What Electron itself ships with. @type {Record<Fuse, boolean>} */
export const electronDefaults = {
  runAsNode: true,
  cookieEncryption: false,
  nodeOptions: true,
  nodeInspect: true,
  asarIntegrity: false,
  onlyLoadAppFromAsar: false,
  browserV8Snapshot: false,
  fileProtocolPrivileges: true,
};

/**
 * Sets fuses in an executable; those not named stay. Throws, with nothing written, if this is not an Electron we know.
 * @param {string} executable
 * @param {Partial<Record<Fuse, boolean>>} settings
 */
export function setFuses(executable, settings) {
  const binary = readFileSync(executable);
  const at = binary.indexOf(SENTINEL);
  if (at < 0 || binary.indexOf(SENTINEL, at + 1) >= 0) throw new Error("the fuses were not found exactly once");
  const wire = at + SENTINEL.length;
  if (binary[wire] !== 1) throw new Error(`fuses of version ${binary[wire]} are unknown`);
  const length = binary[wire + 1] ?? 0;
  const fuses = binary.toString("latin1", wire + 2, wire + 2 + length).split("");
  for (const [index, name] of NAMES.entries()) {
    const on = settings[name];
    if (on !== undefined && index < length && fuses[index] !== "r") fuses[index] = on ? "1" : "0";
  }
  const fd = openSync(executable, "r+");
  writeSync(fd, Buffer.from(fuses.join(""), "latin1"), 0, length, wire + 2);
  closeSync(fd);
}
