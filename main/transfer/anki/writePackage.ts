import { createHash } from "node:crypto";
import { BinaryWriter } from "@bufbuild/protobuf/wire";
import type { Media } from "../../contract/shapes.ts";
import type { AnkiCollection } from "../../core/codec/anki/collection.ts";
import { givenName } from "../../core/media/name.ts";
import type { Writing } from "../format.ts";
import { notice } from "./notice.ts";
import { type Pace, pace } from "./pace.ts";
import { writeNew, writeOld } from "./writeDatabase.ts";
import { type NewPackage, writeZip } from "./zipFile.ts";
import { packFrame } from "./zstd.ts";

type Given = Pick<Writing, "path" | "now" | "media" | "progress" | "signal">;

/**
 * Writes a package that the current Anki opens, or with `older` one for every Anki since 2.1. Gives the names of media that Anki
 * cannot have and that are not in it. Throws the fault `stopped`.
 */
export async function writePackage(
  anki: AnkiCollection,
  media: readonly Media[],
  given: Given,
  older: boolean,
): Promise<string[]> {
  const steps = pace(given);
  const files = media.filter(({ id }) => givenName(id) === id);
  await writeZip(given.path, given.now, async (into) => {
    await into.add("meta", Uint8Array.of(8, older ? 2 : 3));
    if (older) await into.add("collection.anki21", await writeOld(anki, steps), true);
    else await into.add("collection.anki21b", await packFrame(await writeNew(anki, steps)));
    await into.add("collection.anki2", await writeOld(notice(given.now), steps));
    await addMedia(into, files, given, older, steps);
  });
  return media.filter((each) => !files.includes(each)).map(({ id }) => id);
}

async function addMedia(
  into: NewPackage,
  files: readonly Media[],
  given: Given,
  older: boolean,
  steps: Pace,
): Promise<void> {
  const list = new BinaryWriter();
  const names: Record<string, string> = {};
  for (const [n, { id, hash }] of files.entries()) {
    const bytes = await given.media(hash);
    await into.add(String(n), older ? bytes : await packFrame(bytes));
    names[n] = id;
    const sha1 = createHash("sha1").update(bytes).digest();
    list.tag(1, 2).fork().tag(1, 2).string(id).tag(2, 0).uint32(bytes.length).tag(3, 2).bytes(sha1).join();
    if (n % 20 === 19 || n === files.length - 1) await steps.tell({ stage: "media", done: n + 1, total: files.length });
  }
  await into.add("media", older ? Buffer.from(JSON.stringify(names)) : await packFrame(list.finish()));
}
