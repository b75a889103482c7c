import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { Media } from "../../../main/contract/shapes.ts";
import { emptyCollection } from "../../../main/core/collection.ts";
import type { Parcel } from "../../../main/core/parcel/parcel.ts";
import { anki2, apkg, colpkg } from "../../../main/transfer/anki/format.ts";
import { type Format, standardLimits } from "../../../main/transfer/format.ts";
import { formatOf } from "../../../main/transfer/formats.ts";
import { ankiCollection, ankiDatabase, ankiPackage, generations } from "../../fixtures/ankiFiles.ts";

const folder = await mkdtemp(join(tmpdir(), "mneme-anki-"));
afterAll(() => rm(folder, { recursive: true }));

const zip = Buffer.from("PK\x03\x04 and more", "latin1");
const database = await ankiDatabase(ankiCollection(), "legacy2");
const common = {
  calendar: { zone: "UTC", rolloverHour: 4 },
  now: Date.UTC(2026, 10, 25),
  progress() {},
  signal: new AbortController().signal,
};
const kept = new Map<string, Uint8Array>();
const staging = {
  async put(name: string, bytes: Uint8Array): Promise<Media> {
    const hash = createHash("sha256").update(bytes).digest("hex");
    kept.set(hash, Uint8Array.from(bytes));
    return { id: name, hash, size: bytes.length, type: "image/png", added: 0 };
  },
};
const read = (format: Format, path: string) =>
  format.read({
    ...common,
    path,
    name: "x",
    limits: standardLimits,
    staging,
    collection: emptyCollection(),
    options: null,
    newId: () => "new",
  });

it.each<[string, Uint8Array, string]>([
  ["deck.apkg", zip, "apkg"],
  ["Deck.APKG", zip, "apkg"],
  ["all.colpkg", zip, "colpkg"],
  ["collection.apkg", zip, "colpkg"],
  ["backup-2024-01-01-12.00.00.apkg", zip, "colpkg"],
  ["my backup-1.apkg", zip, "apkg"],
  ["download", await ankiPackage("v3"), "apkg"],
  ["collection.anki2", database, "anki2"],
  ["collection.anki21", database, "anki2"],
  ["unnamed", database, "anki2"],
  ["broken.apkg", Buffer.alloc(100), "apkg"],
  ["broken.anki2", Buffer.alloc(100), "anki2"],
  ["deck.md", Buffer.from("Q: a\nA: b\n"), "markdown"],
])("%s is recognised", async (name, bytes, id) => {
  await writeFile(join(folder, name), bytes);
  expect((await formatOf(join(folder, name), name)).id).toBe(id);
});

/** What is kept as JSON by its value; what only one generation says is left out. */
function byValue(parcel: Parcel): unknown {
  return JSON.parse(JSON.stringify({ ...parcel, kept: null }), (key, value: unknown) => {
    if (key === "mneme18") return undefined;
    return key === "anki" && typeof value === "string" ? JSON.parse(value) : value;
  });
}

it.each(generations)("a parcel of generation %s goes out again in either, as it came", async (generation) => {
  const path = join(folder, "in.apkg");
  await writeFile(path, await ankiPackage(generation, ankiCollection(), [["a.png", Buffer.from("picture")]]));
  const parcel = await read(apkg, path);
  expect(parcel.notes).toHaveLength(2);
  for (const older of [true, false]) {
    const out = join(folder, `out-${older}.apkg`);
    const options = { schedule: true, presets: true, media: true, older, html: true };
    const media = async (hash: string) => kept.get(hash) as Uint8Array;
    expect(await apkg.write?.(parcel, { ...common, path: out, media, options })).toEqual([]);
    expect(byValue(await read(apkg, out))).toEqual(byValue(parcel));
  }
});

it("a collection that Anki has open is not read in part", async () => {
  const path = join(folder, "open.anki2");
  await writeFile(path, database);
  await writeFile(`${path}-wal`, "pages");
  await expect(read(anki2, path)).rejects.toThrow(/Anki has it open/);
  await writeFile(`${path}-wal`, "");
  expect((await read(anki2, path)).notes).toHaveLength(2);
});

it("what cannot be written says why, and leaves nothing", async () => {
  const path = join(folder, "gone", "out.colpkg");
  const options = { schedule: true, presets: true, media: true, older: false, html: true };
  const parcel = await read(apkg, join(folder, "in.apkg"));
  const attempt = colpkg.write?.(parcel, { ...common, path, media: async () => new Uint8Array(0), options });
  await expect(attempt).rejects.toThrow(/there is no such folder/);
  expect(await readdir(folder)).not.toContain("gone");
});
