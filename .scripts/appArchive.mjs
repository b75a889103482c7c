// What of this checkout goes into the packaged app: the built files and a short manifest.
import { readdirSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { asar } from "./asar.mjs";
import { at, root } from "./root.mjs";

const { name, productName, version, type, main } = JSON.parse(readFileSync(at("package.json"), "utf8"));
const manifest = { name, productName, version, type, main };

/** @param {string} path @returns {string[]} */
function files(path) {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const inside = `${path}/${entry.name}`;
    return entry.isDirectory() ? files(inside) : inside;
  });
}

/** The app's archive. Source maps stay at home. */
export const appArchive = {
  manifest,
  read() {
    const built = ["main", "preload", "renderer"].flatMap((folder) => files(at("out", folder)));
    const kept = built.filter((file) => !file.endsWith(".map"));
    return asar(
      new Map([
        ["package.json", Buffer.from(JSON.stringify(manifest))],
        ...kept.map((file) => /** @type {const} */ ([relative(root, file).replaceAll("\\", "/"), readFileSync(file)])),
      ]),
    );
  },
};
