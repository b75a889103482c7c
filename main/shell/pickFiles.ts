import { BrowserWindow, dialog, type FileFilter } from "electron";

/** Asks for files, or for one folder: their paths, none if the person thought better of it. */
export async function pickFiles(filters: FileFilter[], folder: boolean): Promise<string[]> {
  const { filePaths } = await dialog.showOpenDialog(front(), {
    filters: folder ? [] : filters,
    properties: folder ? ["openDirectory"] : ["openFile", "multiSelections"],
  });
  return filePaths;
}

/** Asks where a file is to be written; null if the person thought better of it. */
export async function pickTarget(name: string, filters: FileFilter[]): Promise<string | null> {
  const { filePath } = await dialog.showSaveDialog(front(), { defaultPath: name, filters });
  return filePath || null;
}

const front = () => BrowserWindow.getFocusedWindow() ?? (BrowserWindow.getAllWindows()[0] as BrowserWindow);
