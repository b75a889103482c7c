import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { BrowserWindow, dialog } from "electron";
import type { Input, Value } from "../contract/calls.ts";
import { Failure, type Reply } from "../contract/faults.ts";
import type { ExportView, ImportView } from "../contract/views.ts";

type Run = (name: string, input: unknown) => Promise<Reply<unknown>>;

const filters = [{ name: "Mneme decks", extensions: ["md", "markdown", "txt"] }];

/** Asks for deck files and imports them, one after the other; what came in is added up. */
export async function pickDeck(run: Run): Promise<Value<"pickDeck">> {
  const options = { filters, properties: ["openFile", "multiSelections"] as ("openFile" | "multiSelections")[] };
  const { filePaths } = await dialog.showOpenDialog(front(), options);
  let sum: ImportView | null = null;
  for (const path of filePaths) {
    const text = await readFile(path, "utf8").catch((error: Error) => fail(error));
    const view = value<ImportView>(await run("importDeck", { name: basename(path), text }));
    sum = sum ? add(sum, view) : view;
  }
  return sum;
}

const add = (a: ImportView, b: ImportView): ImportView => ({
  decks: [...a.decks, ...b.decks],
  added: a.added + b.added,
  changed: a.changed + b.changed,
  same: a.same + b.same,
  problems: [...a.problems, ...b.problems],
});

/** Asks where to, and writes the deck there as text. */
export async function saveDeck(run: Run, input: Input<"saveDeck">): Promise<Value<"saveDeck">> {
  const { name, text } = value<ExportView>(await run("exportDeck", input));
  const { filePath } = await dialog.showSaveDialog(front(), { defaultPath: name, filters });
  if (!filePath) return null;
  await writeFile(filePath, text).catch((error: Error) => fail(error));
  return filePath;
}

const front = () => BrowserWindow.getFocusedWindow() ?? (BrowserWindow.getAllWindows()[0] as BrowserWindow);

function value<T>(reply: Reply<unknown>): T {
  if (!reply.ok) throw new Failure(reply.fault);
  return reply.value as T;
}

function fail(error: Error): never {
  throw new Failure({ code: "file", detail: error.message });
}
