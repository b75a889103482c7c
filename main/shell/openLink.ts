import { shell } from "electron";
import type { Fault } from "../contract/faults.ts";
import { outside } from "./outside.ts";

/** Opens an address in the person's own browser or mail program, after they said so in the window. Fault: `link`. */
export async function openLink(address: string): Promise<null | Fault> {
  const url = outside(address);
  if (url === null) return { code: "link", detail: address.slice(0, 100) };
  try {
    await shell.openExternal(url);
    return null;
  } catch {
    return { code: "link", detail: address.slice(0, 100) };
  }
}
