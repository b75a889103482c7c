// A virtual display for machines without a screen.
import { spawn } from "node:child_process";
import { once } from "node:events";

export const hasDisplay = () =>
  process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** @typedef {{ name: string, close: () => void }} Display */

/**
 * Starts Xvfb on a free display number. It gets a process group of its own, so that Ctrl+C closes the window first
 * and the display after it. Throws if Xvfb is not installed or does not start.
 * @returns {Promise<Display>}
 */
export async function openDisplay() {
  const args = ["-displayfd", "3", "-screen", "0", "3840x2160x24", "-nolisten", "tcp"];
  const server = spawn("Xvfb", args, { detached: true, stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const numbers = /** @type {import("node:stream").Readable} */ (server.stdio[3]);
  const failed = once(server, "exit").then(([code]) => Promise.reject(new Error(`Xvfb stopped at once (${code}).`)));
  const [chunk] = await Promise.race([once(numbers, "data"), failed]);
  failed.catch(() => {}); // its end is our doing from here on
  server.unref();
  numbers.destroy();
  return { name: `:${String(chunk).trim()}`, close: () => void server.kill() };
}
