import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply, emptyCollection } from "../../../main/core/collection.ts";
import { addMedia } from "../../../main/core/media/addMedia.ts";
import { distinct, safeName } from "../../../main/core/media/name.ts";

const utf8 = (text: string) => new TextEncoder().encode(text).length;

describe("a safe name", () => {
  it.each([
    ["bell.mp3", "bell.mp3"],
    ["Ararat à l’aube.png", "Ararat à l’aube.png"],
    ["../../etc/passwd.png", "....etcpasswd.png"],
    ["C:\\Users\\me\\a.png", "CUsersmea.png"],
    ['a"b<c>d[e]f|g?h*i^j:k.png', "abcdefghijk.png"],
    ["line\nbreak\0.png", "linebreak.png"],
    ["no\u00a0break.png", "no break.png"],
    ["e\u0301.png", "é.png"],
    ["con.png", "con_.png"],
    ["COM1", "COM1_.png"],
    ["console.png", "console.png"],
    ["half \ud800 a pair.png", "half  a pair.png"],
    ["trailing dot.", "trailing dot..png"],
    ["", "file.png"],
    ["???", "file.png"],
    [".png", "file.png"],
  ])("%j becomes %j", (name, safe) => {
    expect(safeName(name, "png")).toBe(safe);
  });

  it("can be kept by every system, and is safe already", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ minLength: 100, maxLength: 300 })), (name) => {
        const safe = safeName(name, "png");
        expect(safe).not.toMatch(/[\][<>:"/?*^\\|\p{Cc}\p{Cn}\p{Cs}]|[ .]$|^$/u);
        expect(utf8(safe)).toBeLessThanOrEqual(120);
        expect(safeName(safe, "png")).toBe(safe);
        const other = distinct(safe, "0123abcd");
        expect(utf8(other)).toBeLessThanOrEqual(120);
        expect(safeName(other, "png")).toBe(other);
      }),
    );
  });
});

describe("addMedia", () => {
  const gif = (n: number) => Uint8Array.from(`GIF89a${n}`, (character) => character.charCodeAt(0));
  const hash = (n: number) => String(n).padStart(64, "0").replace(/^0{8}/, `abc${n}`.padEnd(8, "0"));
  const collection = emptyCollection();
  const add = (name: string, n: number) => {
    const added = addMedia(collection, { name, bytes: gif(n), hash: hash(n), at: 5 });
    if ("code" in added) throw new Error(added.code);
    apply(collection, added.records);
    return added;
  };

  it("gives the same content the same name, and other content a name of its own", () => {
    expect(add("a.gif", 1).name).toBe("a.gif");
    expect(add("a.gif", 1)).toEqual({ name: "a.gif", records: {} });
    expect(add("a.gif", 2).name).toBe("a-abc20000.gif");
    expect(add("a.gif", 2)).toEqual({ name: "a-abc20000.gif", records: {} });
    expect(add("b", 1).name).toBe("b.gif");
    expect(collection.media.get("a.gif")).toEqual({ id: "a.gif", hash: hash(1), size: 7, type: "image/gif", added: 5 });
  });

  it("refuses what is not what it says", () => {
    const bytes = new TextEncoder().encode("<html><script>alert(1)</script>");
    expect(addMedia(collection, { name: "x.png", bytes, hash: hash(3), at: 0 })).toEqual({
      code: "badMedia",
      detail: "x.png",
    });
  });
});
