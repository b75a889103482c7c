import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { keyTable } from "./keys.ts";

const root = resolve(import.meta.dirname, "../..");
const readme = readFileSync(resolve(root, "README.md"), "utf8");

describe("the README", () => {
  it("lists every key as the commands have it", () => {
    const table = /<!-- keys:[^>]*-->\n([\s\S]*?)\n<!-- \/keys -->/.exec(readme)?.[1];
    expect(table?.trim()).toBe(keyTable());
  });

  it("names only commands, folders and files that exist", () => {
    const { scripts } = JSON.parse(readFileSync(resolve(root, "package.json"), "utf8"));
    const named = [...readme.matchAll(/npm (?:run (?:-s )?)?(start|test|dev|check|bench|shots|package|mneme)\b/g)];
    expect(named.length).toBeGreaterThan(8);
    for (const [, name] of named) expect(Object.keys(scripts)).toContain(name);
    for (const [, path = ""] of readme.matchAll(/`((?:main|renderer|decks|test|\.scripts|\.ci)\/?[\w./]*)`/g))
      expect(existsSync(resolve(root, path)), path).toBe(true);
    for (const [, path = ""] of readme.matchAll(/\]\(([^)]+)\)/g))
      expect(existsSync(resolve(root, path)), path).toBe(true);
  });

  it("leaves out no folder of the source", () => {
    for (const parent of ["main", "renderer"])
      for (const entry of readdirSync(resolve(root, parent), { withFileTypes: true }))
        if (entry.isDirectory()) expect(readme).toContain(`${entry.name}`);
  });
});
