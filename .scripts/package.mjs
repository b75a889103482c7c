// npm run package: an app folder, a .deb and a .tar.gz for Linux, in out/package/.
// On Windows and macOS it hands over to electron-builder (electron-builder.json); nobody has tried that yet.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { appArchive } from "./appArchive.mjs";
import { build } from "./build.mjs";
import { control, desktopEntry, mimeTypes } from "./debian.mjs";
import { findElectron } from "./electron.mjs";
import { setFuses } from "./fuses.mjs";
import { at, root, say } from "./root.mjs";

const out = at("out/package");
const debianArch = process.arch === "x64" ? "amd64" : process.arch;
process.exitCode = await main().catch((error) => {
  say(error.message);
  return 1;
});

async function main() {
  if (!build()) return 1;
  if (process.platform !== "linux") {
    const args = ["exec", "--yes", "electron-builder@26.17.0", "--", "--config", ".scripts/electron-builder.json"];
    return spawnSync("npm", args, { cwd: root, stdio: "inherit", shell: true }).status ?? 1;
  }
  const electron = await findElectron();
  rmSync(out, { recursive: true, force: true });
  const { version } = appArchive.manifest;
  const name = `mneme-${version}-linux-${process.arch}`;
  const folder = join(out, name);
  makeFolder(dirname(electron.path), folder);
  run("tar", ["-czf", join(out, `${name}.tar.gz`), "-C", out, name]);
  makeDeb(folder, join(out, `mneme_${version}_${debianArch}.deb`), version);
  say(`Packaged: ${folder}, and beside it a .deb and a .tar.gz.`);
  if (!electron.official) say("It holds an Electron that is not the official build. Try it, but give it to nobody.");
  return 0;
}

/** Electron's own folder with our app in it, its executable renamed and its fuses set for release. @param {string} electron @param {string} folder */
function makeFolder(electron, folder) {
  cpSync(electron, folder, { recursive: true });
  for (const left of [".complete", "resources/default_app.asar"]) rmSync(join(folder, left), { force: true });
  const executable = join(folder, "mneme");
  renameSync(join(folder, "electron"), executable);
  writeFileSync(join(folder, "resources/app.asar"), appArchive.read());
  cpSync(at("LICENSE"), join(folder, "LICENSE.mneme.txt"));
  // No way in from the environment or the command line, and no app but ours.
  setFuses(executable, {
    runAsNode: false,
    nodeOptions: false,
    nodeInspect: false,
    onlyLoadAppFromAsar: true,
    fileProtocolPrivileges: false,
  });
}

/** @param {string} folder @param {string} deb @param {string} version */
function makeDeb(folder, deb, version) {
  const tree = join(out, "deb");
  const put = (/** @type {string} */ path, /** @type {string} */ text) => {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  };
  cpSync(folder, join(tree, "opt/mneme"), { recursive: true });
  put("DEBIAN/control", control(version, debianArch));
  put("usr/share/applications/mneme.desktop", desktopEntry);
  put("usr/share/mime/packages/mneme.xml", mimeTypes);
  mkdirSync(join(tree, "usr/bin"), { recursive: true });
  run("ln", ["-s", "../../opt/mneme/mneme", join(tree, "usr/bin/mneme")]);
  mkdirSync(join(tree, "usr/share/icons/hicolor/scalable/apps"), { recursive: true });
  cpSync(at(".scripts/mneme.svg"), join(tree, "usr/share/icons/hicolor/scalable/apps/mneme.svg"));
  run("chmod", ["-R", "u=rwX,go=rX", tree]); // whatever the umask here
  // Chromium's sandbox where the kernel refuses user namespaces to ordinary programs.
  run("chmod", ["4755", join(tree, "opt/mneme/chrome-sandbox")]);
  run("dpkg-deb", ["--root-owner-group", "-Zzstd", "-z3", "--build", tree, deb]);
  rmSync(tree, { recursive: true });
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const { status, stderr, error } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} failed: ${error?.message ?? stderr.trim()}`);
}
