import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { absent, platformEntry } from "../../.scripts/completeLock.mjs";

const read = (name: string) => readFileSync(resolve(import.meta.dirname, "../..", name), "utf8");
const lock = JSON.parse(read("package-lock.json"));

test("the lock holds every optional package that it names, so that npm ci accepts it", () => {
  expect([...absent(lock).keys()]).toEqual([]);
});

test("the lock names no registry", () => {
  expect(read("package-lock.json")).not.toMatch(/"resolved"|registry\./);
});

test("every dependency is pinned, and the lock has that very version", () => {
  for (const [name, version] of Object.entries(JSON.parse(read("package.json")).devDependencies)) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(lock.packages[`node_modules/${name}`].version).toBe(version);
  }
});

test("an optional package that is missing is found and described from its name", () => {
  const packages = {
    "node_modules/a": { optionalDependencies: { "@a/b-linux-arm64-musl": "^1.2.3", "@a/b-here": "1.0.0" } },
    "node_modules/@a/b-here": {},
  };
  expect([...absent({ packages })]).toEqual([["@a/b-linux-arm64-musl", "^1.2.3"]]);
  expect(platformEntry("@a/b-linux-arm64-musl", "^1.2.3")).toEqual({
    version: "1.2.3",
    cpu: ["arm64"],
    dev: true,
    libc: ["musl"],
    optional: true,
    os: ["linux"],
  });
  expect(platformEntry("@a/b-wasm32-wasi", "1.0.0")).toEqual({
    version: "1.0.0",
    cpu: ["wasm32"],
    dev: true,
    optional: true,
  });
  expect(() => platformEntry("@a/b-amiga", "1.0.0")).toThrow(/by hand/);
});
