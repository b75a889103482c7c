import { describe, expect, it } from "vitest";
import type { SidebarView, TreeNode } from "../../../main/contract/browse.ts";
import { movedName, placesOf, renamed } from "../../../renderer/state/browse/places.ts";

const node = (name: string, deck: string | null, children: TreeNode[] = []): TreeNode => ({
  ...{ label: name.split("::").at(-1) ?? name, name, count: 1_234, deck, children },
  query: `${deck === null ? "tag" : "deck"}:${name}`,
});

const view: SidebarView = {
  decks: [node("Asia", "d1", [node("Asia::Armenia", "d2")]), node("Europe", "d3")],
  tags: [node("verb", null, [node("verb::weak", null)])],
  untagged: 2,
  noteTypes: [
    { id: "basic", name: "Basic", count: 3, query: "note:Basic", cards: [{ name: "Card 1", query: "card:1" }] },
  ],
  states: [{ state: "due", count: 3, query: "is:due" }],
  flags: [{ flag: 1, count: 2, query: "flag:1" }],
  searches: [{ id: "s1", name: "Hard ones", query: "prop:lapses>4" }],
};
const { nodes, byId } = placesOf(view);
const place = (id: string) => byId.get(id);

it("has a row for everything that can be sought, and nothing without a meaning", () => {
  const all: string[] = [];
  const walk = (list: typeof nodes) => {
    for (const each of list) {
      all.push(each.id);
      walk([...(each.inner ?? [])]);
    }
  };
  walk(nodes);
  expect(new Set(all).size).toBe(all.length);
  expect([...byId.keys()].sort()).toEqual([...all].sort());
  expect(nodes.find(({ id }) => id === "decks")?.inner?.[0]).toMatchObject({
    text: "Asia",
    more: "1,234",
    moves: true,
  });
  expect(place("state:due")).toEqual({ kind: "search", query: "is:due" });
});

describe("a deck or a tag that is moved", () => {
  it.each([
    ["deck:d2", "deck:d3", "Europe::Armenia"],
    ["deck:d2", null, "Armenia"],
    ["deck:d3", "deck:d2", "Asia::Armenia::Europe"],
    ["deck:d1", "deck:d2", null], // into itself
    ["deck:d1", "deck:d1", null],
    ["deck:d2", "deck:d1", null], // it is there
    ["deck:d3", null, null],
    ["deck:d3", "tag:verb", null],
    ["tag:verb::weak", null, "weak"],
    ["state:due", null, null],
  ])("%s into %s becomes %s", (id, into, name) => {
    expect(movedName(place(id), into === null ? null : place(into))).toBe(name);
  });

  it("keeps what is around it under a new name", () => {
    expect(renamed("Asia::Armenia", "Hayastan")).toBe("Asia::Hayastan");
    expect(renamed("Asia", "Orient")).toBe("Orient");
  });
});
