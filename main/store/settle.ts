import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { dropStaged, settleBulk } from "./bulk.ts";
import type { Line } from "./line.ts";
import { unlessMissing } from "./reason.ts";
import { copies } from "./segment.ts";
import { adoptMedia, dropStaging, listStaging } from "./staging.ts";

/**
 * After the line: what it names takes its lasting place. A power cut in between loses nothing, since all of it is durable under the
 * names that `settleAll` looks for.
 */
export async function settle(folder: string, id: string): Promise<void> {
  await adoptMedia(folder, id);
  await settleBulk(folder, id);
}

/** At a start: what a line names is settled, what none names was never acknowledged and goes. */
export async function settleAll(folder: string, lines: readonly Line[]): Promise<void> {
  const counts = new Set(lines.flatMap(({ bulk }) => bulk?.id ?? []));
  const staged = new Set(await listStaging(folder));
  for (const copy of copies)
    for (const name of (await unlessMissing(readdir(join(folder, copy)))) ?? [])
      if (name.endsWith(".staged")) staged.add(name.slice(0, -".staged".length));
  for (const id of staged) {
    if (counts.has(id)) await settle(folder, id);
    else await Promise.all([dropStaged(folder, id), dropStaging(folder, id)]);
  }
}
