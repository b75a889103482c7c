import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { newCard } from "../../main/core/collection.ts";
import { type Pair, stageRecords } from "../../main/store/bulk.ts";
import { MediaStaging } from "../../main/store/staging.ts";
import { answer, openIn, type Trouble, TroubledDisk, tempFolder } from "../store/changes.ts";

const kinds: Trouble[] = ["open", "write", "short write", "flush"];
const codes = ["EIO", "ENOSPC", "EROFS"];

for (const kind of kinds) {
  it.each(codes)(
    `${kind} fails with %s, one to four times, at any moment: said, and undone in memory and on disk`,
    async (code) => {
      for (const left of [1, 2, 3, 4]) {
        for (const moment of [0, 1, 3]) {
          const folder = tempFolder();
          const disk = new TroubledDisk();
          let store = await openIn(folder, { open: disk.open });
          const saved: string[] = [];
          for (let i = 0; i < 8; i++) {
            if (i === moment) Object.assign(disk, { kind, code, left });
            const refused = await store.commit(answer(i)).catch((error) => error);
            if (refused) expect(refused.fault).toMatchObject({ code: "notSaved" });
            else saved.push(`n/${i}`);
            expect([...store.collection.cards.keys()]).toEqual(saved);
          }
          expect(saved.length).toBeGreaterThanOrEqual(6);
          expect((await store.check()).problems).toEqual([]);
          await store.close();
          store = await openIn(folder);
          expect([...store.collection.cards.keys()]).toEqual(saved);
          expect(store.problems).toEqual([]);
          await store.close();
        }
      }
    },
  );
}

it("one refusal is answered by a second try in a new segment, unseen by the person", async () => {
  const folder = tempFolder();
  const disk = new TroubledDisk();
  const store = await openIn(folder, { open: disk.open });
  await store.commit(answer(1));
  Object.assign(disk, { kind: "flush", left: 1 });
  await store.commit(answer(2));
  expect(readdirSync(join(folder, "log"))).toHaveLength(2);
  expect(await store.reviewsOf(["n/2"])).toHaveLength(1);
  await store.undo(1);
  expect(store.undoable?.what).toBe("card 1");
  await store.close();
});

it("an answer that was refused does not come back when the app is closed and opened", async () => {
  const folder = tempFolder();
  const disk = new TroubledDisk();
  let store = await openIn(folder, { open: disk.open });
  await store.commit(answer(1));
  Object.assign(disk, { kind: "flush", left: 3 });
  await expect(store.commit(answer(2))).rejects.toThrow("Not saved");
  disk.left = 0;
  await store.close();
  store = await openIn(folder);
  expect([...store.collection.cards.keys()]).toEqual(["n/1"]);
  await store.close();
});

/** Why a small disk cannot be made here; null if it can. */
function noTmpfs(): string | null {
  if (process.platform !== "linux") return "only Linux has tmpfs";
  if (process.getuid?.() !== 0) return "only root may mount";
  const probe = join("/tmp", `mneme-probe-${process.pid}`);
  try {
    execFileSync("sh", ["-c", `mkdir ${probe} && mount -t tmpfs none ${probe} && umount ${probe}`], { stdio: "pipe" });
    return null;
  } catch {
    return "mounting is not allowed here";
  } finally {
    execFileSync("rm", ["-rf", probe]);
  }
}

const why = noTmpfs();
it.skipIf(why)(
  `a disk that is really full${why ? ` (NOT RUN: ${why})` : ""}: said, and goes on when there is room`,
  async () => {
    const folder = tempFolder();
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=96k", "none", folder]);
    try {
      let store = await openIn(folder);
      let i = 0;
      let refusals = 0;
      while (refusals < 5 && i < 1_000) {
        i += 1;
        await store.commit(answer(i)).catch((error) => {
          expect(error.fault).toEqual({ code: "notSaved", detail: "the disk is full" });
          refusals += 1;
        });
      }
      const saved = [...store.collection.cards.keys()];
      expect(saved.length).toBeGreaterThan(10);
      expect(readdirSync(join(folder, "log")).length).toBeLessThan(4);
      execFileSync("mount", ["-o", "remount,size=1m", folder]);
      await store.commit(answer(1_000));
      expect((await store.check()).problems).toEqual([]);
      await store.close();
      store = await openIn(folder);
      expect([...store.collection.cards.keys()]).toEqual([...saved, "n/1000"]);
      await store.close();
    } finally {
      execFileSync("umount", ["-l", folder]);
    }
  },
);

it.skipIf(why)(
  `an import that does not fit on the disk${why ? ` (NOT RUN: ${why})` : ""}: said, nothing of it is left, and studying goes on`,
  async () => {
    const folder = tempFolder();
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=2m", "none", folder]);
    try {
      const store = await openIn(folder);
      await store.commit(answer(1));
      const before = readdirSync(folder, { recursive: true }).sort();
      const pairs: Pair[] = Array.from({ length: 30_000 }, (_, i) => ["cards", null, newCard("many", i)]);
      const full = { fault: { code: "notSaved", detail: "the disk is full" } };
      await expect(stageRecords(folder, "much", pairs)).rejects.toMatchObject(full);
      const staging = new MediaStaging(folder, "much", 0);
      // A disk keeps room for the log: so small a one takes no media at all.
      await staging.put("a", Buffer.from("a")).catch(() => {});
      await expect(staging.flushed()).rejects.toMatchObject({ fault: { code: "notSaved" } });
      await staging.drop();
      expect(readdirSync(folder, { recursive: true }).sort()).toEqual([...before, "staging"].sort());
      await store.commit(answer(2));
      expect((await store.check()).problems).toEqual([]);
      await store.close();
    } finally {
      execFileSync("umount", ["-l", folder]);
    }
  },
);

it("an import whose line cannot be written is not there, now or after a restart", async () => {
  const folder = tempFolder();
  const disk = new TroubledDisk();
  const store = await openIn(folder, { open: disk.open });
  await store.commit(answer(1));
  const bulk = await stageRecords(folder, "lost", [["cards", null, newCard("lost", 0)]]);
  Object.assign(disk, { kind: "flush", left: 3 });
  const change = { at: 0, offset: 0, op: "import" as const, what: "lost" };
  await expect(store.commitStaged(change, bulk)).rejects.toThrow("Not saved");
  expect([...store.collection.cards.keys()]).toEqual(["n/1"]);
  disk.left = 0;
  await store.close();
  const again = await openIn(folder);
  expect([...again.collection.cards.keys()]).toEqual(["n/1"]);
  expect(readdirSync(join(folder, "log")).filter((name) => !name.endsWith(".jsonl"))).toEqual([]);
  await again.close();
});
