import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Opened, opened } from "./opened.ts";

let app: Opened;
beforeEach(async () => {
  app = await opened("2026-11-23T19:00:00+01:00");
});
afterEach(() => app.end());

const gif = (text: string) => new TextEncoder().encode(`GIF89a${text}`);

it("a file comes in as one change, which is there after a restart and can be taken back", async () => {
  expect(await app.ask("addMedia", { name: "map.gif", bytes: gif("1") })).toEqual({ name: "map.gif" });
  expect(await app.ask("addMedia", { name: "map.gif", bytes: gif("1") })).toEqual({ name: "map.gif" });
  const { name } = await app.ask("addMedia", { name: "map.gif", bytes: gif("2") });
  expect(name).toMatch(/^map-[0-9a-f]{8}\.gif$/);
  await app.reopen();
  expect([...app.collection().media.keys()]).toEqual(["map.gif", name]);
  expect(await app.ask("undo", {})).toMatchObject({ done: { op: "media", what: name } });
  expect([...app.collection().media.keys()]).toEqual(["map.gif"]);
  await app.ask("redo", {});
  expect((await app.ask("check", {})).problems).toEqual([]);
});

it("what is no media is refused with a sentence, and leaves nothing behind", async () => {
  const reply = await app.call("addMedia", { name: "photo.png", bytes: new TextEncoder().encode("<html>") });
  expect(reply).toMatchObject({ ok: false, say: expect.stringMatching(/photo\.png.*Nothing was changed/) });
  expect(await readdir(app.folder)).not.toContain("media");
});

it("check says which file is damaged", async () => {
  await app.ask("addMedia", { name: "map.gif", bytes: gif("1") });
  const { hash } = app.collection().media.get("map.gif") ?? { hash: "" };
  await writeFile(join(app.folder, "media", hash), "GIF89a?");
  expect((await app.ask("check", {})).problems).toEqual([expect.stringMatching(/map\.gif.*damaged/)]);
});
