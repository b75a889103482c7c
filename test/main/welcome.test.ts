import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Records } from "../../main/contract/shapes.ts";
import { defaultPreset, defaultSettings } from "../../main/core/collection.ts";
import { compact } from "../../main/store/compact.ts";
import { openStore, type Store } from "../../main/store/store.ts";
import { welcome } from "../../main/welcome.ts";

const at = Date.parse("2026-11-23T18:00:00Z");
let folder: string;
let ids = 0;
const world = { now: () => at, zone: () => "Europe/Berlin", newId: () => `id-${ids++}`, folder: "", version: "0" };
const open = () => openStore(folder, { compact, now: world.now });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mneme-welcome-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** Takes every deck and note out of the collection. */
async function empty(store: Store): Promise<void> {
  const records: Records = {
    decks: [...store.collection.decks.values()].map((deck) => [deck, null]),
    notes: [...store.collection.notes.values()].map((note) => [note, null]),
  };
  await store.commit({ at: at + 1, offset: 60, op: "edit", what: "", records });
}

it("stores settings, preset and the decks that ship, for good", async () => {
  let store = await open();
  await welcome(store, world);
  await store.close();
  store = await open();
  const { settings, presets, decks, notes } = store.collection;
  expect([...settings.values()]).toEqual([defaultSettings]);
  expect([...presets.values()]).toEqual([defaultPreset]);
  expect([...decks.values()].filter(({ name }) => !name.includes("::"))).toHaveLength(2);
  expect(notes.size).toBeGreaterThan(20);
  await store.close();
});

it("comes once", async () => {
  const store = await open();
  await welcome(store, world);
  const before = store.collection.notes.size;
  await welcome(store, world);
  expect(store.collection.notes.size).toBe(before);
  await store.close();
});

it("brings nothing back into a collection whose decks were all removed", async () => {
  let store = await open();
  await welcome(store, world);
  await empty(store);
  await store.close();
  store = await open();
  await welcome(store, world);
  expect([store.collection.decks.size, store.collection.notes.size]).toEqual([0, 0]);
  await store.close();
});
