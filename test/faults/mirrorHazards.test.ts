// What befalls a mirrored folder: texts added by hand, files caught half-written, links, a folder that vanishes in the middle.
import { existsSync } from "node:fs";
import { appendFile, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Note } from "../../main/contract/shapes.ts";
import type { MirrorView } from "../../main/contract/transfer.ts";
import { mirroring } from "../../main/transfer/mirroring.ts";
import { inProcess } from "../app/inProcess.ts";
import { type Opened, opened } from "../app/opened.ts";

let app: Opened;
let folder: string;
let elsewhere: string;
let heard: MirrorView[];
let deck: string;

beforeEach(async () => {
  heard = [];
  const mirror = (view: MirrorView) => void (view.news && heard.push(view));
  app = await opened("2026-11-23T19:00:00+01:00", 2_000, undefined, { fork: inProcess, mirror });
  folder = await mkdtemp(join(tmpdir(), "mneme-mirror-"));
  elsewhere = await mkdtemp(join(tmpdir(), "mneme-elsewhere-"));
  const path = join(elsewhere, "birds.md");
  await writeFile(path, "---\ntitle: Birds\n---\n\nQ: robin\nA: red\nId: b1\n\nQ: wren\nA: small\nId: b2\n");
  const { id } = await app.ask("rehearse", { token: (await app.offer(path)).token });
  await app.ask("commitRehearsal", { rehearsal: id });
  await rm(path);
  deck = [...app.collection().decks.values()].find(({ name }) => name === "Birds")?.id ?? "";
  await app.ask("mirrorDeck", { deck, token: (await app.offer(folder)).token });
});
afterEach(async () => {
  await app.end();
  for (const each of [folder, elsewhere]) await rm(each, { recursive: true, force: true });
});

const file = () => join(folder, "birds.md");
const text = () => readFile(file(), "utf8");
const soon = <T>(work: () => Promise<T> | T) => vi.waitFor(work, { timeout: 15_000, interval: 100 });
const view = async () => (await app.ask("mirrors", {}))[0];
const settled = () => soon(async () => expect(await view()).toMatchObject({ state: "same", news: false }));
const look = async () => app.ask("rehearse", { token: (await app.ask("offerMirror", { deck })).token });
const fronts = () => [...app.collection().notes.values()].map(({ fields }) => fields.Front);
/** As long as a change may take to be noticed. */
const quiet = () => new Promise((done) => setTimeout(done, 3_000));

async function edit(id: string, words: string) {
  const { fields, deck: own, tags } = app.collection().notes.get(id) as Note;
  await app.ask("editNote", { note: id, deck: own, fields: { ...fields, Back: words }, tags } as never);
}

async function merge() {
  const seen = await look();
  await app.ask("commitRehearsal", { rehearsal: seen.id });
  await settled();
  return seen.counts;
}

it("a text added by hand is offered once, and again only when it was changed", { timeout: 60_000 }, async () => {
  const added = join(folder, "fish.md");
  await writeFile(added, "Q: pike\nA: long\n");
  await soon(() => expect(heard.length).toBe(1));
  expect(heard[0]).toMatchObject({ state: "same", say: "Changed there: fish.md." });
  expect(await merge()).toMatchObject({ new: 1, same: 2 });
  expect(await readFile(added, "utf8")).toBe("Q: pike\nA: long\n");
  await edit("b1", "orange");
  await soon(async () => expect(await text()).toContain("A: orange"));
  await quiet();
  await app.reopen();
  await quiet();
  expect(await view()).toMatchObject({ state: "same", news: false });
  expect(heard.length).toBe(1);
  await writeFile(added, "Q: pike\nA: very long\n");
  await soon(() => expect(heard.length).toBe(2));
  expect(await merge()).toMatchObject({ new: 0, changed: 1 });
});

it("notes added by hand to the mirrored deck come in once", { timeout: 60_000 }, async () => {
  await writeFile(join(folder, "more.md"), "---\ntitle: Birds\n---\n\nQ: eagle owl at night\nA: wise\n");
  await soon(() => expect(heard.length).toBe(1));
  expect(await merge()).toMatchObject({ new: 1, same: 2 });
  await soon(async () => expect(await text()).toContain("Q: eagle owl at night"));
  await settled();
  await writeFile(file(), (await text()).replace("A: red", "A: crimson").replace("A: wise", "A: very wise"));
  await soon(() => expect(heard.length).toBe(2));
  expect(await merge()).toMatchObject({ new: 0, conflict: 0, changed: 2 });
  expect(fronts().filter((front) => front === "eagle owl at night").length).toBe(1);
  await quiet();
  expect(await text()).toMatch(/A: crimson[\s\S]*A: very wise/);
  expect(heard.length).toBe(2);
  // The text that was added grows: only what is new in it comes in.
  await appendFile(join(folder, "more.md"), "\nQ: tawny owl\nA: brown\n");
  await soon(() => expect(heard.length).toBe(3));
  const seen = await look();
  expect(seen.counts).toMatchObject({ new: 1, changed: 0, suspicious: 0 });
  expect(seen.problems.map(({ place }) => place)).toEqual(["more.md"]);
  await app.ask("commitRehearsal", { rehearsal: seen.id });
  await settled();
  expect(fronts().filter((front) => front === "eagle owl at night").length).toBe(1);
});

it("a text that was looked at and left is not offered again", { timeout: 60_000 }, async () => {
  await writeFile(join(folder, "fish.md"), "Q: pike\nA: long\n");
  await soon(() => expect(heard.length).toBe(1));
  await app.ask("stopTransfer", { of: (await look()).id });
  await edit("b1", "orange");
  await soon(async () => expect(await text()).toContain("A: orange"));
  await app.reopen();
  await quiet();
  expect(heard.length).toBe(1);
  expect(await view()).toMatchObject({ news: false });
});

it("a file caught half-written is read when it is whole, and never written over", { timeout: 60_000 }, async () => {
  const whole = (await text()).replace("A: red", "A: red, like the evening");
  const cut = whole.indexOf("evening");
  await writeFile(file(), whole.slice(0, cut));
  const looking = look();
  for (const letter of whole.slice(cut)) {
    await new Promise((done) => setTimeout(done, 20));
    await appendFile(file(), letter);
  }
  const seen = await looking;
  const note = seen.counts;
  expect(note).toMatchObject({ changed: 1, same: 1 });
  // Somebody goes on before the import: what they write is neither written over nor lost.
  await writeFile(file(), whole.replace("A: small", "A: tiny"));
  await app.ask("commitRehearsal", { rehearsal: seen.id });
  expect(app.collection().notes.get("b1")?.fields.Back).toBe("red, like the evening");
  await soon(() => expect(heard.length).toBeGreaterThan(0));
  expect(await text()).toContain("A: tiny");
  expect(await merge()).toMatchObject({ changed: 1, same: 1 });
  expect(app.collection().notes.get("b2")?.fields.Back).toBe("tiny");
});

it("links put into the folder are not followed", { timeout: 60_000 }, async () => {
  const inner = await app.ask("createDeck", { name: "Birds::Owls" });
  const type = app.collection().notes.get("b1")?.type ?? "";
  const fields = { Front: "barn owl", Back: "white" };
  const owl = await app.ask("addNote", { type, deck: inner, fields, tags: [] } as never);
  const names = () => readdir(folder, { recursive: true });
  await soon(async () => expect((await names()).some((name) => /owls\.md$/i.test(name))).toBe(true));
  await settled();
  const own = (await names()).find((name) => /owls\.md$/i.test(name)) ?? "";
  const secret = join(elsewhere, "secret.md");
  await writeFile(secret, "Q: secret\nA: hidden\n");
  await symlink(secret, join(folder, "secret.md"));
  await symlink(elsewhere, join(folder, "linked"));
  await quiet();
  expect(heard).toEqual([]);
  await app.ask("stopTransfer", { of: (await look()).id });
  expect((await look()).counts).toMatchObject({ new: 0 });
  expect(fronts()).not.toContain("secret");

  // A file and a folder that Mneme wrote, with links in their places.
  const within = join(elsewhere, "moved");
  await rename(dirname(join(folder, own)), within);
  await symlink(within, dirname(join(folder, own)));
  const before = await readFile(join(within, basename(own)), "utf8");
  await edit((owl as { id: string }).id, "pale");
  await soon(async () => expect(await view()).toMatchObject({ state: "outside", news: true }));
  expect(await readFile(join(within, basename(own)), "utf8")).toBe(before);
  await rm(file());
  await symlink(secret, file());
  await edit("b1", "orange");
  await quiet();
  expect(await readFile(secret, "utf8")).toBe("Q: secret\nA: hidden\n");
});

it("a link in place of the folder itself is not followed", { timeout: 60_000 }, async () => {
  await rename(folder, join(elsewhere, "away"));
  await symlink(join(elsewhere, "away"), folder);
  await edit("b1", "orange");
  await soon(async () => expect(await view()).toMatchObject({ state: "trouble" }));
  expect(await text()).toContain("A: red");
});

it("a folder that vanishes in the middle of writing is not made again", { timeout: 60_000 }, async () => {
  for (let n = 0; n < 30; n++) await app.ask("createDeck", { name: `Birds::Kind ${n}::Inner` });
  const collection = app.collection();
  const type = collection.notes.get("b1")?.type ?? "";
  for (const { id, name } of [...collection.decks.values()].filter(({ name }) => name.endsWith("Inner")))
    await app.ask("addNote", { type, deck: id, fields: { Front: name, Back: "x" }, tags: [] } as never);
  const calendar = { zone: "Europe/Berlin", rolloverHour: 4 } as never;
  const present = { collection, revision: 0, calendar, now: app.clock.ms, log: () => Promise.reject() };
  const { mirror } = mirroring({ folder: app.folder, signal: new AbortController().signal } as never);
  let failed = 0;
  for (let turns = 0; turns < 60; turns += 2) {
    const root = join(elsewhere, `root-${turns}`);
    await mkdir(root);
    const writing = mirror({ deck, path: root, files: {} }, present).catch((error: Error) => error);
    for (let n = 0; n < turns * 4; n++) await turn();
    await rename(root, `${root}-away`);
    if ((await writing) instanceof Error) failed++;
    expect(existsSync(root), `after ${turns} turns`).toBe(false);
  }
  expect(failed).toBeGreaterThan(0);
});

it("a folder that comes back is followed again", { timeout: 60_000 }, async () => {
  await rename(folder, `${folder}-away`);
  await edit("b1", "orange");
  await soon(async () => expect(await view()).toMatchObject({ state: "trouble" }));
  const looking = app.call("offerMirror", { deck });
  expect(await looking).toMatchObject({ ok: false, fault: { code: "file" } });
  await rename(`${folder}-away`, folder);
  await settled();
  expect(await text()).toContain("A: orange");
  await writeFile(file(), (await text()).replace("A: small", "A: tiny"));
  await soon(() => expect(heard.length).toBe(1));
});
