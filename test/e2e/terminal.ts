// The command line, as built, in plain Node.
import { spawn } from "node:child_process";
import { resolve } from "node:path";

export const cli = resolve(import.meta.dirname, "../../out/main/cli.js");

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

export interface Options {
  stdin?: string;
  env?: Record<string, string>;
}

/** Runs a command to its end, with that folder as the data folder. */
export function run(
  data: string,
  command: string,
  args: string[],
  { stdin = "", env = {} }: Options = {},
): Promise<Ended> {
  const child = spawn(command, args, { env: { ...process.env, MNEME_DATA: data, ...env } });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  child.stdin.end(stdin);
  return new Promise((done) => child.once("close", (code) => done({ code, out, err })));
}
