import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asked, isFace, isForWindow } from "../../main/shell/frames.ts";
import { nameIn } from "../../main/shell/nameIn.ts";
import { outside } from "../../main/shell/outside.ts";
import { stretch } from "../../main/shell/range.ts";

describe("a range of bytes", () => {
  it.each([
    [null, null],
    ["bytes=0-", { from: 0, to: 99 }],
    ["bytes=10-19", { from: 10, to: 19 }],
    ["bytes=90-500", { from: 90, to: 99 }],
    ["bytes=-20", { from: 80, to: 99 }],
    ["bytes=-500", { from: 0, to: 99 }],
    [" Bytes = 5 - 6 ", { from: 5, to: 6 }],
    ["bytes=100-", "unsatisfiable"],
    ["bytes=-0", "unsatisfiable"],
    ["bytes=6-5", null],
    ["bytes=0-1,5-6", null],
    ["bytes=-", null],
    ["bytes=a-b", null],
    ["lines=1-2", null],
    ["", null],
  ])("%j of a hundred is %j", (header, expected) => {
    expect(stretch(header, 100)).toEqual(expected);
  });

  it("never leaves the file", () => {
    const part = fc.oneof(fc.constant(""), fc.nat().map(String));
    fc.assert(
      fc.property(part, part, fc.nat({ max: 1_000 }), (from, to, size) => {
        const found = stretch(`bytes=${from}-${to}`, size);
        if (found === null || found === "unsatisfiable") return;
        expect(found.from).toBeGreaterThanOrEqual(0);
        expect(found.from).toBeLessThanOrEqual(found.to);
        expect(found.to).toBeLessThan(size);
      }),
    );
  });
});

describe("the name of a media file", () => {
  it.each([
    ["media://file/a.png", "a.png"],
    ["media://file/%D5%80.png?x#y", "Հ.png"],
    ["media://file/https%3A%2F%2Fexample.org%2Fa.png", "https://example.org/a.png"],
    ["media://file/..%2f..%2fetc%2fpasswd", "../../etc/passwd"], // only ever looked up
    ["media://file/a/b.png", null],
    ["media://file/", null],
    ["media://other/a.png", null],
    ["media://file/%E0%A4%A", null],
    ["file:///etc/passwd", null],
    ["nothing", null],
  ])("in %s is %j", (url, name) => {
    expect(nameIn(url)).toBe(name);
  });
});

describe("a press within a face", () => {
  it.each([
    ["card://link/0", { what: "link", n: 0 }],
    ["card://play/12", { what: "play", n: 12 }],
    ["card://link/1/", null],
    ["card://link/-1", null],
    ["card://link/1?x", null],
    ["card://link/9999999", null],
    ["card://face/n%2F0/question", null],
    ["https://example.org/card://link/1", null],
  ])("%s asks for %j", (url, expected) => {
    expect(asked(url)).toEqual(expected);
    expect(isFace(url)).toBe(url.startsWith("card://face/"));
  });

  const press = { type: "keyDown", control: false, meta: false };
  it.each([" ", "3", "e", "?", "-", "Escape", "F5", "ր"])("%j is for the window", (key) => {
    expect(isForWindow({ ...press, key })).toBe(true);
    expect(isForWindow({ ...press, type: "keyUp", key })).toBe(false);
    expect(isForWindow({ ...press, isComposing: true, key })).toBe(false);
  });
  it.each(["Enter", "Tab", "ArrowDown", "PageUp", "Home", "Shift", "Control"])("%s stays with the face", (key) => {
    expect(isForWindow({ ...press, key })).toBe(false);
  });
  it("copying and selecting stay with the face; taking back does not", () => {
    for (const key of ["c", "a", "x", "+"]) expect(isForWindow({ ...press, control: true, key })).toBe(false);
    for (const key of ["z", "Z", "y", ","]) expect(isForWindow({ ...press, meta: true, key })).toBe(true);
  });
});

describe("an address that is opened outside", () => {
  it.each([
    ["https://example.org/a b", "https://example.org/a%20b"],
    ["HTTP://EXAMPLE.org", "http://example.org/"],
    ["mailto:someone@example.org", "mailto:someone@example.org"],
    ["https://еxample.org/", "https://xn--xample-2of.org/"],
    ["https://google.com@evil.example/", null],
    ["javascript:alert(1)", null],
    ["file:///etc/passwd", null],
    ["smb://host/share", null],
    ["ms-settings:", null],
    ["\\\\host\\share", null],
    ["", null],
    [`https://example.org/${"a".repeat(2_000)}`, null],
  ])("%s: %j", (address, expected) => {
    expect(outside(address)).toBe(expected);
  });
});
