import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkMedia, mediaPath, putMedia } from "../../main/store/media.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mneme-media-"));
});
afterEach(() => rm(folder, { recursive: true }));

const bell = new TextEncoder().encode("ID3 bell");
const media = (hash: string) => [{ id: "bell.mp3", hash, size: 8, type: "audio/mpeg", added: 0 }];

describe("the media folder", () => {
  it("keeps bytes under their hash, once, with nothing left beside them", async () => {
    const hash = await putMedia(folder, bell);
    expect(await putMedia(folder, bell)).toBe(hash);
    expect(await readdir(join(folder, "media"))).toEqual([hash]);
    expect(new Uint8Array(await readFile(mediaPath(folder, hash) as string))).toEqual(bell);
    expect(await checkMedia(folder, media(hash))).toEqual([]);
  });

  it("mends a damaged file when the same bytes come again", async () => {
    const hash = await putMedia(folder, bell);
    const path = mediaPath(folder, hash) as string;
    await writeFile(path, "ID3 belt");
    expect(await checkMedia(folder, media(hash))).toEqual([expect.stringMatching(/bell\.mp3.*damaged/)]);
    await putMedia(folder, bell);
    expect(await checkMedia(folder, media(hash))).toEqual([]);
    await rm(path);
    expect(await checkMedia(folder, media(hash))).toEqual([expect.stringMatching(/bell\.mp3.*missing/)]);
  });

  it("says what the disk said, and leaves nothing behind", async () => {
    await writeFile(join(folder, "media"), "in the way");
    await expect(putMedia(folder, bell)).rejects.toThrow(/Not saved/);
    expect(await readdir(folder)).toEqual(["media"]);
  });

  it.each(["", "../log", "a".repeat(63), `${"a".repeat(64)}/x`, "A".repeat(64), `\n${"a".repeat(64)}`])(
    "%j is no hash, so it is no path",
    (hash) => {
      expect(mediaPath(folder, hash)).toBeNull();
    },
  );
});
