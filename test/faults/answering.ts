// A process that answers without end, and writes the number of each answer to stdout once it is acknowledged.
import { writeSync } from "node:fs";
import { newCard } from "../../main/core/collection.ts";
import { compact } from "../../main/store/compact.ts";
import { openStore } from "../../main/store/store.ts";

const [folder = "", first = "0"] = process.argv.slice(2);
const store = await openStore(folder, { compact, now: () => 0, compactAfter: 50 });
for (let i = Number(first); ; i++) {
  const card = newCard("n", i);
  const change = {
    at: i,
    offset: 0,
    op: "answer" as const,
    what: `${i}`,
    records: { cards: [[null, card]] as [null, typeof card][] },
  };
  // Two at once, as when a second window answers; then one is taken back.
  const pair = [change, { ...change, records: { cards: [[null, newCard("m", i)]] as [null, typeof card][] } }];
  await Promise.all(pair.map((one) => store.commit(one)));
  await store.undo(i);
  writeSync(1, `${i}\n`);
}
