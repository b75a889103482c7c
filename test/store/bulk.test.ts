// Changes whose records lie in a file of their own: the same as if they stood in their line.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Change, Records, Review } from "../../main/contract/shapes.ts";
import { tableNames } from "../../main/core/collection.ts";
import { type Bulk, type Pair, stageRecords } from "../../main/store/bulk.ts";
import { compact } from "../../main/store/compact.ts";
import { load } from "../../main/store/load.ts";
import { gatherBulk } from "../../main/store/readBulk.ts";
import { readReviewLog } from "../../main/store/readReviewLog.ts";
import { listSegments } from "../../main/store/readSegment.ts";
import { MediaStaging } from "../../main/store/staging.ts";
import type { Store } from "../../main/store/store.ts";
import { answer, edit, now, openIn, tempFolder } from "./changes.ts";

const pairsOf = (records: Records): Pair[] =>
  Object.entries(records).flatMap(([table, pairs]) => pairs.map(([a, b]) => [table, a, b] as Pair));

/** A change with notes, cards and reviews, some of them old, some with what only their makers know. */
function large(count: number, from = 0): Change {
  const changes = Array.from({ length: count }, (_, i) => answer(from + i, now - (from + i) * 3_600_000));
  const records: Required<Pick<Records, "notes" | "cards" | "reviews">> = { notes: [], cards: [], reviews: [] };
  for (const [i, change] of changes.entries()) {
    records.notes.push(...(edit(`n${from + i}`, `text ${i} {"bulk":{"id":"x"}}`).records.notes ?? []));
    records.cards.push(...(change.records.cards ?? []));
    const [review] = change.records.reviews ?? [];
    const kept = i % 3 ? {} : { kept: { anki: `{"id":${i}}` }, grade: 0 as const };
    if (review?.[1]) records.reviews.push([null, { ...review[1], ...kept }]);
  }
  return { at: now, offset: 60, op: "import", what: `${count} notes`, records };
}

async function bring(store: Store, folder: string, id: string, { records, ...change }: Change): Promise<Bulk> {
  const bulk = await stageRecords(folder, id, pairsOf(records));
  await store.commitStaged(change, bulk);
  return bulk;
}

const look = (store: Store) =>
  Object.fromEntries(tableNames.map((table) => [table, new Map<string, unknown>(store.collection[table])]));

describe("a bulk", () => {
  it("is the same as its records in a line: in memory, after a restart, compacted, taken back and done again", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        async (sizes, compacted) => {
          const folders = [tempFolder(), tempFolder()] as const;
          const stores = [await openIn(folders[0]), await openIn(folders[1])];
          const [plain, bulky] = stores as [Store, Store];
          for (const store of stores) await store.commit(edit("before", "here first"));
          for (const [i, size] of sizes.entries()) {
            await plain.commit(large(size, i * 1000));
            await bring(bulky, folders[1], `b${i}`, large(size, i * 1000));
          }
          const recents = ({ reviews, ...rest }: ReturnType<typeof look>) => ({
            ...rest,
            reviews: [...(reviews?.values() ?? [])].filter((r) => (r as Review).at >= now - 3 * 86_400_000).length,
          });
          expect(recents(look(bulky))).toEqual(recents(look(plain)));
          for (const step of ["undo", "redo", "undo"] as const) {
            for (const store of stores) await store[step](now);
            expect(recents(look(bulky))).toEqual(recents(look(plain)));
          }
          expect((await bulky.check()).problems).toEqual([]);
          expect(await bulky.reviewsOf(["n/3", "n/1001"])).toEqual(await plain.reviewsOf(["n/3", "n/1001"]));
          for (const store of stores) await store.close();
          if (compacted)
            for (const folder of folders)
              await compact({
                folder,
                segments: readdirSync(join(folder, "log")).filter((name) => name.endsWith(".jsonl")),
                now,
              });
          expect(await readReviewLog(folders[1])).toEqual(await readReviewLog(folders[0]));
          const again = [await openIn(folders[0]), await openIn(folders[1])] as [Store, Store];
          expect(recents(look(again[1]))).toEqual(recents(look(again[0])));
          for (const store of again) await store.redo(now);
          expect(recents(look(again[1]))).toEqual(recents(look(again[0])));
          while (again[1].undoable) for (const store of again) await store.undo(now);
          for (const store of again) expect(store.collection.notes.size).toBe(0);
          for (const store of again) await store.close();
        },
      ),
      { numRuns: 12 },
    );
  });

  it("gives its records back, whatever they were", async () => {
    const folder = tempFolder();
    const store = await openIn(folder);
    const { records } = large(777);
    await bring(store, folder, "all", large(777));
    const found = pairsOf(await gatherBulk(folder, { id: "all" }, Number.NEGATIVE_INFINITY));
    const sorted = (pairs: Pair[]) => pairs.map((pair) => JSON.stringify(pair)).sort();
    expect(sorted(found)).toEqual(sorted(pairsOf(records)));
    await store.close();
  });

  it("is read from its second copy where the first is damaged, and told of where both are", async () => {
    for (const both of [false, true]) {
      const folder = tempFolder();
      const store = await openIn(folder, { compact: async () => {} });
      await bring(store, folder, "hurt", large(600));
      await store.close();
      for (const copy of both ? ["log", "mirror"] : ["log"]) {
        const path = join(folder, copy, "hurt.bulk");
        const bytes = readFileSync(path);
        bytes[bytes.indexOf("text 300")] = 0x21;
        writeFileSync(path, bytes);
      }
      const again = await openIn(folder);
      expect(again.collection.notes.size).toBe(both ? 350 : 600);
      const said = both ? "1 part of the import “600 notes” could not" : "1 damaged line in hurt.bulk could be read";
      expect(again.problems).toEqual([expect.stringContaining(said)]);
      // Half a change is none.
      const undone = again.undo(now);
      if (both) await expect(undone).rejects.toMatchObject({ fault: { code: "notSaved" } });
      else expect((await undone)?.what).toBe("600 notes");
      expect(again.collection.notes.size).toBe(both ? 350 : 0);
      await again.close();
    }
  });

  it("that is damaged before it counts does not come to count", async () => {
    const folder = tempFolder();
    const store = await openIn(folder);
    const { records, ...change } = large(600);
    const bulk = await stageRecords(folder, "hurt", pairsOf(records));
    for (const copy of ["log", "mirror"]) truncateSync(join(folder, copy, "hurt.staged"), bulk.bytes - 300);
    await expect(store.commitStaged(change, bulk)).rejects.toMatchObject({ fault: { code: "notSaved" } });
    expect(store.collection.notes.size).toBe(0);
    await store.unstage("hurt");
    expect(readdirSync(join(folder, "log")).filter((name) => !name.endsWith(".jsonl"))).toEqual([]);
    await store.close();
  });

  it("of long records has short lines", async () => {
    const folder = tempFolder();
    const store = await openIn(folder);
    const records = {
      notes: Array.from({ length: 20 }, (_, i) => edit(`n${i}`, "é".repeat(200_000)).records.notes?.[0]),
    };
    const bulk = await bring(store, folder, "long", { ...large(0), records } as Change);
    expect(bulk.lines).toBe(10);
    expect(bulk.bytes).toBe(statSync(join(folder, "mirror", "long.bulk")).size);
    expect((await store.check()).problems).toEqual([]);
    await store.close();
  });

  it("is not taken back before what came after it, however late that was", async () => {
    const folder = tempFolder();
    const store = await openIn(folder);
    await bring(store, folder, "first", large(2_000));
    const undone = store.undo(now);
    await new Promise((done) => setImmediate(done));
    await store.commit(edit("late", "late"));
    expect((await undone)?.what).toBe("late");
    expect(store.collection.notes.size).toBe(2_000);
    expect((await store.undo(now))?.what).toBe("2000 notes");
    expect(store.collection.notes.size).toBe(0);
    expect((await store.check()).problems).toEqual([]);
    await store.close();
  });

  it("that no line names is gone at the next start, with its media; one that is named is not", async () => {
    const folder = tempFolder();
    const store = await openIn(folder);
    const media = new MediaStaging(folder, "one", now);
    const { hash } = await media.put("a.png", Buffer.from("not really a picture"));
    await media.flushed();
    expect(existsSync(join(folder, "media", hash))).toBe(false);
    await bring(store, folder, "one", large(3));
    expect(existsSync(join(folder, "media", hash))).toBe(true);
    expect(readdirSync(join(folder, "staging"))).toEqual([]);
    await stageRecords(folder, "two", pairsOf(large(3, 10).records));
    await new MediaStaging(folder, "two", now).put("b.png", Buffer.from("b"));
    await store.close();
    const again = await openIn(folder);
    expect(again.collection.notes.size).toBe(3);
    expect(readdirSync(join(folder, "log")).filter((name) => !name.endsWith(".jsonl"))).toEqual(["one.bulk"]);
    expect(readdirSync(join(folder, "staging"))).toEqual([]);
    await again.close();
  });

  it("that was named but not settled is settled at the next start", async () => {
    const folder = tempFolder();
    const store = await openIn(folder, { compact: async () => {} });
    await bring(store, folder, "cut", large(3));
    await store.close();
    for (const copy of ["log", "mirror"]) {
      writeFileSync(join(folder, copy, "cut.staged"), readFileSync(join(folder, copy, "cut.bulk")));
      rmSync(join(folder, copy, "cut.bulk"));
    }
    mkdirSync(join(folder, "staging", "cut"), { recursive: true });
    writeFileSync(join(folder, "staging", "cut", "a".repeat(64)), "x");
    const again = await openIn(folder);
    expect(again.collection.notes.size).toBe(3);
    expect(readdirSync(join(folder, "log")).filter((name) => !name.endsWith(".jsonl"))).toEqual(["cut.bulk"]);
    expect(existsSync(join(folder, "media", "a".repeat(64)))).toBe(true);
    await again.close();
  });
});

describe("a bulk that a line names, but that could not be settled", () => {
  const unsettled = async () => {
    const folder = tempFolder();
    const store = await openIn(folder, { compact: async () => {} });
    const media = new MediaStaging(folder, "cut", now);
    const { hash } = await media.put("a.png", Buffer.from("a"));
    await media.flushed();
    writeFileSync(join(folder, "media"), "in the way");
    await bring(store, folder, "cut", large(3));
    expect(store.collection.notes.size).toBe(3);
    await store.unstage("cut");
    expect(existsSync(join(folder, "staging", "cut", hash))).toBe(true);
    return { folder, store, hash };
  };

  it("stays, and is settled at the start at which that can be done", async () => {
    const { folder, store, hash } = await unsettled();
    await store.close();
    const still = await openIn(folder, { compact: async () => {} });
    expect(still.problems).toEqual([expect.stringContaining("could not be put in their place")]);
    expect(still.collection.notes.size).toBe(3);
    await still.close();
    rmSync(join(folder, "media"));
    const again = await openIn(folder);
    expect(again.problems).toEqual([]);
    expect(readFileSync(join(folder, "media", hash), "utf8")).toBe("a");
    expect(readdirSync(join(folder, "log")).filter((name) => !name.endsWith(".jsonl"))).toEqual(["cut.bulk"]);
    await again.close();
  });

  it("stays even if a snapshot holds its line", async () => {
    const { folder, store, hash } = await unsettled();
    await store.close();
    await compact({ folder, segments: await listSegments(folder), now });
    rmSync(join(folder, "media"));
    await stageRecords(folder, "orphan", pairsOf(large(1).records));
    const again = await openIn(folder);
    expect(existsSync(join(folder, "media", hash))).toBe(true);
    expect(readdirSync(join(folder, "log")).filter((name) => !name.endsWith(".jsonl"))).toEqual(["cut.bulk"]);
    expect((await again.undo(now))?.what).toBe("3 notes");
    await again.close();
  });
});

describe("media that are staged", () => {
  it("are not written if the collection has them whole, and mend those that are damaged", async () => {
    const folder = tempFolder();
    const store = await openIn(folder);
    const hashes = await Promise.all(["whole", "hurt"].map((text) => store.putMedia(Buffer.from(text))));
    writeFileSync(join(folder, "media", hashes[1] as string), "torn");
    const media = new MediaStaging(folder, "m", now);
    for (const text of ["whole", "hurt", "new", "new"]) await media.put(text, Buffer.from(text));
    await media.flushed();
    expect(readdirSync(join(folder, "staging", "m"))).toHaveLength(2);
    expect(media.path(hashes[0] as string)).toBe(store.mediaPath(hashes[0] as string));
    await bring(store, folder, "m", large(1));
    expect(readFileSync(join(folder, "media", hashes[1] as string), "utf8")).toBe("hurt");
    expect(readdirSync(join(folder, "media"))).toHaveLength(3);
    await store.close();
  });

  it("keep what Mneme cannot show, as bytes", async () => {
    const folder = tempFolder();
    const media = new MediaStaging(folder, "m", now);
    expect((await media.put("x.png", Buffer.from("<html>"))).type).toBe("application/octet-stream");
    expect((await media.put("x.txt", Buffer.from("GIF89a;"))).type).toBe("image/gif");
    await media.drop();
    expect(readdirSync(join(folder, "staging"))).toEqual([]);
  });

  it.each(["", "..", "../x", "a/b", "a.b", "x".repeat(65)])("never leave their folder: %j", (id) => {
    expect(() => new MediaStaging("/nowhere", id, now)).toThrow();
  });
});

test("who reads while another writes moves nothing, and sees no half of a change", async () => {
  const folder = tempFolder();
  const store = await openIn(folder, { compactAfter: 7 });
  let writing = true;
  const seen: number[] = [];
  const reading = (async () => {
    while (writing) {
      const { collection, problems } = await load(folder, { now, shared: true });
      expect(problems).toEqual([]);
      const { notes } = collection;
      // Each import has three hundred, each line one.
      const inBulks = [...notes.keys()].filter((id) => id.startsWith("n")).length;
      expect(inBulks % 300).toBe(0);
      seen.push(notes.size);
    }
  })();
  for (let i = 0; i < 12; i++) {
    for (let k = 0; k < 5; k++) await store.commit(edit(`single ${i} ${k}`, "x"));
    await bring(store, folder, `b${i}`, large(300, i * 300));
  }
  writing = false;
  await reading;
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  await store.close();
  writeFileSync(join(folder, "content.json"), "damaged");
  expect((await load(folder, { now, shared: true })).collection.notes.size).toBe(12 * 305);
  expect(readFileSync(join(folder, "content.json"), "utf8")).toBe("damaged");
  expect(existsSync(join(folder, "set-aside"))).toBe(false);
});

test("staging that is stopped leaves nothing", async () => {
  const folder = tempFolder();
  const store = await openIn(folder);
  const stop = new AbortController();
  function* slowly() {
    for (const [i, pair] of pairsOf(large(2000).records).entries()) {
      if (i === 1500) stop.abort();
      yield pair;
    }
  }
  await expect(stageRecords(folder, "no", slowly(), { signal: stop.signal })).rejects.toMatchObject({
    fault: { code: "stopped" },
  });
  expect(readdirSync(join(folder, "log")).filter((name) => !name.endsWith(".jsonl"))).toEqual([]);
  await store.close();
});

test("listeners hear of every change", async () => {
  const folder = tempFolder();
  const store = await openIn(folder);
  const heard: (Records | null)[] = [];
  const deaf = store.onCommit((records) => heard.push(records));
  await store.commit(edit("a", "x"));
  await bring(store, folder, "b", large(2));
  await store.undo(now);
  deaf();
  await store.commit(edit("c", "y"));
  expect(heard).toEqual([edit("a", "x").records, null, null]);
  await store.close();
});
