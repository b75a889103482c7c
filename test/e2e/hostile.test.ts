// Every hostile side in the real window, in fields, templates and styles: none runs, none reaches the network or a file, and the
// window stays usable by key.
import { mkdtemp, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type HostileFace, hostileFaces, trace } from "../fixtures/hostileFaces.ts";
import { begin, place } from "./drive.ts";
import { framed, png } from "./framed.ts";
import { type Launched, launch } from "./launch.ts";

const evening = "2026-11-23T19:00:00Z";
/** Milliseconds for a payload to do what it can, on each side. */
const dwell = 30;
/** Pixels; no other picture is as wide. */
const secretWidth = 77;

const reached: string[] = [];
let server: Server;
let faces: HostileFace[];
let running: Launched;

beforeAll(async () => {
  server = createServer((request, response) => {
    reached.push(request.url ?? "");
    response.setHeader("access-control-allow-origin", "*").end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // The listener hears whoever comes.
  await fetch(`${origin}/control`);
  expect(reached.splice(0)).toEqual(["/control"]);
  const secret = join(await mkdtemp(join(tmpdir(), "secret-")), "secret.png");
  await writeFile(secret, png(secretWidth, 3, [1, 2, 3]));
  faces = hostileFaces({ origin, file: pathToFileURL(secret).href });
  // The field is asked, and repeated by the answer; there the template itself is hostile as well.
  const cards = faces.map(({ html, css }) => ({
    front: html,
    back: "An answer",
    templates: {
      front: "{{Front}}",
      back: `{{FrontSide}}<hr id=answer>${html.replaceAll("{{", "{ {").slice(0, 900_000)}{{Back}}`,
    },
    ...(css !== undefined && { css }),
  }));
  running = await launch({
    data: await framed([...cards, { front: "The last one", back: "Still here" }]),
    clock: evening,
  });
}, 120_000);
afterAll(async () => {
  await running?.close();
  server?.close();
});

/** A key as the system gives it, to whatever has the focus, be it a face. */
const key = (keyCode: string) =>
  running.app.evaluate(({ BrowserWindow }, keyCode) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.sendInputEvent({ type: "keyDown", keyCode });
    contents?.sendInputEvent({ type: "char", keyCode: keyCode === "Space" ? " " : keyCode });
    contents?.sendInputEvent({ type: "keyUp", keyCode });
  }, keyCode);

/** Waits until a side has loaded: only then is nothing happening worth something. */
async function loaded(index: number, side: string): Promise<void> {
  const url = `card://face/note-${index}%2F0/${side}?`;
  await expect
    .poll(() => running.page.frames().some((frame) => frame.url().startsWith(url)), { timeout: 30_000 })
    .toBe(true);
  await running.page.waitForTimeout(dwell);
}

/** What a payload that got out would have left behind. */
async function damage(): Promise<string[]> {
  const { page, app } = running;
  const found: string[] = [];
  const title = await page.evaluate(() => document.documentElement.outerHTML.slice(0, 2_000) + document.title);
  if (title.includes(trace)) found.push("the window's page was changed");
  for (const frame of page.frames().filter((each) => each !== page.mainFrame() && !each.isDetached())) {
    // One without a URL has yet to load.
    if (!/^(?:card:\/\/face\/|$)/.test(frame.url())) found.push(`a frame is at ${frame.url().slice(0, 80)}`);
    // A picture that was read from a file, or a title that was set.
    const seen = await frame
      .evaluate(
        (width) => [document.title, [...document.images].some((image) => image.naturalWidth === width)],
        secretWidth,
      )
      .catch(() => ["", false]);
    if (seen[1] === true || String(seen[0]).includes(trace)) found.push("a face has what it must not have");
  }
  const urls = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()),
  );
  if (urls.length !== 1 || !urls[0]?.startsWith("app://mneme/")) found.push(`windows: ${urls.join(" ")}`);
  return found;
}

it("none runs, none gets out, and each is answered by key", async () => {
  const { page, app } = running;
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await app.evaluate(({ session }) => {
    const foreign: string[] = [];
    Object.assign(globalThis, { foreign });
    session.defaultSession.webRequest.onBeforeRequest({ urls: ["<all_urls>"] }, ({ url }, answer) => {
      if (!/^(?:app|card|media|devtools):/.test(url)) foreign.push(url.slice(0, 200));
      answer({});
    });
  });
  await begin(page);
  for (const [index, { name }] of faces.entries()) {
    expect(await place(page), name).toBe("question");
    await loaded(index, "question");
    expect(await damage(), `${name}, asked`).toEqual([]);
    await key("Space");
    await page.waitForSelector(".grades", { timeout: 30_000 }).catch(() => {
      throw new Error(`no answer to “${name}”`);
    });
    await loaded(index, "answer");
    expect(await damage(), `${name}, answered`).toEqual([]);
    await key("4");
    await page.waitForFunction(() => !document.querySelector(".grades"), undefined, { timeout: 30_000 });
  }
  await expect.poll(() => page.frameLocator(".face-frame.shown").locator("#qa").innerText()).toBe("The last one");
  expect(dialogs).toEqual([]);
  expect(reached).toEqual([]);
  expect(await app.evaluate(() => (globalThis as unknown as { foreign: string[] }).foreign)).toEqual([]);
  console.log(`${faces.length} hostile payloads, each on the question and on the answer: none got out.`);
}, 600_000);
