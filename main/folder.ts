import { homedir } from "node:os";
import { join, resolve } from "node:path";

/** Where the data live: MNEME_DATA, or the platform's place for an app's own files. The same for window and terminal. */
export function dataFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (env.MNEME_DATA) return resolve(env.MNEME_DATA);
  if (platform === "win32") return join(env.APPDATA ?? join(homedir(), "AppData", "Roaming"), "Mneme");
  if (platform === "darwin") return join(homedir(), "Library", "Application Support", "Mneme");
  return join(env.XDG_CONFIG_HOME ?? join(homedir(), ".config"), "Mneme");
}

/** Mneme's own files, apart from those that Chromium keeps beside them. */
export const collectionFolder = (data: string): string => join(data, "collection");
