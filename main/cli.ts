// The same API from a terminal, in plain Node. Exit codes: 0 fine, 1 fault, 2 wrong usage.
import type { App } from "./app.ts";
import { ask, type Command, type LoneCommand, parse, Refusal } from "./cli/command.ts";
import { convertCommand } from "./cli/convert.ts";
import { exportCommand } from "./cli/exportFile.ts";
import { importCommand } from "./cli/importFiles.ts";
import { importsCommand, removeImportCommand } from "./cli/imports.ts";
import { calls, localCalls } from "./contract/calls.ts";
import type { CheckView, DeckView, TodayView } from "./contract/views.ts";
import { dataFolder } from "./folder.ts";
import { forkNode } from "./forkNode.ts";
import { openApp, transferScript } from "./open.ts";
import { serve } from "./serve.ts";

const plain = (usage: string, does: string, run: Command["run"]): Command => ({ usage, does, args: [0, 0], run });

const commands: Record<string, Command | LoneCommand> = {
  due: plain("due", "what is due today, in one line", due),
  decks: plain("decks", "the decks and what is due in each", decks),
  import: importCommand,
  imports: importsCommand,
  "remove-import": removeImportCommand,
  export: exportCommand,
  convert: convertCommand,
  check: plain("check", "read everything again and verify it", check),
  serve: plain("serve", "one JSON call per line in, one JSON reply per line out", serve),
};

const help = `Mneme from the terminal: npm run -s mneme -- <command>

${Object.values(commands)
  .map(({ usage, does }) => `  ${usage}\n      ${does}`)
  .join("\n")}
  --help
      this page

import OPTIONS, where what is usual is not what you want:
  --notes, --types newer|always|never     what to do with notes and note types that are here already
  --schedule mine|theirs|none             whose dates hold for cards that are here; none: all that comes is new
  --conflicts mine|theirs                 what both sides changed
  --presets, --merge-types, --duplicates
  of a table of text: --separator CHAR|tab, --encoding utf-8|utf-16le|utf-16be|windows-1252, --[no-]header, --[no-]html,
  --type NAME, --columns Front,Back,tags,deck,type,guid,-   --tags "WORDS", --match type|typeAndDeck
The format of a file that is written is known by its ending; --format says it otherwise.

Data: the app's own folder, or MNEME_DATA. Exit codes: 0 fine, 1 a fault, 2 wrong usage.

serve reads {"id":1,"call":"answer","input":{…}} and replies {"id":1,"ok":true,"value":{…}} or {"id":1,"ok":false,…,"say":"…"},
each only after its change is on disk. Calls: ${Object.keys({ ...calls, ...localCalls }).join(", ")}.`;

async function main([name = "--help", ...rest]: string[]): Promise<void> {
  if (name === "--help" || name === "-h" || name === "help") return console.log(help);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new Refusal(2, `There is no command “${name}”. --help lists them.`);
  const { args, flags } = parse(command, rest);
  const output = await ("runAlone" in command ? command.runAlone(args, flags) : run(command, args, flags));
  if (output) console.log(output);
}

async function run(
  command: Command,
  args: string[],
  flags: Parameters<Command["run"]>[2],
): Promise<string | undefined> {
  const { app, problems } = await openApp(dataFolder(process.env, process.platform), version, process.env.MNEME_CLOCK, {
    fork: forkNode(transferScript()),
  });
  // `check` tells them itself, with its own.
  if (command.run !== check) for (const problem of problems) console.error(problem);
  // What is under way ends with the fault `stopped`, and all is closed in good order.
  if (command.run !== serve)
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void app.stopTransfers());
  try {
    return await command.run(app, args, flags, problems);
  } finally {
    await app.close();
  }
}

const version = process.env.npm_package_version ?? "";

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

async function check(app: App, _: string[], __: unknown, found: readonly string[]): Promise<string> {
  const { decks, notes, cards, reviews, lines, problems } = await ask<CheckView>(app, "check");
  const all = new Set([...found, ...problems]);
  if (all.size > 0) throw new Refusal(1, `Not all is well: ${[...all].join(" ")}`);
  return `All well: ${decks} decks, ${notes} notes, ${cards} cards, ${reviews} answers; ${lines} journal lines verified.`;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof Refusal ? error.exitCode : 1;
});
