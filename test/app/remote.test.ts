import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { FramedFace } from "../../main/contract/face.ts";
import { type Opened, opened } from "./opened.ts";

let app: Opened;
let server: Server;
let origin: string;
beforeEach(async () => {
  server = createServer(({ url }, response) => {
    if (url === "/gone.gif") response.writeHead(404).end();
    else response.end(Buffer.from(`GIF89a${url}`, "latin1"));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  app = await opened("2026-11-23T19:00:00+01:00");
});
afterEach(async () => {
  await app.end();
  server.close();
});

async function face(deck: string): Promise<{ card: string; face: FramedFace }> {
  const [first] = (await app.ask("study", { deck })).ahead;
  if (first?.face.type !== "framed") throw new Error("no framed card");
  return { card: first.card, face: first.face };
}

it("images of the web are counted, fetched once as one change, and shown from then on; the notes stay as they are", async () => {
  const text = `---\ntitle: Far\n---\n\nQ: ![a](${origin}/a.gif) ![b](${origin}/b.gif)\nA: ![gone](${origin}/gone.gif)\nId: one\n`;
  await app.ask("importDeck", { name: "far.md", text });
  const deck = (await app.ask("decks", {})).find(({ path }) => path[0] === "Far")?.id ?? "";
  const before = await face(deck);
  expect(before.face.remote).toBe(3);
  const { card } = before;
  const host = new URL(origin).host;
  expect(await app.ask("remoteImages", { card })).toMatchObject({ deck: ["Far"], hosts: [{ host, count: 3 }] });

  const notes = JSON.stringify([...app.collection().notes.values()]);
  const signal = new AbortController().signal;
  // As it is for a person, nothing on this machine may be asked.
  const none = await app.fetchImages(card, () => false, signal);
  expect(none).toMatchObject({ done: 0, failed: [{}, {}, {}] });
  const view = await app.fetchImages(card, () => true, signal);
  expect(view).toMatchObject({ done: 2, total: 3, failed: [{ url: `${origin}/gone.gif` }] });

  const after = await face(deck);
  expect(after.face.remote).toBe(1);
  expect(after.face.url).not.toBe(before.face.url);
  expect(app.collection().media.get(`${origin}/a.gif`)).toMatchObject({ type: "image/gif" });
  expect(JSON.stringify([...app.collection().notes.values()])).toBe(notes);
  expect(await app.ask("undo", {})).toMatchObject({ done: { op: "media" } });
  expect((await face(deck)).face.remote).toBe(3);
});
