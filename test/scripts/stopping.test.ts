import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";

const stopping = pathToFileURL(resolve(import.meta.dirname, "../../.scripts/stopping.mjs")).href;
const program = `
  import { whenAskedToStop } from "${stopping}";
  whenAskedToStop((signal, code) => { console.log("asked", signal); process.exitCode = code; clearInterval(stay); });
  const stay = setInterval(() => {}, 1000);
  console.log("ready");`;

const node = [process.execPath, "--input-type=module", "--eval", program];

/** Starts a program, waits until it is ready, asks, and gives all that it said until its output closed. */
async function ask(command: string, args: string[], signal: NodeJS.Signals) {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
  const exit = once(child, "exit");
  await once(child.stdout, "readable");
  child.kill(signal);
  return { said: await text(child.stdout), exit: await exit };
}

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const)("%s is a request, and its exit code is %i", async (signal, code) => {
  const [command = "", ...args] = node;
  expect(await ask(command, args, signal)).toEqual({ said: `ready\nasked ${signal}\n`, exit: [code, null] });
});

test("so is the end of the shell that npm starts us in", async () => {
  // `wait` keeps the shell from handing its process over to node, as npm's does on some systems.
  const { said } = await ask("sh", ["-c", '"$@" & wait', "sh", ...node], "SIGTERM");
  expect(said).toBe("ready\nasked SIGTERM\n");
});
