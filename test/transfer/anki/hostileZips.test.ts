import { describe, expect, it } from "vitest";
import { ankiCollection, ankiDatabase, databaseEntry, generations, packageEntries } from "../../fixtures/ankiFiles.ts";
import { type Forged, forgeZip } from "../../fixtures/zip.ts";
import { readBytes } from "./reading.ts";

const database = await ankiDatabase(ankiCollection(), "legacy2");
const good = () => packageEntries("legacy2", database, [["a.png", Buffer.from("picture")]]);

/** The entries of a sound package, one of them changed. */
async function changed(name: string, more: Partial<Forged>): Promise<Buffer> {
  return forgeZip((await good()).map((entry) => (entry.name === name ? { ...entry, ...more } : entry)));
}
const without = async (name: string) => forgeZip((await good()).filter((entry) => entry.name !== name));
const also = async (...more: Forged[]) => forgeZip([...(await good()), ...more]);
const zeros = Buffer.alloc(2 ** 24);

const refused: [what: string, bytes: () => Promise<Uint8Array>, sentence: RegExp][] = [
  ["an empty file", async () => Buffer.alloc(0), /it is no zip archive, or its end is missing/],
  [
    "a pointer of Git LFS",
    async () => Buffer.from("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"),
    /no zip archive/,
  ],
  ["half a package", async () => (await also()).subarray(0, 20_000), /no zip archive/],
  ["a package without its last byte", async () => (await also()).subarray(0, -1), /no zip archive/],
  ["bytes behind the archive", async () => Buffer.concat([await also(), Buffer.from("more")]), /no zip archive/],
  [
    "bytes before the archive",
    async () => forgeZip(await good(), { before: Buffer.from("MZ program") }),
    /list of files is damaged/,
  ],
  [
    "an end of archive inside its comment",
    async () => forgeZip(await good(), { comment: Buffer.from("PK\x05\x06".padEnd(22, "\0"), "latin1") }),
    /cannot be imported/,
  ],
  ["an encrypted collection", () => changed("collection.anki21", { flags: 1 }), /it is encrypted \(entry 2\)/],
  ["an encrypted media file", () => changed("0", { flags: 1, packedSize: 19 }), /it is encrypted \(entry 4\)/],
  ["bzip2", () => changed("collection.anki21", { method: 12 }), /packed by a method that no Anki package uses \(12\)/],
  ["LZMA", () => changed("0", { method: 14 }), /packed by a method that no Anki package uses \(14\)/],
  ["a link", () => changed("0", { mode: 0o120777, data: "/etc/passwd" }), /holds a link instead of a file/],
  ["two collections", async () => also({ name: "collection.anki21", data: "x" }), /“collection.anki21” is in it twice/],
  ["two dummies", async () => also({ name: "collection.anki2", data: "x" }), /“collection.anki2” is in it twice/],
  ["two media lists", async () => also({ name: "media", data: "{}" }), /“media” is in it twice/],
  ["no collection", async () => forgeZip([{ name: "media", data: "{}" }]), /there is no collection in it/],
  [
    "no collection of the declared version",
    () => without("collection.anki21"),
    /its collection is missing \(collection.anki21\)/,
  ],
  [
    "a collection only in a folder",
    async () => forgeZip([{ name: "deck/collection.anki2", data: database }]),
    /no collection in it/,
  ],
  ["meta of version 0", () => changed("meta", { data: Buffer.of(8, 0) }), /newer version of Anki/],
  ["meta of version 4", () => changed("meta", { data: Buffer.of(8, 4) }), /newer version of Anki/],
  ["empty meta", () => changed("meta", { data: "" }), /newer version of Anki/],
  ["meta that is no message", () => changed("meta", { data: "garbage" }), /newer version of Anki/],
  [
    "meta that promises what is not there",
    () => changed("meta", { data: Buffer.of(8, 3) }),
    /its collection is missing \(collection.anki21b\)/,
  ],
  [
    "a new collection without meta",
    async () =>
      forgeZip([...(await good()), { name: "collection.anki21b", data: "x" }].filter(({ name }) => name !== "meta")),
    /a part is missing \(meta\)/,
  ],
  ["a flipped bit in the collection", () => changed("collection.anki21", { crc: 1 }), /its checksum is wrong/],
  ["a collection that is cut", () => changed("collection.anki21", { packedSize: 100 }), /damaged/],
  [
    "more in the collection than declared",
    () => changed("collection.anki21", { data: zeros, deflate: true, size: 100 }),
    /damaged|MB/,
  ],
  [
    "less in the collection than declared",
    () => changed("collection.anki21", { size: database.length + 1 }),
    /damaged/,
  ],
  ["a media list that is no JSON", () => changed("media", { data: "{" }), /its list of media is damaged/],
  ["a media list that is a list", () => changed("media", { data: '["a.png"]' }), /its list of media is damaged/],
  ["a media list of numbers", () => changed("media", { data: '{"0": 1}' }), /its list of media is damaged/],
  [
    "a media list that is no UTF-8",
    () => changed("media", { data: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]) }),
    /list of media is damaged/,
  ],
];

describe("what is refused as a whole", () => {
  it.each(refused)("%s", async (_, bytes, sentence) => {
    await expect(readBytes(await bytes())).rejects.toThrow(sentence);
    await expect(readBytes(await bytes())).rejects.toThrow(
      /^“x\.apkg” cannot be imported: .*\. Nothing was changed\. .+[.”]$/,
    );
  });
});

describe("what asks for too much", () => {
  const small = { collection: 2 ** 20, file: 2 ** 20, total: 4 * 2 ** 20, entries: 50 };
  const large = { name: "collection.anki21", data: zeros, deflate: true };

  it.each<[string, () => Promise<Uint8Array>, RegExp]>([
    ["a collection that says so", async () => changed("collection.anki21", large), /unpacks to more than 1 MB/],
    [
      "a collection that lies about it",
      async () => changed("collection.anki21", { ...large, size: 1000 }),
      /MB|damaged/,
    ],
    [
      "a media file that says so",
      async () => changed("0", { data: zeros, deflate: true }),
      /unpacks to more than 1 MB/,
    ],
    ["a media list that says so", async () => changed("media", { size: 2 ** 31 }), /unpacks to more than|damaged/],
    [
      "many files",
      async () => also(...Array.from({ length: 60 }, (_, n) => ({ name: `${n + 1}`, data: "x" }))),
      /it holds 65 files; at most 50/,
    ],
    [
      "entries that share their bytes",
      async () => {
        const many = Array.from({ length: 40 }, (_, n) => ({
          name: `${n + 1}`,
          data: Buffer.alloc(2 ** 20 - 1, n),
          deflate: true,
        }));
        const shared = many.map((entry, n) => ({
          ...entry,
          data: many[0]?.data as Buffer,
          ...(n > 0 ? { sameAs: 4 } : {}),
        }));
        const list = Object.fromEntries(shared.map(({ name }) => [name, `${name}.png`]));
        const entries = (await good()).filter(({ name }) => name !== "media");
        return forgeZip([...entries, ...shared, { name: "media", data: JSON.stringify(list) }]);
      },
      /unpacks to more than \d MB/,
    ],
  ])("%s", async (_, bytes, sentence) => {
    await expect(readBytes(await bytes(), { limits: small })).rejects.toThrow(sentence);
  });
});

describe("what does no harm", () => {
  it("names of entries that are paths are looked at by nobody", async () => {
    const names = ["../x", "/etc/x", "a\\b", "C:\\x", "..\\..\\x", "a/../../x", "\0", "__proto__", "con"];
    const read = await readBytes(await also(...names.map((name) => ({ name, data: "x" }))));
    expect(read.anki.notes).toHaveLength(2);
    expect([...read.bytes.keys()]).toEqual(["a.png"]);
    expect(read.problems).toEqual([
      { place: "package", say: expect.stringMatching(/^9 files in it are in no list/), weight: "suspicious" },
    ]);
  });

  it("a media file that is there twice is taken once", async () => {
    const read = await readBytes(await also({ name: "0", data: "other" }));
    expect(Buffer.from(read.bytes.get("a.png") ?? []).toString()).toBe("picture");
    expect(read.problems.map(({ say }) => say)).toEqual([expect.stringMatching(/there twice were taken once: 0/)]);
  });

  it("a package without a media list has no media", async () => {
    const read = await readBytes(await without("media"));
    expect([read.anki.notes.length, read.media.length]).toEqual([2, 0]);
  });

  it.each(generations)("any flipped byte of generation %s is refused, told, or without effect", async (generation) => {
    const bytes = forgeZip(
      await packageEntries(generation, await ankiDatabase(ankiCollection(), generation), [
        ["a.png", Buffer.from("picture")],
      ]),
    );
    const whole = await readBytes(bytes);
    let unnoticed = 0;
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 60)) {
      const flipped = Uint8Array.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 0x40;
      const read = await readBytes(flipped).catch((error: Error) => error);
      if (read instanceof Error) expect(read.message).toMatch(/cannot be imported/);
      else if (read.problems.length === 0) {
        // Dates, and the dummy that nobody reads.
        expect(read.anki).toEqual(whole.anki);
        unnoticed++;
      }
    }
    expect(unnoticed).toBeLessThan(60);
  });

  it("the dummy beside a newer collection is never read", async () => {
    const read = await readBytes(await changed("collection.anki2", { data: "no database" }));
    expect(read.anki.notes).toHaveLength(2);
    const bare = (await good()).filter(({ name }) => name !== "meta");
    expect((await readBytes(forgeZip(bare))).anki.notes).toHaveLength(2);
    expect(databaseEntry.legacy2).toBe("collection.anki21");
  });
});
