import { expect, it } from "vitest";
import type { Media } from "../../main/contract/shapes.ts";
import { Faces } from "../../main/faces.ts";
import { stageRecords } from "../../main/store/bulk.ts";
import { MediaStaging } from "../../main/store/staging.ts";
import { now, openIn, tempFolder } from "../store/changes.ts";

it("what a package brings beside images, sounds, videos and fonts is kept, and never served", async () => {
  const folder = tempFolder();
  const store = await openIn(folder);
  const staging = new MediaStaging(folder, "import", now);
  const files = { "dot.gif": "GIF89a", "page.gif": "<html>", "page.html": "<html>", "plain.txt": "GIF89a too" };
  const brought: Media[] = [];
  for (const [name, text] of Object.entries(files)) brought.push(await staging.put(name, Buffer.from(text)));
  await staging.flushed();
  const bulk = await stageRecords(
    folder,
    "import",
    brought.map((media) => ["media", null, media]),
  );
  await store.commitStaged({ at: now, offset: 60, op: "import", what: "four files" }, bulk);
  expect([...store.collection.media.keys()]).toEqual(Object.keys(files));
  expect((await store.check()).problems).toEqual([]);
  const faces = new Faces(store);
  const types = await Promise.all(Object.keys(files).map(async (name) => (await faces.media(name))?.type ?? null));
  expect(types).toEqual(["image/gif", null, null, "image/gif"]);
  await store.close();
});
