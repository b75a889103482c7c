import { createHash } from "node:crypto";
import type { Media } from "../../contract/shapes.ts";
import type { ParcelProblem } from "../../core/parcel/parcel.ts";
import type { Limits, Staging } from "../format.ts";
import type { Generation } from "./container.ts";
import type { MediaEntry } from "./mediaMap.ts";
import { mediaNames } from "./mediaNames.ts";
import type { Pace } from "./pace.ts";
import { Refusal } from "./refusal.ts";
import type { Package } from "./zip.ts";
import { unpackFile } from "./zstd.ts";

export interface StagedMedia {
  media: Media[];
  /** Names as notes write them, and what they are here, where it differs. */
  renamed: Map<string, string>;
  problems: ParcelProblem[];
}

/** Checks all media of a package and puts them aside. What is missing or damaged is told and left out; too much refuses the package. */
export async function stageMedia(
  packed: Package,
  generation: Generation,
  list: readonly MediaEntry[],
  given: { limits: Limits; staging: Staging; pace: Pace },
): Promise<StagedMedia> {
  const names = mediaNames();
  const media: Media[] = [];
  const problems = strays(packed, list);
  let left = given.limits.total;
  for (const [n, entry] of list.entries()) {
    const place = `media file ${n + 1}${entry.name && `, “${short(entry.name)}”`}`;
    const say = (text: string, weight: ParcelProblem["weight"] = "broken") =>
      problems.push({ place, say: text, weight });
    if (!packed.entries.has(entry.entry)) {
      say("It is listed but not in the package; it was left out.");
      continue;
    }
    try {
      const bytes = await read(packed, generation, entry, Math.min(given.limits.file, left), given.pace);
      left -= bytes.length;
      const sha1 = createHash("sha1").update(bytes).digest();
      if (entry.sha1 && !sha1.equals(entry.sha1)) {
        say("Its content is not what the package says of it; it was left out.");
        continue;
      }
      const { name, kept } = names.give(entry.name, sha1.toString("hex"));
      if (!kept) media.push(await given.staging.put(name, bytes));
      if (name !== entry.name) say(`It is called “${name}” here, and so in the notes that show it.`, "suspicious");
    } catch (error) {
      if (error instanceof Refusal && error.fatal) throw error;
      if (!(error instanceof Refusal)) throw error;
      say(`It was left out: ${error.message}.`);
    }
    if (n % 20 === 19 || n === list.length - 1)
      await given.pace.tell({ stage: "media", done: n + 1, total: list.length });
  }
  return { media, renamed: names.renamed, problems };
}

async function read(
  packed: Package,
  generation: Generation,
  entry: MediaEntry,
  cap: number,
  pace: Pace,
): Promise<Uint8Array> {
  const bytes = await packed.read(entry.entry, cap);
  if (generation !== "new") return bytes;
  return unpackFile(bytes, entry.size ?? 0, entry.entry, pace);
}

/** What is in the zip and nobody asks for. */
function strays(packed: Package, list: readonly MediaEntry[]): ParcelProblem[] {
  const listed = new Set(list.map(({ entry }) => entry));
  const unlisted = [...packed.entries.keys()].filter((name) => /^\d+$/.test(name) && !listed.has(name));
  const count = packed.orphans + unlisted.length;
  const problems: ParcelProblem[] = [];
  const tell = (n: number, say: string) => n > 0 && problems.push({ place: "package", say, weight: "suspicious" });
  tell(count, `${count === 1 ? "1 file in it is" : `${count} files in it are`} in no list of media and was left out.`);
  tell(
    packed.repeated.length,
    `Entries that are there twice were taken once: ${packed.repeated.slice(0, 10).join(", ")}.`,
  );
  return problems;
}

const short = (name: string) => (name.length > 60 ? `${name.slice(0, 60)}…` : name);
