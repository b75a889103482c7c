import { readFile, stat } from "node:fs/promises";
import type { Media } from "../../contract/shapes.ts";
import type { AnkiCollection } from "../../core/codec/anki/collection.ts";
import type { ParcelProblem } from "../../core/parcel/parcel.ts";
import type { Reading } from "../format.ts";
import { readCollection } from "./collection.ts";
import { collectionOf, generationOf, mediaOf } from "./container.ts";
import { openDatabase } from "./database.ts";
import { stageMedia } from "./media.ts";
import { type Pace, pace } from "./pace.ts";
import { named, Refusal, tooLarge } from "./refusal.ts";
import { megabytes, openPackage } from "./zip.ts";

/** All that an Anki file says. */
export interface AnkiFile {
  anki: AnkiCollection;
  media: Media[];
  /** Names of media as notes write them, and what they are here, where it differs. */
  renamed: Map<string, string>;
  problems: ParcelProblem[];
}

type Given = Pick<Reading, "path" | "name" | "limits" | "staging" | "now" | "progress" | "signal">;

/** Reads a package of any generation, and puts its media aside. Throws the faults `package` and `stopped`. */
export function readPackage(given: Given): Promise<AnkiFile> {
  return named(given.name, async () => {
    const steps = pace(given);
    const packed = await openPackage(given.path, given.limits, steps);
    try {
      const generation = await generationOf(packed);
      const bytes = await collectionOf(packed, generation, given.limits, steps);
      const { anki, problems } = await read(bytes, "its collection", given.now, steps);
      const list = await mediaOf(packed, generation, steps);
      const staged = await stageMedia(packed, generation, list, { ...given, pace: steps });
      return { anki, media: staged.media, renamed: staged.renamed, problems: [...problems, ...staged.problems] };
    } finally {
      packed.close();
    }
  });
}

/** Reads a bare collection. Throws the faults `package` and `stopped`. */
export function readBare(given: Given): Promise<AnkiFile> {
  return named(given.name, async () => {
    const { size } = await stat(given.path);
    if (size > given.limits.collection)
      throw tooLarge("", `it is larger than ${megabytes(given.limits.collection)} MB`);
    await refuseUnfinished(given.path);
    const { anki, problems } = await read(await readFile(given.path), "", given.now, pace(given));
    return { anki, media: [], renamed: new Map(), problems };
  });
}

/** What was written last lies beside a database until Anki is closed. */
async function refuseUnfinished(path: string): Promise<void> {
  const { size } = await stat(`${path}-wal`).catch(() => ({ size: 0 }));
  if (size > 0)
    throw new Refusal(
      "Anki has it open, or was not closed as it should be",
      "",
      "Open Anki, close it, and import again.",
    );
}

async function read(bytes: Uint8Array, place: string, now: number, steps: Pace) {
  const database = await openDatabase(bytes, place);
  try {
    return await readCollection(database, place, { now, pace: steps });
  } finally {
    database.close();
  }
}
