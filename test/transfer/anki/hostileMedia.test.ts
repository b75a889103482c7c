import { createHash } from "node:crypto";
import { BinaryWriter } from "@bufbuild/protobuf/wire";
import { describe, expect, it } from "vitest";
import { packFrame } from "../../../main/transfer/anki/zstd.ts";
import { ankiCollection, ankiDatabase, packageEntries } from "../../fixtures/ankiFiles.ts";
import { forgeZip } from "../../fixtures/zip.ts";
import { readBytes } from "./reading.ts";

const database = await ankiDatabase(ankiCollection(), "legacy2");
const newest = await ankiDatabase(ankiCollection(), "v3");
const packed = await packFrame(Buffer.from("picture"));
const text = (bytes: Uint8Array | undefined) => (bytes ? Buffer.from(bytes).toString() : undefined);
const sha1 = (of: string) => createHash("sha1").update(of).digest("hex");

/** A package of the middle generation with these files by name. */
async function withFiles(files: readonly (readonly [string, string])[]) {
  return readBytes(
    forgeZip(
      await packageEntries(
        "legacy2",
        database,
        files.map(([name, bytes]) => [name, Buffer.from(bytes)]),
      ),
    ),
  );
}

describe("names of media", () => {
  it.each(["../x.png", "/etc/x.png", "a/b.png", "a\\b.png", "C:x.png", "c:\\x.png", "x\0.png", ".", "..", ""])(
    "%j is refused, and its notes come in",
    async (name) => {
      const read = await withFiles([
        [name, "x"],
        ["good.png", "y"],
      ]);
      expect([...read.bytes.keys()]).toEqual(["good.png"]);
      expect(read.problems).toEqual([
        {
          place: expect.stringMatching(/^media file 1/),
          say: "It was left out: its name is a path, or none.",
          weight: "broken",
        },
      ]);
      expect(read.anki.notes).toHaveLength(2);
    },
  );

  it.each([
    ["what: a?.png", "what a.png"],
    ["caf\u0065\u0301.png", "café.png"],
    ["a\u00a0b.png", "a b.png"],
    ["con.png", "con_.png"],
    ["LPT1", "LPT1_"],
    ["x.", "x._"],
    ["x.png ", "x.png _"],
    ["tab\there.png", "tabhere.png"],
    [`${"é".repeat(80)}.png`, `${"é".repeat(58)}.png`],
  ])("%j becomes %j, and notes follow", async (name, here) => {
    const read = await withFiles([[name, "x"]]);
    expect([...read.bytes.keys()]).toEqual([here]);
    expect([...read.renamed]).toEqual([[name, here]]);
    expect(read.problems.map(({ say }) => say)).toEqual([expect.stringContaining(`“${here}”`)]);
    expect(Buffer.byteLength(here)).toBeLessThanOrEqual(120);
  });

  it.each([
    "__proto__",
    "constructor",
    "toString",
    "_font.woff2",
    "no ending",
    "😀.png",
    "\u202egnp.exe",
    "hasOwnProperty.png",
  ])("%j is a name like any other", async (name) => {
    const read = await withFiles([[name, "x"]]);
    expect([...read.bytes.keys()]).toEqual([name]);
    expect([read.problems, [...read.renamed]]).toEqual([[], []]);
  });

  it("that are the same but for case are one if their bytes are", async () => {
    const read = await withFiles([
      ["A.png", "x"],
      ["a.png", "x"],
      ["a.PNG", "y"],
      ["b.png", "x"],
    ]);
    const other = `a-${sha1("y")}.PNG`;
    expect([...read.bytes].map(([name, bytes]) => [name, text(bytes)])).toEqual([
      ["A.png", "x"],
      [other, "y"],
      ["b.png", "x"],
    ]);
    expect([...read.renamed]).toEqual([
      ["a.png", "A.png"],
      ["a.PNG", other],
    ]);
  });

  it("that come twice mean the first; the second is kept beside it", async () => {
    const entries = await packageEntries("legacy2", database, [
      ["a.png", Buffer.from("x")],
      ["b.png", Buffer.from("y")],
      ["c.png", Buffer.from("x")],
    ]);
    const list = { name: "media", data: '{"0": "a.png", "1": "a.png", "2": "a.png"}' };
    const read = await readBytes(forgeZip(entries.map((entry) => (entry.name === "media" ? list : entry))));
    expect([...read.bytes].map(([name, bytes]) => [name, text(bytes)])).toEqual([
      ["a.png", "x"],
      [`a-${sha1("y")}.png`, "y"],
    ]);
    expect([...read.renamed]).toEqual([]);
  });

  it("need not be numbered without gaps", async () => {
    const entries = (await packageEntries("legacy2", database)).filter(({ name }) => name !== "media");
    const list = { name: "media", data: '{"7": "a.png", "x": "b.png", "9": "lost.png", "-1": "c.png"}' };
    const read = await readBytes(forgeZip([...entries, { name: "7", data: "x" }, list]));
    expect([...read.bytes.keys()]).toEqual(["a.png"]);
    expect(read.problems.map(({ say }) => say)).toEqual(
      Array(3).fill("It is listed but not in the package; it was left out."),
    );
  });
});

describe("media of the newest packages", () => {
  interface Listed {
    name?: string;
    size?: number;
    sha1?: Uint8Array;
    entry?: number;
  }
  async function listed(files: readonly { data: Uint8Array; say: Listed }[], tail = new Uint8Array(0)) {
    const list = new BinaryWriter();
    for (const { say } of files) {
      list
        .tag(1, 2)
        .fork()
        .tag(1, 2)
        .string(say.name ?? "a.png")
        .tag(2, 0)
        .uint32(say.size ?? 0);
      if (say.sha1) list.tag(3, 2).bytes(say.sha1);
      if (say.entry !== undefined) list.tag(255, 0).uint32(say.entry);
      list.join();
    }
    const entries = (await packageEntries("v3", newest)).filter(({ name }) => name !== "media");
    const media = { name: "media", data: await packFrame(Buffer.concat([list.finish(), tail])) };
    return readBytes(forgeZip([...entries, ...files.map(({ data }, n) => ({ name: String(n), data })), media]));
  }
  const hash = createHash("sha1").update("picture").digest();

  it.each([
    ["whole", packed, { size: 7, sha1: hash }, []],
    ["without a hash", packed, { size: 7 }, []],
    ["under another number", packed, { size: 7, entry: 0 }, []],
    ["of another size", packed, { size: 8, sha1: hash }, ["It was left out: its size is not what the package says."]],
    ["of far more than its size", packed, { size: 3, sha1: hash }, [expect.stringMatching(/^It was left out: /)]],
    [
      "with another hash",
      packed,
      { size: 7, sha1: Buffer.alloc(20) },
      ["Its content is not what the package says of it; it was left out."],
    ],
    [
      "with a hash of another length",
      packed,
      { size: 7, sha1: Buffer.alloc(4) },
      ["Its content is not what the package says of it; it was left out."],
    ],
    [
      "not compressed",
      Buffer.from("picture"),
      { size: 7, sha1: hash },
      ["It was left out: it cannot be unpacked: it is damaged."],
    ],
    ["empty", Buffer.alloc(0), { size: 0, sha1: createHash("sha1").digest() }, []],
    ["that is nothing although it says something", Buffer.alloc(0), { size: 7 }, [expect.stringMatching(/left out/)]],
  ])("one %s", async (_, data, say, told) => {
    const read = await listed([{ data, say }]);
    expect(read.problems.map(({ say: sentence }) => sentence)).toEqual(told);
    expect(read.media).toHaveLength(told.length === 0 ? 1 : 0);
    expect(read.anki.notes).toHaveLength(2);
  });

  it("a list that is cut or no message refuses the package", async () => {
    await expect(listed([], Buffer.from([0x0a, 0x7f]))).rejects.toThrow(/list of media is damaged/);
    await expect(listed([], Buffer.from([0x0b]))).rejects.toThrow(/list of media is damaged/);
  });

  it("a name that is no UTF-8 is still a name", async () => {
    const list = new BinaryWriter()
      .tag(1, 2)
      .fork()
      .tag(1, 2)
      .bytes(Buffer.from([0x61, 0xff, 0x2e, 0x70]))
      .tag(2, 0)
      .uint32(7)
      .join();
    const entries = (await packageEntries("v3", newest)).filter(({ name }) => name !== "media");
    const read = await readBytes(
      forgeZip([...entries, { name: "0", data: packed }, { name: "media", data: await packFrame(list.finish()) }]),
    );
    expect([...read.bytes.keys()]).toEqual(["a\ufffd.p"]);
  });

  it.each([
    ["plain SQLite", newest],
    ["nothing", Buffer.alloc(0)],
    ["zeros", Buffer.alloc(1000)],
    ["a frame of nothing", Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x20, 0, 1, 0, 0])],
  ])("a collection that is %s is refused", async (_, data) => {
    const entries = await packageEntries("v3", newest);
    const forged = entries.map((entry) => (entry.name === "collection.anki21b" ? { ...entry, data } : entry));
    await expect(readBytes(forgeZip(forged))).rejects.toThrow(/damaged|empty/);
  });
});
