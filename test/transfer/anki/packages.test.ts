import { describe, expect, it } from "vitest";
import { ankiCollection, ankiPackage, generations } from "../../fixtures/ankiFiles.ts";
import { readBytes } from "./reading.ts";

const picture = Buffer.from("picture");
const sound = Buffer.from("sound");

describe.each(generations)("a package of generation %s", (generation) => {
  it("is read with its rows and media", async () => {
    const read = await readBytes(
      await ankiPackage(generation, ankiCollection(), [
        ["a.png", picture],
        ["b.mp3", sound],
      ]),
    );
    const { notes, cards, revlog } = ankiCollection();
    expect(read.anki).toMatchObject({ schema: generation === "v3" ? 18 : 11, notes, cards, revlog });
    expect([...read.bytes]).toEqual([
      ["a.png", Uint8Array.from(picture)],
      ["b.mp3", Uint8Array.from(sound)],
    ]);
    expect([read.problems, [...read.renamed]]).toEqual([[], []]);
    expect(new Set(read.told.map(({ stage }) => stage))).toEqual(
      new Set(["notes", "cards", "reviews", "media", ...(generation === "v3" ? ["open"] : [])]),
    );
  });

  it("stops when the person does", async () => {
    const stop = AbortSignal.abort();
    await expect(readBytes(await ankiPackage(generation), { signal: stop })).rejects.toThrow(/Stopped/);
  });
});
