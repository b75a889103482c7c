import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { emptyCollection } from "../../main/core/collection.ts";
import { type Reading, standardLimits } from "../../main/transfer/format.ts";
import { formatOf } from "../../main/transfer/formats.ts";

const folder = await mkdtemp(join(tmpdir(), "mneme-formats-"));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const reading = (path: string, name: string): Reading => ({
  path,
  name,
  limits: standardLimits,
  staging: { put: () => Promise.reject(new Error("no media here")) },
  collection: emptyCollection(),
  options: null,
  calendar: { zone: "UTC", rolloverHour: 4 },
  now: 5,
  newId: () => "new",
  progress: () => {},
  signal: new AbortController().signal,
});

it("reads a deck of text as a parcel, its mistakes with their lines", async () => {
  const path = await file("Deck.md", "---\ntitle: Birds\n---\n\nQ: a\nA: b\nId: n1\n\n# Owls\n\nQ: c\nA: d\n\nQ: e\n");
  const format = await formatOf(path, "Deck.md");
  expect(format.id).toBe("markdown");
  const { decks, notes, problems } = await format.read(reading(path, "Deck.md"));
  expect(decks.map(({ name }) => name)).toEqual(["Birds", "Birds::Owls"]);
  expect(notes).toMatchObject([
    { id: "n1", deck: "Birds", fields: { Front: "a", Back: "b" }, position: 1 },
    { id: "new", deck: "Birds::Owls", nameless: true, position: 2 },
  ]);
  expect(problems).toMatchObject([{ place: "line 14", weight: "broken" }]);
});

it.each([
  ["empty.apkg", "", /it is empty/],
  ["pointer.apkg", "version https://git-lfs.github.com/spec/v1\noid sha256:aa\n", /Git LFS/],
  ["page.apkg", "<!DOCTYPE html><title>Sign in</title>", /web page/],
  ["thing.xyz", new Uint8Array([0, 1, 2, 3]), /no kind of deck that Mneme knows.*Nothing was changed.*\.md/],
])("%s is refused with its likely cause", async (name, content, words) => {
  await expect(formatOf(await file(name, content), name)).rejects.toThrow(words);
});

it("an empty folder, and what is not there, are refused", async () => {
  await mkdir(join(folder, "inside"));
  await expect(formatOf(join(folder, "inside"), "inside")).rejects.toThrow(/no deck in this folder/);
  await expect(formatOf(join(folder, "gone.md"), "gone.md")).rejects.toThrow(/there is no such file/);
});
