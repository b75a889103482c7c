import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { defaultPreset, settingsOf } from "../../main/core/collection.ts";
import { upgrade } from "../../main/core/migrate.ts";
import { compact } from "../../main/store/compact.ts";
import { now, openIn, tempFolder } from "./changes.ts";

/** A copy of a collection that an older Mneme wrote: a snapshot, the journal it was made from, and lines after it. */
function written(by: string): string {
  const folder = tempFolder();
  cpSync(join(import.meta.dirname, "../fixtures", by), folder, { recursive: true });
  return folder;
}

describe("format 1, from before note types could be edited", () => {
  const check = async (folder: string) => {
    const store = await openIn(folder);
    expect(store.problems).toEqual([]);
    const { cards, notes } = store.collection;
    expect([notes.size, cards.size]).toEqual([3, 4]);
    for (const card of cards.values()) expect(card).toMatchObject({ suspended: false, flag: 0 });
    for (const note of notes.values()) expect(note.modified).toBe(note.created);
    expect(cards.get("id-1/0")).toMatchObject({ phase: "review", reps: 1, stability: 8.2956 });
    expect(await store.check()).toMatchObject({ problems: [] });
    return store;
  };

  test("opens with everything in it", async () => {
    const store = await check(written("collection-v1"));
    await store.close();
  });

  test("is the same when its snapshot is gone, and when it is written anew", async () => {
    const folder = written("collection-v1");
    await compact({ folder, segments: readdirSync(join(folder, "log")), now });
    const store = await check(folder);
    await store.close();
  });

  test("can be undone to its beginning", async () => {
    const store = await openIn(written("collection-v1"));
    for (let steps = 0; steps < 50 && store.undoable; steps++) await store.undo(now);
    expect(store.undoable).toBeNull();
    expect([store.collection.notes.size, store.collection.cards.size]).toEqual([0, 0]);
    await store.close();
  });
});

test("format 2, from before cards had decks of their own, opens with everything in it", async () => {
  const store = await openIn(written("collection-v2"));
  expect(store.problems).toEqual([]);
  const { cards, notes, media, noteTypes, imports } = store.collection;
  expect(notes.get("id-17")).toMatchObject({ type: "basic", tags: ["t"], fields: { Front: "late", Back: "line" } });
  expect(cards.get("n1/0")).toMatchObject({ phase: "review", flag: 3 });
  expect(noteTypes.get("basic")?.fields[0]?.name).toBe("Question");
  expect([...media.keys()]).toEqual(["dot.png"]);
  expect(imports.size).toBe(0);
  expect(await store.check()).toMatchObject({ problems: [] });
  await store.close();
});

test("a record of the newest format passes unchanged, whatever format it is taken for", () => {
  const card = { id: "n/0", suspended: true, flag: 3 };
  const note = { id: "n", created: 1, modified: 9 };
  const records = { cards: [[null, card]], notes: [[note, null]] } as never;
  expect(upgrade(records, 1)).toEqual(records);
  expect(upgrade(records, 2)).toEqual(records);
  expect(upgrade(records, 3)).toEqual(records);
  expect(upgrade(records, 4)).toBe(records);
});

test("format 3, from before presets arranged the day, opens with everything in it", async () => {
  const store = await openIn(written("collection-v3"));
  expect(store.problems).toEqual([]);
  const { cards, presets } = store.collection;
  expect(presets.get("default")).toEqual({ ...defaultPreset, desiredRetention: 0.85, newPerDay: 7 });
  expect(presets.get("p2")).toMatchObject({ name: "Slow", kept: { anki: '{"id":5}' }, leechLapses: 8, buttons: 4 });
  expect(settingsOf(store.collection)).toMatchObject({ rolloverHour: 5, budget: null, daysOff: [] });
  expect(cards.get("n1/0")).toMatchObject({ deck: "id-16", buried: 20_000 });
  expect(await store.check()).toMatchObject({ problems: [] });
  while (store.undoable) await store.undo(now);
  expect(store.collection.cards.size).toBe(0);
  await store.close();
});

test("presets and decks that came from Anki before format 4 arrange the day as they did there", () => {
  const raw = {
    ...{
      id: 5,
      buryInterdayLearning: true,
      reviewOrder: 11,
      newGatherPriority: 2,
      easyDaysPercentages: [1, 1, 1, 1, 1, 0.5, 0],
    },
    ...{ new: { perDay: 99, bury: true }, lapse: { leechFails: 4, leechAction: 0 } },
  };
  const old = { id: "p2", name: "Slow", newPerDay: 7, kept: { anki: JSON.stringify(raw) } };
  const deck = { id: "d", name: "D", preset: "p2", kept: { anki: '{"newLimit":3,"desiredRetention":84}' } };
  const made = upgrade({ presets: [[null, old]], decks: [[null, deck]] } as never, 3);
  expect(made.presets?.[0]?.[1]).toMatchObject({
    ...{ newPerDay: 7, leechLapses: 4, leechAction: "suspend", easyDays: [1, 1, 1, 1, 1, 0.5, 0], buttons: 4 },
    bury: { fresh: true, reviews: false, interday: true },
    order: { newGather: "positionDown", newSort: "template", reviews: "recallDown" },
  });
  expect(made.decks?.[0]?.[1]).toEqual({ ...deck, newPerDay: 3, desiredRetention: 0.84 });
});
