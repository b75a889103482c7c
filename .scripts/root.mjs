import { resolve } from "node:path";

/** The folder of this checkout. */
export const root = resolve(import.meta.dirname, "..");

/** A path inside the checkout. @param {string[]} path */
export const at = (...path) => resolve(root, ...path);

/** A line for the person at the terminal; standard output belongs to the programs we start. @param {string} line */
export const say = (line) => void process.stderr.write(`${line}\n`);
