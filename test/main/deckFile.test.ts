import { execFileSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readDeckFile, writeDeckFile } from "../../main/deckFile.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mneme-deck-"));
});
afterEach(() => rm(folder, { recursive: true }));

const refused = (detail: string) => expect.objectContaining({ fault: { code: "file", detail } });

describe("reading", () => {
  it("gives the very bytes", async () => {
    await writeFile(join(folder, "deck.md"), Buffer.from([0xff, 0x00, 0x41]));
    expect([...(await readDeckFile(join(folder, "deck.md")))]).toEqual([0xff, 0x00, 0x41]);
  });

  it("says in words why not", async () => {
    await writeFile(join(folder, "deck.md"), "");
    await expect(readDeckFile(folder)).rejects.toThrow(refused("it is a folder"));
    await expect(readDeckFile(join(folder, "none.md"))).rejects.toThrow(refused("there is no such file"));
    await expect(readDeckFile(join(folder, "deck.md", "x"))).rejects.toThrow(
      refused("part of the path is a file, not a folder"),
    );
  });

  it.skipIf(process.getuid?.() === 0)("says that it may not (NOT RUN as root, who may)", async () => {
    await writeFile(join(folder, "deck.md"), "");
    await chmod(join(folder, "deck.md"), 0);
    await expect(readDeckFile(join(folder, "deck.md"))).rejects.toThrow(refused("you may not read it"));
  });
});

describe("writing", () => {
  it("makes a file, or replaces the old one with its permissions, and leaves nothing else behind", async () => {
    const path = join(folder, "deck.md");
    await writeDeckFile(path, "one");
    await chmod(path, 0o600);
    await writeDeckFile(path, "two");
    expect(await readFile(path, "utf8")).toBe("two");
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(["deck.md"]);
  });

  it("follows a link instead of replacing it", async () => {
    await writeFile(join(folder, "deck.md"), "old");
    await symlink("deck.md", join(folder, "link.md"));
    await writeDeckFile(join(folder, "link.md"), "new");
    expect(await readFile(join(folder, "deck.md"), "utf8")).toBe("new");
  });

  it.skipIf(process.platform === "win32")("never replaces what is no ordinary file", async () => {
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    const [heard] = await Promise.all([readFile(pipe, "utf8"), writeDeckFile(pipe, "through")]);
    expect(heard).toBe("through");
    expect((await stat(pipe)).isFIFO()).toBe(true);
  });

  it("says in words why not", async () => {
    await mkdir(join(folder, "sub"));
    await expect(writeDeckFile(join(folder, "sub"), "x")).rejects.toThrow(refused("it is a folder"));
    await expect(writeDeckFile(join(folder, "no", "deck.md"), "x")).rejects.toThrow(refused("there is no such folder"));
    expect(await readdir(folder)).toEqual(["sub"]);
  });
});
