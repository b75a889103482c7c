import { mkdir, mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openApp } from "../../main/open.ts";
import { inProcess } from "../app/inProcess.ts";

const linux = process.platform === "linux";

it.skipIf(!linux)(
  `lets go of the folder when the first decks cannot be saved${linux ? "" : " (NOT RUN: needs /proc)"}`,
  async () => {
    const data = await mkdtemp(join(tmpdir(), "mneme-open-"));
    const collection = join(data, "collection");
    await mkdir(collection);
    // A folder in which nobody, not even root, can make a file.
    await symlink("/proc/self/fdinfo", join(collection, "log"));
    for (let tries = 0; tries < 2; tries++) {
      await expect(openApp(data, "0", undefined, { fork: inProcess })).rejects.toThrow(/^Not saved/);
      expect(await readdir(collection)).not.toContain("lock");
    }
    await rm(join(collection, "log"));
    const { app, problems } = await openApp(data, "0", undefined, { fork: inProcess });
    expect(problems).toEqual([]);
    expect(await app.call("decks", {})).toMatchObject({ ok: true });
    await app.close();
    await rm(data, { recursive: true });
  },
);
