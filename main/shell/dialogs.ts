import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { BrowserWindow, dialog } from "electron";
import type { Input, Value } from "../contract/calls.ts";
import { refuse } from "../contract/dispatch.ts";
import { Failure, type Reply } from "../contract/faults.ts";
import type { ExportView, ImportedFile, ImportView } from "../contract/views.ts";

type Run = (name: string, input: unknown) => Promise<Reply<unknown>>;

const filters = [{ name: "Mneme decks", extensions: ["md", "markdown", "txt"] }];

/** Asks for deck files and imports them, one after the other; one that fails does not keep the next from coming in. */
export async function pickDeck(run: Run): Promise<Value<"pickDeck">> {
  const options = { filters, properties: ["openFile", "multiSelections"] as ("openFile" | "multiSelections")[] };
  const { filePaths } = await dialog.showOpenDialog(front(), options);
  const files: ImportedFile[] = [];
  for (const path of filePaths) files.push(await importFile(run, path));
  return files.length ? files : null;
}

async function importFile(run: Run, path: string): Promise<ImportedFile> {
  const name = basename(path);
  const reply = await readFile(path).then(
    (bytes) => run("importDeck", { name, text: bytes }),
    (error: Error) => refuse({ code: "file", detail: error.message }),
  );
  return reply.ok ? { name, view: reply.value as ImportView, say: null } : { name, view: null, say: reply.say };
}

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
