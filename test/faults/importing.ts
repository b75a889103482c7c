// A process that imports without end, and writes the number of each import to stdout once it is acknowledged.
import { writeSync } from "node:fs";
import { newCard } from "../../main/core/collection.ts";
import { type Pair, stageRecords } from "../../main/store/bulk.ts";
import { compact } from "../../main/store/compact.ts";
import { MediaStaging } from "../../main/store/staging.ts";
import { openStore } from "../../main/store/store.ts";

/** Cards of one import, and its media files. */
const cards = 2_000;
const files = 20;

const [folder = "", first = "0"] = process.argv.slice(2);
const store = await openStore(folder, { compact, now: () => 0 });
for (let i = Number(first); ; i++) {
  const staging = new MediaStaging(folder, `i${i}`, 0);
  const pairs: Pair[] = Array.from({ length: cards }, (_, k) => ["cards", null, newCard(`n${i}`, k)]);
  for (let k = 0; k < files; k++)
    pairs.push(["media", null, await staging.put(`${i}-${k}`, Buffer.from(`file ${k} of import ${i}`))]);
  await staging.flushed();
  const bulk = await stageRecords(folder, `i${i}`, pairs);
  await store.commitStaged({ at: i, offset: 0, op: "import", what: `${i}` }, bulk);
  writeSync(1, `${i}\n`);
}
