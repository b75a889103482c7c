import { basename } from "node:path";
import { BrowserWindow, dialog } from "electron";
import type { Input, Value } from "../contract/calls.ts";
import { refusal } from "../contract/dispatch.ts";
import { Failure, type Reply } from "../contract/faults.ts";
import { leftOut } from "../contract/leftOut.ts";
import type { ExportView, ImportedFile, ImportView } from "../contract/views.ts";

type Run = (name: string, input: unknown) => Promise<Reply<unknown>>;
type ReadFile = (path: string) => Promise<Uint8Array>;
type WriteFile = (path: string, text: string) => Promise<void>;

const filters = [{ name: "Mneme decks", extensions: ["md", "markdown", "txt"] }];

/** Asks for deck files and imports them, one after the other; one that fails does not keep the next from coming in. */
export async function pickDeck(run: Run, readFile: ReadFile): Promise<Value<"pickDeck">> {
  const options = { filters, properties: ["openFile", "multiSelections"] as ("openFile" | "multiSelections")[] };
  const { filePaths } = await dialog.showOpenDialog(front(), options);
  const files: ImportedFile[] = [];
  for (const path of filePaths) files.push(await importFile(run, readFile, path));
  return files.length ? files : null;
}

async function importFile(run: Run, readFile: ReadFile, path: string): Promise<ImportedFile> {
  const name = basename(path);
  const reply = await readFile(path).then((bytes) => run("importDeck", { name, text: bytes }), refusal);
  return reply.ok ? { name, view: reply.value as ImportView, say: null } : { name, view: null, say: reply.say };
}

/** Asks where to, and writes the deck there as text. */
export async function saveDeck(run: Run, writeFile: WriteFile, input: Input<"saveDeck">): Promise<Value<"saveDeck">> {
  const { name, text, ...lacks } = value<ExportView>(await run("exportDeck", input));
  const { filePath } = await dialog.showSaveDialog(front(), { defaultPath: name, filters });
  if (!filePath) return null;
  await writeFile(filePath, text);
  return { path: filePath, say: leftOut(lacks) };
}

const front = () => BrowserWindow.getFocusedWindow() ?? (BrowserWindow.getAllWindows()[0] as BrowserWindow);

function value<T>(reply: Reply<unknown>): T {
  if (!reply.ok) throw new Failure(reply.fault);
  return reply.value as T;
}
