// npm start: everything that Mneme needs, then Mneme, until it is closed or interrupted.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { build } from "./build.mjs";
import { hasDisplay, openDisplay } from "./display.mjs";
import { findElectron } from "./electron.mjs";
import { isNoise } from "./noise.mjs";
import { root, say } from "./root.mjs";
import { whenAskedToStop } from "./stopping.mjs";
import { ensureSystem } from "./system.mjs";

process.exitCode = await start().catch((error) => {
  say(error.message);
  return 1;
});

/** @returns {Promise<number>} the exit code */
async function start() {
  const electron = await findElectron();
  const obstacle = ensureSystem(electron.path);
  if (obstacle) {
    say(obstacle);
    return 1;
  }
  if (!build()) return 1;

  const env = { ...process.env };
  delete env.ELECTRON_RUN_AS_NODE; // some editors' terminals set it, and then no window would open
  const flags = [];
  if (process.getuid?.() === 0) {
    say("You are root: Chromium's own sandbox cannot run, so it is off. Prefer an ordinary user.");
    flags.push("--no-sandbox");
  }
  const display = hasDisplay() ? null : await openDisplay();
  if (display) {
    say(`There is no screen here: Mneme opens on the virtual display ${display.name}. Ctrl+C ends it.`);
    env.DISPLAY = display.name;
    env.MNEME_ANNOUNCE = "1"; // it says when its first screen is painted, since nobody can see it
  } else if (process.platform === "linux" && !process.env.DISPLAY) flags.push("--ozone-platform=wayland");

  const app = spawn(electron.path, [root, ...flags, ...process.argv.slice(2)], {
    env,
    detached: process.platform !== "win32", // Ctrl+C reaches it through us, once, so that it can close in good order
    stdio: ["ignore", "inherit", "pipe"],
  });
  createInterface({ input: app.stderr }).on("line", (line) => isNoise(line) || say(line));
  let interrupted = 0;
  whenAskedToStop((_, code) => {
    app.kill(interrupted ? "SIGKILL" : "SIGTERM"); // asked twice, it ends at once
    interrupted = code;
  });
  try {
    const [code, signal] = await once(app, "exit");
    if (signal && !interrupted) say(`Mneme ended unexpectedly (${signal}). What it had acknowledged is saved.`);
    return interrupted || (code ?? 1);
  } finally {
    display?.close();
  }
}
