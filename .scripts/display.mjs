// A virtual display for machines without a screen.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

export const hasDisplay = () =>
  process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** @typedef {{ name: string, close: () => void }} Display */

/**
 * Starts Xvfb on a free display number. It gets a process group of its own, so that Ctrl+C closes the window first
 * and the display after it. Throws if Xvfb is not installed or does not start.
 * @returns {Promise<Display>}
 */
export async function openDisplay() {
  const args = ["-displayfd", "3", "-screen", "0", "3840x2160x24", "-nolisten", "tcp", "-noreset"];
  const server = spawn("Xvfb", args, { detached: true, stdio: ["ignore", "ignore", "ignore", "pipe"] });
  await once(server, "spawn");
  // It writes its number when it is ready, in more than one piece, and then closes the pipe.
  const number = (await text(/** @type {import("node:stream").Readable} */ (server.stdio[3]))).trim();
  if (number === "") throw new Error("The virtual display (Xvfb) did not start.");
  server.unref();
  return { name: `:${number}`, close: () => void server.kill() };
}
