import { join, resolve, sep } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { fileFor } from "../../main/shell/fileFor.ts";

const root = join(sep, "app", "out", "renderer");

it.each([
  ["app://mneme/index.html", "index.html"],
  ["app://mneme/assets/index-a1.js", join("assets", "index-a1.js")],
  ["app://mneme/assets/Inter%20Variable.woff2", join("assets", "Inter Variable.woff2")],
  ["app://mneme/index.html?again#here", "index.html"],
  ["app://mneme/../../index.html", "index.html"],
])("%s is a file of ours", (url, path) => {
  expect(fileFor(root, url)).toBe(join(root, path));
});

it.each([
  ["another host", "app://other/index.html"],
  ["another scheme", "https://mneme/index.html"],
  ["escaped slashes", "app://mneme/..%2fmain%2findex.js"],
  ["escaped slashes, deeper", "app://mneme/assets/..%2f..%2f..%2fmain%2findex.js"],
  ["a neighbour of like name", "app://mneme/..%2frenderer-old%2findex.js"],
  ["backslashes", "app://mneme/..\\main\\index.js"],
  ["escaped backslashes", "app://mneme/..%5cmain%5cindex.js"],
  ["a zero byte", "app://mneme/index.html%00.js"],
  ["a bad escape", "app://mneme/%E0%A4%A.js"],
  ["half an escape", "app://mneme/%.js"],
  ["no type", "app://mneme/index"],
  ["the folder", "app://mneme/"],
  ["a type that is not served", "app://mneme/index.js.map"],
  ["no URL", "index.html"],
])("%s is refused", (_, url) => {
  expect(fileFor(root, url)).toBeNull();
});

it("never leaves the folder", () => {
  const piece = fc.constantFrom("..", "%2e%2e", "/", "%2f", "\\", "%5c", "main", "a.js", ".", "%252f", "%00");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const file = fileFor(root, `app://mneme/${pieces.join("")}.js`);
      expect(file === null || (file.startsWith(root + sep) && resolve(file) === file)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
