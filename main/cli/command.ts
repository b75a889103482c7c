import { type ParseArgsConfig, parseArgs } from "node:util";
import type { App } from "../app.ts";
import { Failure } from "../contract/faults.ts";

/** Ends the command with a sentence on stderr. */
export class Refusal extends Error {
  readonly exitCode: 1 | 2;
  constructor(exitCode: 1 | 2, sentence: string) {
    super(sentence);
    this.exitCode = exitCode;
  }
}

export type Flags = Record<string, string | boolean | undefined>;

interface Spoken {
  usage: string;
  does: string;
  /** How many words it takes besides flags. */
  args: [least: number, most: number];
  flags?: NonNullable<ParseArgsConfig["options"]>;
}

/** What to print at the end, if anything. */
type Output = Promise<string | undefined>;

export interface Command extends Spoken {
  run(app: App, args: string[], flags: Flags, problems: readonly string[]): Output;
}

/** One that leaves the person's collection alone, and does not even open it. */
export interface LoneCommand extends Spoken {
  runAlone(args: string[], flags: Flags): Output;
}

/** Words and flags of a command line. Throws a refusal that says how it is meant. */
export function parse({ usage, args: [least, most], flags = {} }: Spoken, args: string[]) {
  try {
    const { values, positionals } = parseArgs({ args, options: flags, allowPositionals: true });
    if (positionals.length >= least && positionals.length <= most) return { args: positionals, flags: values as Flags };
  } catch {
    // An unknown flag, or one without its value.
  }
  throw new Refusal(2, `Usage: mneme ${usage}`);
}

/** One of some words, or undefined where the flag was not given. Throws a refusal. */
export function oneOf<T extends string>(flags: Flags, name: string, words: readonly T[]): T | undefined {
  const value = flags[name];
  if (value === undefined || words.includes(value as T)) return value as T | undefined;
  throw new Refusal(2, `--${name} takes one of: ${words.join(", ")}`);
}

/** The value of a call; throws its fault. */
export async function ask<T>(app: App, name: string, input: unknown = {}): Promise<T> {
  const reply = await app.localCall(name, input);
  if (!reply.ok) throw new Failure(reply.fault);
  return reply.value as T;
}

const whole = new Intl.NumberFormat("en-GB");

/** "1 note", "1,200 notes" */
export const count = (n: number, one: string, many: string): string => `${whole.format(n)} ${n === 1 ? one : many}`;
