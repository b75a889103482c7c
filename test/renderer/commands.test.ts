import { expect, it } from "vitest";
import { commandIds, commands } from "../../renderer/commands.ts";

it("gives no key two meanings in one place", () => {
  const taken = new Map<string, string>();
  for (const id of commandIds) {
    for (const place of commands[id].where) {
      for (const key of commands[id].keys) {
        const here = `${key} in ${place}`;
        expect(taken.get(here), `${here}: ${id}`).toBeUndefined();
        taken.set(here, id);
      }
    }
  }
  expect(taken.size).toBeGreaterThan(50);
});

it("has words, an icon, a key and a place for every command", () => {
  for (const id of commandIds) {
    const { text, icon, keys, where } = commands[id];
    expect(text, id).toMatch(/^[A-Z]/);
    expect(icon.length, id).toBeGreaterThan(0);
    expect(keys.length, id).toBeGreaterThan(0);
    expect(where.length, id).toBeGreaterThan(0);
  }
});

it("has every command that the native menu names", () => {
  expect(commandIds).toEqual(
    expect.arrayContaining([
      ...["today", "study", "settings", "import", "export"],
      ...["noteTypes", "undo", "redo", "shortcuts", "edit", "info", "leave"],
    ]),
  );
});
