// npm run dev: the app with hot reload of its window and a restart when the main process changes.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { forgetBuild } from "./build.mjs";
import { hasDisplay, openDisplay } from "./display.mjs";
import { findElectron } from "./electron.mjs";
import { at, root, say } from "./root.mjs";
import { whenAskedToStop } from "./stopping.mjs";
import { ensureSystem } from "./system.mjs";

const electron = await findElectron();
const obstacle = ensureSystem(electron.path);
if (obstacle) {
  say(obstacle);
  process.exit(1);
}
const display = hasDisplay() ? null : await openDisplay();
const args = ["dev", "--watch", ...(process.getuid?.() === 0 ? ["--noSandbox"] : []), ...process.argv.slice(2)];
const env = {
  ...process.env,
  ELECTRON_EXEC_PATH: electron.path,
  ...(display && { DISPLAY: display.name, MNEME_ANNOUNCE: "1" }),
};
forgetBuild();
const vite = spawn(process.execPath, [at("node_modules/electron-vite/bin/electron-vite.js"), ...args], {
  cwd: root,
  env,
  stdio: "inherit",
});
whenAskedToStop((signal) => vite.kill(signal));
const [code] = await once(vite, "exit");
display?.close();
process.exitCode = code ?? 0;
