import { createHash } from "node:crypto";
import type { Media } from "../../contract/shapes.ts";
import type { ParcelProblem } from "../../core/parcel/parcel.ts";
import { mediaNames } from "../anki/mediaNames.ts";
import type { Pace } from "../anki/pace.ts";
import { Refusal } from "../anki/refusal.ts";
import type { Package } from "../anki/zip.ts";
import type { Limits, Staging } from "../format.ts";

interface Given {
  limits: Limits;
  staging: Staging;
  pace: Pace;
  media: Media[];
  problems: ParcelProblem[];
}

/**
 * Puts files of a package aside that lie in it by their own names; of a path only the last part counts. Gives names as notes write them, and
 * what they are here, where it differs. What cannot be kept is told and left out; too much refuses the package.
 */
export async function stageNamed(
  packed: Package,
  entries: readonly string[],
  { limits, staging, pace, media, problems }: Given,
): Promise<ReadonlyMap<string, string>> {
  const names = mediaNames();
  const renamed = new Map<string, string>();
  for (const [n, entry] of entries.entries()) {
    const place = `media file “${entry.length > 60 ? `${entry.slice(0, 60)}…` : entry}”`;
    try {
      const bytes = await packed.read(entry, limits.file);
      const own = entry.split("/").at(-1) ?? "";
      const { name, kept } = names.give(own, createHash("sha1").update(bytes).digest("hex"));
      if (!kept) media.push(await staging.put(name, bytes));
      if (name !== entry) renamed.set(entry, name);
    } catch (error) {
      if (!(error instanceof Refusal) || error.fatal) throw error;
      problems.push({ place, say: `It was left out: ${error.message}.`, weight: "broken" });
    }
    if (n % 20 === 19 || n === entries.length - 1)
      await pace.tell({ stage: "media", done: n + 1, total: entries.length });
  }
  return renamed;
}
