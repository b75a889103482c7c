import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { dropStaged, settleBulk } from "./bulk.ts";
import type { Line } from "./line.ts";
import { inOrder } from "./load.ts";
import { listSegments, noNeedle, readSegment } from "./readSegment.ts";
import { reason, unlessMissing } from "./reason.ts";
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

/** Takes away what was staged under an id that no line names. */
export async function unstage(folder: string, id: string): Promise<void> {
  await dropStaged(folder, id);
  await dropStaging(folder, id);
}

/**
 * At a start: what a line names is settled, what none names was never acknowledged and goes. `lines` are those read already. Gives
 * what went wrong, in sentences for the person.
 */
export async function settleAll(folder: string, lines: readonly Line[]): Promise<string[]> {
  const staged = await listStaged(folder);
  const counts = new Set(lines.flatMap(({ bulk }) => bulk?.id ?? []));
  // A snapshot may hold the line: only the whole journal knows that a bulk is nobody's.
  if ([...staged].some((id) => !counts.has(id))) for (const id of await listNamed(folder)) counts.add(id);
  const problems: string[] = [];
  for (const id of staged)
    await (counts.has(id) ? settle(folder, id) : unstage(folder, id)).catch((error: unknown) =>
      problems.push(`The files of an import could not be put in their place: ${reason(error)}. Please restart Mneme.`),
    );
  return problems;
}

/** Ids under which something waits to be settled or to go. */
async function listStaged(folder: string): Promise<Set<string>> {
  const staged = new Set(await listStaging(folder));
  for (const copy of copies)
    for (const name of (await unlessMissing(readdir(join(folder, copy)))) ?? [])
      if (name.endsWith(".staged")) staged.add(name.slice(0, -".staged".length));
  return staged;
}

/** Ids of all bulks that a line names. */
async function listNamed(folder: string): Promise<string[]> {
  const segments = [];
  for (const name of await listSegments(folder)) segments.push(await readSegment(folder, name, noNeedle));
  return inOrder(segments).flatMap(({ line }) => line.bulk?.id ?? []);
}
