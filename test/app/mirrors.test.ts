import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { MirrorView } from "../../main/contract/transfer.ts";
import type { CardView } from "../../main/contract/views.ts";
import { inProcess } from "./inProcess.ts";
import { type Opened, opened } from "./opened.ts";

let app: Opened;
let folder: string;
let heard: MirrorView[];
let deck: string;
beforeEach(async () => {
  heard = [];
  const transfer = { fork: inProcess, mirror: (view: MirrorView) => void (view.news && heard.push(view)) };
  app = await opened("2026-11-23T19:00:00+01:00", 2_000, undefined, transfer);
  folder = await mkdtemp(join(tmpdir(), "mneme-mirror-"));
  const path = join(folder, "birds.txt.md");
  await writeFile(path, "---\ntitle: Birds\n---\n\nQ: robin\nA: red\nId: b1\n\nQ: wren\nA: small\nId: b2\n");
  const { id } = await app.ask("rehearse", { token: (await app.offer(path)).token });
  await app.ask("commitRehearsal", { rehearsal: id });
  await rm(path);
  deck = [...app.collection().decks.values()].find(({ name }) => name === "Birds")?.id ?? "";
  await app.ask("mirrorDeck", { deck, token: (await app.offer(folder)).token });
});
afterEach(async () => {
  await app.end();
  await rm(folder, { recursive: true, force: true });
});

const file = () => join(folder, "birds.md");
const text = () => readFile(file(), "utf8");
const note = (id: string) => app.collection().notes.get(id);
const soon = <T>(work: () => Promise<T> | T) => vi.waitFor(work, { timeout: 15_000, interval: 100 });
const state = async () => (await app.ask("mirrors", {}))[0]?.state;

const look = async () => app.ask("rehearse", { token: (await app.ask("offerMirror", { deck })).token });

async function edit(id: string, field: string, words: string) {
  const { fields, deck: own, tags } = note(id) as NonNullable<ReturnType<typeof note>>;
  await app.ask("editNote", { note: id, deck: own, fields: { ...fields, [field]: words }, tags } as never);
}

it("notes that change are written; an answer changes nothing there", { timeout: 60_000 }, async () => {
  expect(await text()).toContain("Q: robin\nA: red\nId: b1");
  const before = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), "utf8")));
  const session = await app.ask("study", { deck });
  const [{ card, seen }] = session.ahead as [CardView];
  await app.ask("answer", { card, seen, grade: 3, tookMs: 1_000 });
  expect(app.collection().cards.get(card)?.reps).toBe(1);
  await new Promise((done) => setTimeout(done, 2_500));
  const after = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), "utf8")));
  expect(after).toEqual(before);
  await edit("b1", "Back", "orange");
  await soon(async () => expect(await text()).toContain("A: orange"));
  await soon(async () => expect(await state()).toBe("same"));
  expect((await readdir(folder)).filter((name) => name.includes("tmp"))).toEqual([]);
});

it("changes there are offered, merged with those here, and then written; nothing is written over before", {
  timeout: 60_000,
}, async () => {
  await writeFile(file(), (await text()).replace("A: small", "A: tiny"));
  await soon(() => expect(heard.length).toBe(1));
  await edit("b1", "Back", "orange");
  await new Promise((done) => setTimeout(done, 2_500));
  expect(await text()).toContain("A: red");
  expect(await state()).toBe("outside");
  expect(note("b2")?.fields.Back).toBe("small");
  const view = await look();
  expect(view.counts).toMatchObject({ changed: 1, kept: 1, conflict: 0, new: 0 });
  await app.ask("commitRehearsal", { rehearsal: view.id });
  expect(note("b1")?.fields.Back).toBe("orange");
  expect(note("b2")?.fields.Back).toBe("tiny");
  await soon(async () => expect(await text()).toMatch(/A: orange[\s\S]*A: tiny/));
  await soon(async () => expect(await state()).toBe("same"));
});

it("both sides of one field are a conflict", { timeout: 60_000 }, async () => {
  await writeFile(file(), (await text()).replace("A: red", "A: crimson"));
  await edit("b1", "Back", "orange");
  await soon(() => expect(heard.length).toBeGreaterThan(0));
  const view = await look();
  expect(view.counts).toMatchObject({ conflict: 1, same: 1 });
});

it("a note or a file that is deleted there stays here, and comes back there", { timeout: 60_000 }, async () => {
  await writeFile(file(), (await text()).replace(/Q: wren[\s\S]*/, ""));
  await soon(() => expect(heard.length).toBe(1));
  const view = await look();
  expect(view.counts).toMatchObject({ same: 1, new: 0 });
  await app.ask("commitRehearsal", { rehearsal: view.id });
  expect(note("b2")).toBeDefined();
  await soon(async () => expect(await text()).toContain("Q: wren"));
});

it("a folder that vanishes is told, not made again; it is followed once it is back, and after a restart", {
  timeout: 60_000,
}, async () => {
  await rename(folder, `${folder}-away`);
  await edit("b1", "Back", "orange");
  await soon(async () => expect(await state()).toBe("trouble"));
  await rename(`${folder}-away`, folder);
  await app.reopen();
  await soon(async () => expect(await text()).toContain("A: orange"));
  await soon(async () => expect(await app.ask("mirrors", {})).toMatchObject([{ name: "Birds", state: "same" }]));
  expect(await app.ask("unmirror", { deck })).toEqual([]);
  await edit("b1", "Back", "blue");
  await new Promise((done) => setTimeout(done, 2_000));
  expect(await text()).toContain("A: orange");
});

it("only an empty folder is taken, and none within another mirror", { timeout: 60_000 }, async () => {
  const other = [...app.collection().decks.values()].find(({ name }) => name !== "Birds")?.id ?? "";
  const token = (await app.offer(folder)).token;
  await expect(app.ask("mirrorDeck", { deck: other, token })).rejects.toThrow(/kept there already/);
  const full = await mkdtemp(join(tmpdir(), "mneme-full-"));
  await mkdir(join(full, "x"));
  await expect(app.ask("mirrorDeck", { deck: other, token: (await app.offer(full)).token })).rejects.toThrow(
    /not empty/,
  );
  await rm(full, { recursive: true });
});
