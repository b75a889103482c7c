import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { edit, openIn, tempFolder } from "./changes.ts";

describe("a change that is too long to be read again", () => {
  it("is refused in words, and all goes on", async () => {
    const folder = tempFolder();
    const store = await openIn(folder, { limits: { line: 2_000, segment: 10_000 } });
    await store.commit(edit("a", "short"));
    await expect(store.commit(edit("b", "x".repeat(3_000)))).rejects.toMatchObject({ fault: { code: "badChange" } });
    expect(store.collection.notes.has("b")).toBe(false);
    await store.commit(edit("c", "short"));
    await store.close();
    const again = await openIn(folder);
    expect([...again.collection.notes.keys()]).toEqual(["a", "c"]);
    expect(again.undoable?.what).toBe("short");
    await again.close();
  });

  it("never comes about by many short ones: a long file is followed by a new one", async () => {
    const folder = tempFolder();
    const store = await openIn(folder, { limits: { line: 2_000, segment: 1_000 } });
    for (let i = 0; i < 20; i++) await store.commit(edit(`n${i}`, "x".repeat(100)));
    await store.close();
    expect(readdirSync(join(folder, "log")).length).toBeGreaterThan(3);
    const again = await openIn(folder);
    expect(again.collection.notes.size).toBe(20);
    await again.close();
  });
});
