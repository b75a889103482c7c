// Figures of changes to a hundred thousand at once: made durable, taken back, read again.
import { mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { expect, it } from "vitest";
import type { BulkChange } from "../../main/contract/browse.ts";
import { isFault } from "../../main/contract/faults.ts";
import { chosenOf } from "../../main/core/bulk/chosen.ts";
import { plan } from "../../main/core/bulk/plan.ts";
import { emptyCollection, newCard } from "../../main/core/collection.ts";
import { cardIds } from "../../main/core/note/cards.ts";
import { replace } from "../../main/store/replace.ts";
import { checksumOf } from "../../main/store/seal.ts";
import { encodeSnapshot, newHead } from "../../main/store/snapshot.ts";
import { now, openIn, tempFolder } from "../store/changes.ts";

const cards = 100_000;
const moment = { ms: now, calendar: { zone: "Europe/Berlin", rolloverHour: 4 } };

async function build(): Promise<string> {
  const folder = tempFolder();
  for (const copy of ["log", "mirror"]) mkdirSync(join(folder, copy));
  const collection = emptyCollection();
  const deck = {
    id: "d",
    name: "Deck",
    description: "",
    language: "",
    source: "",
    licence: "",
    asOf: "",
    preset: "default",
  };
  collection.decks.set("d", deck);
  for (let i = 0; i < cards; i++) {
    const id = `00000000-0000-4000-8000-${String(i).padStart(12, "0")}`;
    const fields = {
      Front: `Question number ${i}, in some words?`,
      Back: `The answer to question ${i}`,
      Extra: "",
      Source: "",
    };
    const times = { created: now, modified: now };
    collection.notes.set(id, { id, type: "basic", deck: "d", fields, tags: ["tag"], position: i, ...times });
    const memory = { stability: 12.3456 + (i % 97), difficulty: 5.4321, interval: 12, day: 20_780 + (i % 40) };
    const card = { ...newCard(id, 0), phase: "review" as const, ...memory, last: now - 1e9, reps: 10 };
    collection.cards.set(card.id, card);
  }
  const content = encodeSnapshot("content", newHead({}), collection);
  await replace(join(folder, "content.json"), `${content}\n`);
  const progress = encodeSnapshot("progress", newHead({}, checksumOf(content)), collection);
  await replace(join(folder, "progress.json"), `${progress}\n`);
  return folder;
}

const timed = async <T>(work: () => Promise<T> | T): Promise<[string, T]> => {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const value = await work();
  delay.disable();
  const { user, system } = process.cpuUsage(cpu);
  const ms = (n: number) => `${n.toFixed(0)} ms`;
  return [
    `${ms(performance.now() - start)} (own ${ms((user + system) / 1_000)}, longest block ${ms(delay.max / 1e6)})`,
    value,
  ];
};

const changes: [string, BulkChange][] = [
  ["suspend all", { kind: "suspend", on: true }],
  ["tag all", { kind: "tag", add: ["new"], remove: [] }],
  ["delete all", { kind: "delete" }],
];

it.each(changes)(`%s of ${cards}`, async (name, change) => {
  const folder = await build();
  const store = await openIn(folder, { compact: async () => {} });
  const { collection } = store;
  const ids = [...collection.notes.values()].flatMap((note) => cardIds(collection, note));
  const [planning, made] = await timed(() =>
    plan(collection, chosenOf(collection, "cards", ids), change, moment, () => "x"),
  );
  if (isFault(made)) throw new Error(made.code);
  const [commit] = await timed(() =>
    store.commit({ at: now, offset: 60, op: made.op, what: "", records: made.records }),
  );
  const size = () =>
    readdirSync(join(folder, "log")).reduce((sum, file) => sum + statSync(join(folder, "log", file)).size, 0);
  const bytes = size();
  const [undo] = await timed(() => store.undo(now));
  expect(collection.cards.size).toBe(cards);
  await store.close();
  const [open, again] = await timed(() => openIn(folder, { compact: async () => {} }));
  expect(again.collection.cards.size).toBe(cards);
  await again.close();
  console.log(
    [
      name,
      `planned: ${planning}`,
      `durable: ${commit}; ${(bytes / 1e6).toFixed(1)} MB in each copy`,
      `taken back: ${undo}`,
      `open again: ${open}`,
    ].join("\n  "),
  );
});
