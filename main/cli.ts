// The same API from a terminal, in plain Node. Exit codes: 0 fine, 1 fault, 2 wrong usage.
import { basename } from "node:path";
import type { App } from "./app.ts";
import { calls } from "./contract/calls.ts";
import { Failure } from "./contract/faults.ts";
import { leftOut } from "./contract/leftOut.ts";
import type { CheckView, DeckView, ExportView, ImportView, TodayView } from "./contract/views.ts";
import { readDeckFile, writeDeckFile } from "./deckFile.ts";
import { dataFolder } from "./folder.ts";
import { forkNode } from "./forkNode.ts";
import { type Opened, openApp, transferScript } from "./open.ts";
import { serve } from "./serve.ts";

/** Ends the command with a sentence on stderr. */
class Refusal extends Error {
  readonly exitCode: 1 | 2;
  constructor(exitCode: 1 | 2, sentence: string) {
    super(sentence);
    this.exitCode = exitCode;
  }
}

interface Command {
  usage: string;
  does: string;
  args: number;
  /** What to print at the end. */
  run(app: App, args: string[], problems: readonly string[]): Promise<string | undefined>;
}

const commands: Record<string, Command> = {
  due: { usage: "due", does: "what is due today, in one line", args: 0, run: due },
  decks: { usage: "decks", does: "the decks and what is due in each", args: 0, run: decks },
  import: { usage: "import FILE", does: "bring in a deck written as text", args: 1, run: importFile },
  export: {
    usage: "export DECK FILE",
    does: "write a deck (by name) as text; - writes to the terminal",
    args: 2,
    run: exportFile,
  },
  check: { usage: "check", does: "read everything again and verify it", args: 0, run: check },
  serve: { usage: "serve", does: "one JSON call per line in, one JSON reply per line out", args: 0, run: serve },
};

const help = `Mneme from the terminal: npm run -s mneme -- <command>

${Object.values(commands)
  .map(({ usage, does }) => `  ${usage.padEnd(20)}${does}`)
  .join("\n")}
  --help              this page

Data: the app's own folder, or MNEME_DATA. Exit codes: 0 fine, 1 a fault, 2 wrong usage.

serve reads {"id":1,"call":"answer","input":{…}} and replies {"id":1,"ok":true,"value":{…}} or {"id":1,"ok":false,…,"say":"…"},
each only after its change is on disk. Calls: ${Object.keys(calls).join(", ")}.`;

async function main(args: string[]): Promise<void> {
  const [name = "--help", ...rest] = args;
  if (name === "--help" || name === "-h" || name === "help") return console.log(help);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new Refusal(2, `There is no command “${name}”. --help lists them.`);
  if (rest.length !== command.args) throw new Refusal(2, `Usage: mneme ${command.usage}`);
  const { app, problems } = await openApp(dataFolder(process.env, process.platform), version, process.env.MNEME_CLOCK, {
    fork: forkNode(transferScript()),
  });
  // `check` tells them itself, with its own.
  if (command.run !== check) for (const problem of problems) console.error(problem);
  try {
    const output = await command.run(app, rest, problems);
    if (output) console.log(output);
  } finally {
    await app.close();
  }
}

const version = process.env.npm_package_version ?? "";

async function ask<T>(app: App, name: string, input: unknown = {}): Promise<T> {
  const reply = await app.call(name, input);
  if (!reply.ok) throw new Failure(reply.fault);
  return reply.value as T;
}

async function due(app: App): Promise<string> {
  const { due, fresh, minutes } = await ask<TodayView>(app, "today");
  return `${due} due, ${fresh} new, about ${Math.ceil(minutes)} min`;
}

async function decks(app: App): Promise<string> {
  const rows = await ask<DeckView[]>(app, "decks");
  return rows
    .map(({ path, cards, due, fresh }) => `${path.join("::")}\t${cards} cards\t${due} due\t${fresh} new`)
    .join("\n");
}

async function importFile(app: App, [file = ""]: string[]): Promise<string> {
  const { decks, added, changed, same, problems } = await ask<ImportView>(app, "importDeck", {
    name: basename(file),
    text: await readDeckFile(file),
  });
  for (const { line, cause } of problems) console.error(`${file}:${line}: ${cause}`);
  if (decks.length === 0) throw new Refusal(1, `Nothing came in from ${file}: it has no note without a mistake.`);
  const mend = new Set(problems.map(({ line }) => line)).size;
  const last = mend === 0 ? "" : mend === 1 ? ", 1 line to mend" : `, ${mend} lines to mend`;
  return `${decks[0]}: ${added} added, ${changed} changed, ${same} as they were${last}`;
}

async function exportFile(app: App, [name = "", file = ""]: string[]): Promise<string | undefined> {
  const deck = (await ask<DeckView[]>(app, "decks")).find(({ path }) => path.join("::") === name);
  if (!deck)
    throw new Refusal(1, `There is no deck named “${name}”; the command decks lists them. Nothing was written.`);
  const { text, ...lacks } = await ask<ExportView>(app, "exportDeck", { deck: deck.id });
  const say = leftOut(lacks);
  if (say) console.error(say);
  if (file === "-") return text.replace(/\n$/, "");
  await writeDeckFile(file, text);
  return `${name} is now in ${file}`;
}

async function check(app: App, _: string[], found: Opened["problems"]): Promise<string> {
  const { decks, notes, cards, reviews, lines, problems } = await ask<CheckView>(app, "check");
  const all = new Set([...found, ...problems]);
  if (all.size > 0) throw new Refusal(1, `Not all is well: ${[...all].join(" ")}`);
  return `All well: ${decks} decks, ${notes} notes, ${cards} cards, ${reviews} answers; ${lines} journal lines verified.`;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof Refusal ? error.exitCode : 1;
});
