// The same API from a terminal, in plain Node. Exit codes: 0 fine, 1 fault, 2 wrong usage.
import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import type { App } from "./app.ts";
import { calls } from "./contract/calls.ts";
import { Failure } from "./contract/faults.ts";
import type { CheckView, DeckView, ExportView, ImportView, TodayView } from "./contract/views.ts";
import { dataFolder } from "./folder.ts";
import { openApp } from "./open.ts";
import { serve } from "./serve.ts";

class WrongUsage extends Error {}

type Command = {
  usage: string;
  does: string;
  args: number;
  run(app: App, args: string[]): Promise<string | undefined>;
};

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
  if (!command) throw new WrongUsage(`There is no command “${name}”. --help lists them.`);
  if (rest.length !== command.args) throw new WrongUsage(`Usage: mneme ${command.usage}`);
  const { app, problems } = await openApp(dataFolder(process.env, process.platform), version, process.env.MNEME_CLOCK);
  for (const problem of problems) console.error(problem);
  try {
    const output = await command.run(app, rest);
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
  const text = await readFile(file).catch((error: Error) => {
    throw new Failure({ code: "file", detail: error.message });
  });
  const view = await ask<ImportView>(app, "importDeck", { name: basename(file), text });
  for (const { line, cause } of view.problems) console.error(`${file}:${line}: ${cause}`);
  return `${view.decks[0] ?? file}: ${view.added} added, ${view.changed} changed, ${view.same} as they were, ${view.problems.length} left out`;
}

async function exportFile(app: App, [name = "", file = ""]: string[]): Promise<string | undefined> {
  const deck = (await ask<DeckView[]>(app, "decks")).find(({ path }) => path.join("::") === name);
  if (!deck) throw new Failure({ code: "gone", detail: "deck" });
  const { text } = await ask<ExportView>(app, "exportDeck", { deck: deck.id });
  if (file === "-") return text;
  await writeFile(file, text).catch((error: Error) => {
    throw new Failure({ code: "file", detail: error.message });
  });
  return `${name} is now in ${file}`;
}

async function check(app: App): Promise<string> {
  const view = await ask<CheckView>(app, "check");
  if (view.problems.length) throw new Failure({ code: "folder", detail: view.problems.join("; ") });
  const { decks, notes, cards, reviews, lines } = view;
  return `All well: ${decks} decks, ${notes} notes, ${cards} cards, ${reviews} answers; ${lines} journal lines verified.`;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof WrongUsage ? 2 : 1;
});
