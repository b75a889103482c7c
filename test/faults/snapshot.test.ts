import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Failure } from "../../main/contract/faults.ts";
import { compact } from "../../main/store/compact.ts";
import { listSegments } from "../../main/store/readSegment.ts";
import { answer, edit, now, openIn, tempFolder } from "../store/changes.ts";

/** A folder with two generations of both snapshot files, and lines after them. */
async function build(): Promise<string> {
  const folder = tempFolder();
  for (let round = 0; round < 3; round++) {
    const store = await openIn(folder);
    for (let i = 0; i < 4; i++) await store.commit(answer(10 * round + i));
    await store.commit(edit(`n${round}`, `note ${round}`));
    await store.close();
    if (round < 2) await compact({ folder, segments: await listSegments(folder), now });
  }
  return folder;
}

const files = ["content.json", "content.json.prev", "progress.json", "progress.json.prev"];
const contents = async (folder: string) => {
  const store = await openIn(folder);
  const { problems } = store;
  const check = await store.check();
  await store.close();
  return { cards: store.collection.cards.size, notes: store.collection.notes.size, problems, check: check.problems };
};
const all = { cards: 12, notes: 3, check: [] };

describe("a damaged snapshot", () => {
  it("has every file that the other tests damage", async () => {
    expect(readdirSync(await build())).toEqual(expect.arrayContaining(files));
  });

  const damages: [string, (text: string) => string][] = [
    ["no JSON", () => "hello"],
    ["empty", () => ""],
    ["zeros", (text) => "\0".repeat(text.length)],
    ["cut in half", (text) => text.slice(0, text.length / 2)],
    ["valid JSON of something else", () => '{"v":1}\n'],
    ["one digit off", (text) => text.replace('"reps"', '"rops"').replace('"note 0"', '"note 9"')],
  ];
  for (const [what, damage] of damages) {
    it.each([["progress.json"], ["content.json"]])(
      `(${what}) is set aside untouched, and nothing is lost: %s`,
      async (name) => {
        const folder = await build();
        const damaged = damage(readFileSync(join(folder, name), "utf8"));
        writeFileSync(join(folder, name), damaged);
        expect(await contents(folder)).toEqual({ ...all, problems: [expect.stringContaining(name)] });
        const [aside = ""] = readdirSync(join(folder, "set-aside"));
        expect(readFileSync(join(folder, "set-aside", aside), "utf8")).toBe(damaged);
        expect(await contents(folder)).toEqual({ ...all, problems: [] });
      },
    );
  }

  it("cut or flipped anywhere is noticed", async () => {
    const folder = await build();
    const name = join(folder, "progress.json");
    const bytes = readFileSync(name);
    for (let at = 0; at < bytes.length; at += 41) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 4;
      for (const damaged of [bytes.subarray(0, at), flipped]) {
        writeFileSync(name, damaged);
        expect(await contents(folder)).toEqual({ ...all, problems: [expect.stringContaining("progress.json")] });
      }
    }
  });

  it("with no log beside it: Mneme starts empty and keeps the file", async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, "progress.json"), "hello");
    const { problems, ...rest } = await contents(folder);
    expect(rest).toEqual({ cards: 0, notes: 0, check: [] });
    expect(problems).toHaveLength(1);
    expect(readdirSync(join(folder, "set-aside"))).toHaveLength(1);
  });
});

describe("any files missing", () => {
  for (let mask = 1; mask < 1 << files.length; mask++) {
    const gone = files.filter((_, i) => mask & (1 << i));
    it(gone.join(", "), async () => {
      const folder = await build();
      for (const name of gone) rmSync(join(folder, name));
      expect(await contents(folder)).toEqual({ ...all, problems: [] });
    });
  }

  it.each([["log"], ["mirror"]])("the whole %s", async (copy) => {
    const folder = await build();
    for (const name of [copy, "content.json", "progress.json.prev"]) rmSync(join(folder, name), { recursive: true });
    expect(await contents(folder)).toEqual({ ...all, problems: [] });
  });
});

it("a compaction that stops at any step leaves all there is", async () => {
  // Each state that the folder can have between the two renames of each of the two files.
  for (const state of [1, 2, 3]) {
    const folder = await build();
    const before = new Map(files.map((name) => [name, readFileSync(join(folder, name))]));
    await compact({ folder, segments: await listSegments(folder), now });
    const restore = (name: string) => writeFileSync(join(folder, name), before.get(name) ?? "");
    if (state <= 2) for (const name of ["progress.json", "progress.json.prev"]) restore(name);
    if (state === 1) rmSync(join(folder, "content.json"));
    if (state === 3) rmSync(join(folder, "progress.json"));
    expect(await contents(folder)).toEqual({ ...all, problems: [] });
    await compact({ folder, segments: await listSegments(folder), now });
    expect(await contents(folder)).toEqual({ ...all, problems: [] });
  }
});

it("what a newer Mneme wrote is refused, and left as it is", async () => {
  const { seal } = await import("../../main/store/seal.ts");
  const folder = await build();
  const { version } = await import("../../main/store/line.ts");
  const newer = `${seal(JSON.stringify({ v: version + 1, covers: {} }))}\n`;
  writeFileSync(join(folder, "progress.json"), newer);
  const refused = await openIn(folder).catch((error: Failure) => error);
  expect(refused).toMatchObject({ fault: { code: "folder", detail: expect.stringContaining("newer Mneme") } });
  expect(readFileSync(join(folder, "progress.json"), "utf8")).toBe(newer);
});

it("a compaction that fails changes nothing, and the next one succeeds", async () => {
  const folder = tempFolder();
  let tries = 0;
  const failing = async (task: Parameters<typeof compact>[0]) => {
    tries += 1;
    if (tries === 1) throw new Error("no");
    await compact(task);
  };
  const store = await openIn(folder, { compact: failing, compactAfter: 3 });
  for (let i = 0; i < 3; i++) await store.commit(answer(i));
  await store.check();
  for (let i = 3; i < 7; i++) await store.commit(answer(i));
  await store.close();
  expect(tries).toBe(2);
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(["content.json", "progress.json"]));
  expect(await contents(folder)).toMatchObject({ cards: 7, problems: [], check: [] });
});
