import { readFile, writeFile } from "node:fs/promises";
import * as v from "valibot";
import { type Layout, layout } from "../contract/layout.ts";

/** How the window was arranged; null if that is unknown, or was written by a newer Mneme. */
export async function readLayout(file: string): Promise<Layout | null> {
  try {
    const parsed = v.safeParse(layout, JSON.parse(await readFile(file, "utf8")));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** Keeps it for the next start. Losing it costs nothing, so a failed write is let go. */
export async function keepLayout(file: string, kept: Layout): Promise<void> {
  await writeFile(file, JSON.stringify(kept)).catch(() => undefined);
}
