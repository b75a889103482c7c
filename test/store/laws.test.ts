import { cpSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { Failure } from "../../main/contract/faults.ts";
import type { Change, Records, Tables } from "../../main/contract/shapes.ts";
import { apply, type Collection, emptyCollection, invert, newCard, tableNames } from "../../main/core/collection.ts";
import { type Pair, stageRecords } from "../../main/store/bulk.ts";
import { compact } from "../../main/store/compact.ts";
import { listSegments } from "../../main/store/readSegment.ts";
import { now, openIn, type Trouble, TroubledDisk, tempFolder } from "./changes.ts";

type Step =
  | { do: "commit"; changes: Draft[] }
  | { do: "import"; draft: Draft }
  | { do: "undo" | "redo" | "reopen" | "crash" | "compact" }
  | { do: "trouble"; kind: Trouble; times: number; draft: Draft; staged: boolean };

/** What becomes of some records: a number is written into them, null removes them. */
type Draft = { table: "cards" | "notes" | "days"; id: number; to: number | null }[];

const draft: fc.Arbitrary<Draft> = fc.uniqueArray(
  fc.record({
    table: fc.constantFrom("cards" as const, "notes" as const, "days" as const),
    id: fc.nat(3),
    to: fc.option(fc.nat(9)),
  }),
  { minLength: 1, maxLength: 3, selector: ({ table, id }) => `${table}/${id}` },
);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant("commit" as const), changes: fc.array(draft, { maxLength: 3 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("import" as const), draft }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constantFrom("undo" as const, "redo" as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom("reopen" as const, "crash" as const, "compact" as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("trouble" as const),
      kind: fc.constantFrom<Trouble>("open", "write", "short write", "flush"),
      times: fc.integer({ min: 1, max: 4 }),
      draft,
      staged: fc.boolean(),
    }),
  },
);

function record(table: Draft[0]["table"], id: number, to: number): Tables[typeof table] {
  if (table === "cards") return { ...newCard("n", id), reps: to };
  const day = { day: to, deck: "d", answers: to, reviews: 0, recalled: 0, interday: 0, fresh: 0, took: 0 };
  if (table === "days") return { id: `days/${id}`, ...day };
  const times = { created: 0, modified: 0 };
  return { id: `notes/${id}`, type: "basic", deck: "d", fields: { Front: `${to}` }, tags: [], position: 0, ...times };
}

function changeOf(collection: Collection, parts: Draft, what: string): Change {
  const records: Record<string, unknown[]> = {};
  for (const { table, id, to } of parts) {
    const map: Map<string, unknown> = collection[table];
    const before = map.get(record(table, id, 0).id) ?? null;
    records[table] = [...(records[table] ?? []), [before, to === null ? null : record(table, id, to)]];
  }
  return { at: now, offset: 0, op: "edit", what, records: records as Records };
}

const copy = (collection: Collection): Collection => {
  const twin = emptyCollection();
  for (const table of tableNames) Object.assign(twin, { [table]: new Map<string, unknown>(collection[table]) });
  return twin;
};

/** The same steps on plain maps and two stacks. */
class Model {
  collection = emptyCollection();
  done: Change[] = [];
  undone: Change[] = [];
  count = 0;

  next(parts: Draft): Change {
    this.count += 1;
    return changeOf(this.collection, parts, `change ${this.count}`);
  }

  commit(change: Change): void {
    apply(this.collection, change.records);
    this.done.push(change);
    this.undone = [];
  }

  undo(): void {
    const change = this.done.pop();
    if (!change) return;
    apply(this.collection, invert(change.records));
    this.undone.push(change);
  }

  redo(): void {
    const change = this.undone.pop();
    if (!change) return;
    apply(this.collection, change.records);
    this.done.push(change);
  }
}

it("a change and its inverse leave the collection as it was", () => {
  fc.assert(
    fc.property(draft, draft, (first, second) => {
      const collection = emptyCollection();
      apply(collection, changeOf(collection, first, "").records);
      const before = copy(collection);
      const { records } = changeOf(collection, second, "");
      apply(collection, records);
      apply(collection, invert(records));
      expect(collection).toEqual(before);
    }),
  );
});

it("what is on disk is what was acknowledged: restarts, crashes, compactions, refusals, undo and redo", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.constantFrom(3, 1_000), async (steps, compactAfter) => {
      let folder = tempFolder();
      const disk = new TroubledDisk();
      const options = { open: disk.open, compactAfter };
      let store = await openIn(folder, options);
      const model = new Model();
      const commit = async (parts: Draft) => {
        const change = model.next(parts);
        model.commit(change);
        await store.commit(change);
      };
      // The same, its records in a file of their own.
      let imports = 0;
      const bring = async (change: Change) => {
        imports += 1;
        const pairs = Object.entries(change.records).flatMap(([table, list]) => list.map((pair) => [table, ...pair]));
        const bulk = await stageRecords(folder, `import-${imports}`, pairs as Pair[]);
        await store.commitStaged({ ...change, op: "import" }, bulk);
      };
      for (const now of steps) {
        if (now.do === "commit") await Promise.all(now.changes.map(commit));
        else if (now.do === "import") {
          const change = model.next(now.draft);
          model.commit(change);
          await bring(change);
        } else if (now.do === "trouble") {
          Object.assign(disk, { kind: now.kind, left: now.times });
          const change = model.next(now.draft);
          const done = now.staged ? bring(change) : store.commit(change);
          const refused = await done.catch((error: unknown) => error);
          disk.left = 0;
          if (refused) expect(refused).toBeInstanceOf(Failure);
          else model.commit(change);
          await commit(now.draft);
        } else if (now.do === "undo" || now.do === "redo") {
          model[now.do]();
          await store[now.do](1);
        } else if (now.do === "crash") {
          const image = tempFolder();
          // A snapshot under way has a name of passage, which may go while it is copied.
          const kept = (path: string) => path !== join(folder, "lock") && !path.endsWith(".tmp");
          cpSync(folder, image, { recursive: true, filter: kept });
          await store.close();
          folder = image;
          store = await openIn(folder, options);
        } else {
          await store.close();
          if (now.do === "compact") await compact({ folder, segments: await listSegments(folder), now: 1 });
          store = await openIn(folder, options);
        }
        expect(store.collection).toEqual(model.collection);
        expect(store.undoable?.what).toBe(model.done.at(-1)?.what);
        expect(store.redoable?.what).toBe(model.undone.at(-1)?.what);
        expect(store.problems).toEqual([]);
      }
      expect((await store.check()).problems).toEqual([]);
      await store.close();
    }),
    { numRuns: 200 },
  );
});
