import { expect, it } from "vitest";
import type { Offered } from "../../main/contract/transfer.ts";
import { filesIn, Opening } from "../../main/opening.ts";

it.each([
  [["mneme"], []],
  [
    ["mneme", "a.apkg", "/b/c.colpkg"],
    ["/home/a.apkg", "/b/c.colpkg"],
  ],
  [["electron", ".", "--flag=x.apkg", "Deck.MD", "notes.doc"], ["/home/Deck.MD"]],
  [["mneme", "file:///b/a%20deck.apkg"], ["/b/a deck.apkg"]],
  [["mneme", "file://%/x.apkg", "http://example.org/x"], []],
])("%j names the files %j", (args, paths) => {
  expect(filesIn(args, "/home")).toEqual(paths);
});

it("files wait for the window; those that are not there are left out", async () => {
  const told: string[][] = [];
  const offer = async (path: string): Promise<Offered> => {
    if (path === "gone") throw new Error("gone");
    return { token: path, name: path, size: 1 };
  };
  const opening = new Opening(offer, (offered) => void told.push(offered.map(({ name }) => name)));
  await opening.open(["a", "gone"]);
  expect(told).toEqual([]);
  await opening.ready();
  await opening.open(["b"]);
  await opening.open(["gone"]);
  await opening.ready();
  expect(told).toEqual([["a"], ["b"]]);
});
