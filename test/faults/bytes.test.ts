import { readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { Change } from "../../main/contract/shapes.ts";
import { readCopies } from "../../main/store/readSegment.ts";
import { answer, edit, openIn, tempFolder } from "../store/changes.ts";

const answers = 32;
let name: string;
let whole: Buffer;
/** Where each line ends; the first is the header. */
let ends: number[];

// Short changes, so that every byte can be tried.
const change = (i: number): Change => ({ ...edit(`n${i}`, `é${i}`), what: `${i}` });
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const records = upTo(answers).map((i) => JSON.stringify(change(i).records));

/** The numbers of the lines read, and how many damaged places were told. A line that is read wrongly has number NaN. */
function read(log: Buffer | null, mirror: Buffer | null): { numbers: string; told: number } {
  const { lines, lost } = readCopies(name, log, mirror);
  const right = lines.map(({ n, records: found }) => (JSON.stringify(found) === records[n - 1] ? n : Number.NaN));
  return { numbers: right.join(), told: lost.length };
}

/** Whether all answers are read, and nothing is told. */
function isWhole(log: Buffer | null, mirror: Buffer | null): boolean {
  const { numbers, told } = read(log, mirror);
  return numbers === upTo(answers).join() && told === 0;
}

/** Tries every place; gives those where something is wrong. */
const wrongPlaces = (length: number, right: (at: number) => boolean) =>
  Array.from({ length }, (_, at) => at).filter((at) => !right(at));

async function write(): Promise<string> {
  const folder = tempFolder();
  const store = await openIn(folder);
  for (const i of upTo(answers)) await store.commit(change(i));
  await store.close();
  return folder;
}

beforeEach(async () => {
  const folder = await write();
  [name = ""] = readdirSync(join(folder, "log"));
  whole = readFileSync(join(folder, "log", name));
  ends = [...whole.entries()].filter(([, byte]) => byte === 10).map(([i]) => i + 1);
});

describe("the log, cut at every byte", () => {
  it("loses nothing with its mirror", () => {
    const cut = (at: number) => whole.subarray(0, at);
    // The two copies are read alike: for the other one a few places do.
    const right = (at: number) => isWhole(cut(at), whole) && (at % 7 > 0 || isWhole(whole, cut(at)));
    expect(wrongPlaces(whole.length + 1, right)).toEqual([]);
    expect(isWhole(null, whole)).toBe(true);
  });

  it("without a mirror keeps every line before the cut, and says nothing of what was never acknowledged", () => {
    const right = (at: number) => {
      // A line that lacks nothing but its newline is whole.
      const kept = ends.filter((end) => end - 1 <= at).length - 1;
      const { numbers, told } = read(whole.subarray(0, at), null);
      return numbers === upTo(Math.max(0, kept)).join() && told === 0;
    };
    expect(wrongPlaces(whole.length + 1, right)).toEqual([]);
  });
});

describe("every byte of the log, flipped", () => {
  const flipped = (at: number, mask: number) => {
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ mask;
    return bytes;
  };

  it("loses nothing with its mirror", () => {
    const right = (at: number) => {
      const bytes = flipped(at, 1 << (at % 8));
      return isWhole(bytes, whole) && (at % 7 > 0 || isWhole(whole, bytes));
    };
    expect(wrongPlaces(whole.length, right)).toEqual([]);
  });

  it("without a mirror loses that line, never reads it wrongly, and tells", () => {
    const right = (at: number) => {
      const { numbers, told } = read(flipped(at, 1 << (at % 8)), null);
      const line = ends.findIndex((end) => at < end);
      const hit = whole[at] === 10 ? [line, line + 1] : [line];
      const rest = upTo(answers).filter((n) => !hit.includes(n));
      // Damage to the last newline looks like a write that was cut short.
      return numbers === rest.join() && (told > 0 || at === whole.length - 1);
    };
    expect(wrongPlaces(whole.length, right)).toEqual([]);
  });

  it("in both copies is set aside and told; the rest is read", async () => {
    const folder = await write();
    const [segment = ""] = readdirSync(join(folder, "log"));
    const at = (ends[6] ?? 0) + 20;
    for (const copy of ["log", "mirror"]) writeFileSync(join(folder, copy, segment), flipped(at, 1));
    const store = await openIn(folder);
    expect([...store.collection.notes.keys()]).toEqual(
      upTo(answers)
        .filter((n) => n !== 7)
        .map((n) => `n${n}`),
    );
    expect(store.problems).toEqual([expect.stringMatching(/^1 damaged line in .* set aside\. All else is here\.$/)]);
    const [aside = ""] = readdirSync(join(folder, "set-aside"));
    expect(readFileSync(join(folder, "set-aside", aside), "utf8")).toContain('"n7"');
    expect((await store.check()).problems).not.toEqual([]);
    await store.close();
  });
});

it("goes on after a cut: nothing is appended to a torn tail", async () => {
  for (let cut = 1; cut < 700; cut += 61) {
    const folder = await write();
    const [segment = ""] = readdirSync(join(folder, "log"));
    for (const copy of ["log", "mirror"]) truncateSync(join(folder, copy, segment), whole.length - cut);
    const torn = await openIn(folder);
    const kept = torn.collection.notes.size;
    expect(kept).toBe(ends.filter((end) => end - 1 <= whole.length - cut).length - 1);
    expect(torn.problems).toEqual([]);
    await torn.commit(answer(1));
    await torn.close();
    const store = await openIn(folder);
    expect([store.collection.notes.size, store.collection.cards.size]).toEqual([kept, 1]);
    expect(await store.check()).toEqual({ lines: kept + 1, problems: [] });
    await store.close();
  }
});
