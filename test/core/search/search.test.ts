import { describe, expect, it } from "vitest";
import type { Card, Note, NoteType } from "../../../main/contract/shapes.ts";
import { newCard } from "../../../main/core/collection.ts";
import { stockTypes } from "../../../main/core/note/stockTypes.ts";
import { isProblem } from "../../../main/core/search/escape.ts";
import { parse } from "../../../main/core/search/parse.ts";
import { pack } from "../../../main/core/search/reviewLog.ts";
import { needsLog, type Scene, search } from "../../../main/core/search/search.ts";
import { at, collectionWith, day } from "../collections.ts";

const now = at("2026-11-24T12:00:00Z");
const today = 20_781;

const html: NoteType = {
  ...stockTypes.basic,
  id: "html",
  name: "HTML",
  format: "html",
  stock: null,
  fields: [
    { ...stockTypes.basic.fields[0], id: "f1", name: "Front" } as NoteType["fields"][0],
    { ...stockTypes.basic.fields[0], id: "f2", name: "Back side" } as NoteType["fields"][0],
    { ...stockTypes.basic.fields[0], id: "f3", name: "Hidden", unsearched: true } as NoteType["fields"][0],
  ],
  sort: "f1",
};

function scene(): Scene & { put(note: Partial<Note>): void; set(card: Partial<Card> & { note: string }): void } {
  const collection = collectionWith([], ["A", "A::B", "Other"]);
  collection.noteTypes.set("html", html);
  return {
    collection,
    now,
    current: null,
    log: null,
    put(given) {
      const id = given.id ?? `n${collection.notes.size}`;
      const note: Note = {
        id,
        type: "basic",
        deck: "d:A",
        fields: {},
        tags: [],
        position: collection.notes.size,
        created: now.ms - 30 * day,
        modified: now.ms - 30 * day,
        ...given,
      };
      collection.notes.set(id, note);
    },
    set(given) {
      const card = { ...newCard(given.note, given.ord ?? 0), ...given };
      collection.cards.set(card.id, card);
    },
  };
}

function find(scene: Scene, query: string, mode: "cards" | "notes" = "notes"): string[] {
  const node = parse(query);
  if (isProblem(node)) throw new Error(node.say);
  return search(scene, node, mode);
}

describe("text", () => {
  it.each<[string, string, boolean]>([
    ["a **big** dog", "big dog", true],
    ["a *big* dog", "a big", true],
    ["a `big` _dog_", "big dog", true],
    ["snake_case", "snake\\_case", true],
    ["snake_case", "snake_case", true],
    ["2*3*4", "2\\*3\\*4", true],
    ["see [the map](https://x.y)", '"see the map"', true],
    ["![a map](map.png)", "map.png", true],
    ["# Heading\n\ntext", '"Heading text"', true],
    ["Größe", "GRÖSSE", false],
    ["GRÖßE", "größe", true],
    ["ПРИВЕТ мир", "привет", true],
    ["ΟΔΟΣ", "οδος", true],
    ["İstanbul", "istanbul", true],
    ["学习汉字", "汉字", true],
    ["مرحبا بالعالم", "بالعالم", true],
    ["नमस्ते दुनिया", "दुनिया", true],
    ["e\u0301t\u00e9", "\u00e9te\u0301", true],
    ["été", "ete", false],
    ["été", "nc:ete", true],
    ["ete", "nc:été", true],
    ["a dog", "d_g", true],
    ["a 😀g", "a\\ _g", false],
    ["x😀g", "x_g", true],
    ["dog and cat", "dog*cat", true],
    ["cat and dog", "dog*cat", false],
    ["concat", "w:cat", false],
    ["a cat!", "w:cat", true],
    ["a cat!", "w:c*", true],
    ["five 5", "re:\\d", true],
    ["five", "re:^FIVE$", true],
    ["a < b", '"a < b"', true],
  ])("%j is found by %s: %s", (text, query, holds) => {
    if (query.includes("\\ ")) return;
    const s = scene();
    s.put({ fields: { Front: text, Back: "" } });
    expect(find(s, query)).toHaveLength(holds ? 1 : 0);
  });

  it.each<[string, string, boolean]>([
    ["a <b>big</b> dog", '"big dog"', true],
    ["con<i>cat</i>", "concat", true],
    ["one<br>two", "onetwo", false],
    ["one<br>two", '"one two"', true],
    ["<div>one</div>", "div", false],
    ["<div>one</div>", "<div>", true],
    ["a &amp; b", '"a & b"', true],
    ["a&nbsp;b", '"a b"', true],
    ['<img src="map.png">', "map.png", true],
    ['<img src="map.png">', "re:<img", true],
  ])("HTML %j is found by %s: %s", (text, query, holds) => {
    const s = scene();
    s.put({ type: "html", fields: { f1: text } });
    expect(find(s, query)).toHaveLength(holds ? 1 : 0);
  });

  it("reads a cloze as the sentence it is, and finds its hints", () => {
    const s = scene();
    s.put({ type: "cloze", fields: { Text: "The capital of {{c1::Georgia::a country}} is {{c2::Tbi{{c3::li}}si}}." } });
    for (const query of ['"capital of georgia is tbilisi."', "country", "{{c2", "sc:georgia", "c1\\:\\:Georgia"])
      expect(find(s, query), query).toHaveLength(1);
    expect(find(s, "sc:country")).toHaveLength(0);
  });

  it("leaves out fields that are not searched, unless they are named", () => {
    const s = scene();
    s.put({ type: "html", fields: { f1: "a", f3: "secret" } });
    expect(find(s, "secret")).toHaveLength(0);
    expect(find(s, "re:secret")).toHaveLength(0);
    expect(find(s, "hidden:secret")).toHaveLength(1);
  });

  it.each<[string, boolean]>([
    ["front:dog", false],
    ['front:"a dog"', true],
    ["front:*dog", true],
    ["front:a*g", true],
    ["fr*:*dog", true],
    ["FRONT:*DOG", true],
    ["back:", true],
    ["front:", false],
    ["front:_*", true],
    ["back:_*", false],
    ["back:*", true],
    ["nofield:*", false],
    ["*:*dog", true],
    ["front:re:d.g$", true],
    ["front:re:^d", false],
    ["front:nc:*dög", true],
  ])("%s: %s", (query, holds) => {
    const s = scene();
    s.put({ fields: { Front: "a dog", Back: "" } });
    expect(find(s, query)).toHaveLength(holds ? 1 : 0);
  });

  it("finds notes of a type that say the same first", () => {
    const s = scene();
    s.put({ type: "html", fields: { f1: "<b>dog</b>" } });
    expect(find(s, "dupe:html,dog")).toHaveLength(1);
    expect(find(s, "dupe:basic,dog")).toHaveLength(0);
  });
});

describe("places", () => {
  it.each<[string, number]>([
    ["deck:a", 2],
    ["deck:A::b", 1],
    ["deck:a::*", 1],
    ["deck:o*", 1],
    ["deck:*", 3],
    ["deck:filtered", 0],
    ["deck:current", 3],
    ["did:d:A", 1],
    ["tag:x", 2],
    ["tag:x::y", 1],
    ["tag:X*", 2],
    ["tag:none", 1],
    ["tag:*", 3],
    ["tag:re:y$", 1],
    ["tag:nc:ü", 1],
    ["tag:nc:u", 1],
    ["note:html", 1],
    ["note:b*", 2],
    ["mid:html", 1],
    ["nid:n0,n2", 2],
    ["preset:default", 3],
    ["preset:other", 0],
  ])("%s: %i", (query, count) => {
    const s = scene();
    s.put({ tags: ["x::y", "ü"] });
    s.put({ deck: "d:A::B", tags: ["x"], type: "html" });
    s.put({ deck: "d:Other" });
    expect(find(s, query)).toHaveLength(count);
  });

  it("knows cards by number and by name", () => {
    const s = scene();
    s.put({ type: "reversed", fields: { Front: "a", Back: "b" } });
    s.put({ type: "cloze", fields: { Text: "{{c1::a}} {{c2::b}}" } });
    expect(find(s, "card:2", "cards")).toEqual(["n0/1", "n1/1"]);
    expect(find(s, '"card:card 2"', "cards")).toEqual(["n0/1"]);
    expect(find(s, "card:cloze", "cards")).toEqual(["n1/0", "n1/1"]);
    expect(find(s, "card:2", "notes")).toEqual(["n0", "n1"]);
    expect(find(s, "cid:n0/0,n1/1", "cards")).toEqual(["n0/0", "n1/1"]);
    expect(find(s, "-card:1", "notes")).toEqual(["n0", "n1"]);
  });
});

describe("states and numbers", () => {
  const review = {
    phase: "review",
    interval: 10,
    stability: 20,
    difficulty: 5.5,
    last: now.ms - 10 * day,
    reps: 4,
  } as const;

  function studied() {
    const s = scene();
    for (let i = 0; i < 7; i++) s.put({});
    s.set({ note: "n1", ...review, day: today, flag: 2, lapses: 3 });
    s.set({ note: "n2", ...review, day: today + 3, suspended: true });
    s.set({ note: "n3", ...review, day: today, buried: today });
    s.set({
      note: "n4",
      phase: "learning",
      due: now.ms + 60_000,
      day: today,
      reps: 1,
      last: now.ms - 1_000,
      stability: 1,
      difficulty: 9,
    });
    s.set({ note: "n6", ...review, day: today, buried: today, buriedAsSibling: true });
    s.set({
      note: "n5",
      phase: "relearning",
      due: now.ms + 3 * 3_600_000,
      day: today,
      reps: 9,
      lapses: 1,
      last: now.ms,
      stability: 2,
      difficulty: 1,
    });
    return s;
  }

  it.each<[string, string]>([
    ["is:new", "0"],
    ["is:learn", "4 5"],
    ["is:review", "1 2 3 5 6"],
    ["is:due", "1 4"],
    ["is:suspended", "2"],
    ["is:buried", "3 6"],
    ["is:buried-manually", "3"],
    ["is:buried-sibling", "6"],
    ["flag:2", "1"],
    ["flag:0", "0 2 3 4 5 6"],
    ["prop:ivl>=10", "1 2 3 6"],
    ["prop:reps=4", "1 2 3 6"],
    ["prop:lapses>0", "1 5"],
    ["prop:due=0", "1 4 5"],
    ["prop:due=3", ""],
    ["prop:due<=0", "1 4 5"],
    ["prop:pos=0", "0"],
    ["prop:pos<9", "0"],
    ["prop:s>10", "1 2 3 6"],
    ["prop:d>0.8", "4"],
    ["prop:d<=0.5", "1 2 3 5 6"],
    ["prop:r>0.99", "4 5"],
    ["prop:r<0.99", "1 2 3 6"],
    ["prop:ease>1", ""],
    ["prop:cdn:x>1", ""],
    ["has-cd:x", ""],
    ["resched:30", ""],
    ["is:due or is:new", "0 1 4"],
    ["-is:new -is:suspended", "1 3 4 5 6"],
  ])("%s: %s", (query, ids) => {
    const expected = ids === "" ? [] : ids.split(" ").map((n) => `n${n}`);
    expect(find(studied(), query)).toEqual(expected);
  });

  it("counts study days from four in the morning", () => {
    const s = scene();
    const start = Date.parse("2026-11-24T03:00:00Z");
    s.put({ created: start, modified: now.ms });
    s.put({ created: start - 1, modified: start - 1 });
    expect(find(s, "added:1")).toEqual(["n0"]);
    expect(find(s, "added:2")).toEqual(["n0", "n1"]);
    expect(find(s, "edited:1")).toEqual(["n0"]);
  });

  it("knows from the log when cards were answered, and how", () => {
    const s = scene();
    for (let i = 0; i < 3; i++) s.put({});
    s.set({ note: "n0", ...review, last: now.ms - 1_000 });
    s.set({ note: "n1", ...review, last: now.ms - 5 * day });
    s.log = new Map([
      ["n0/0", [pack(now.ms - 9 * day, 1), pack(now.ms - 1_000, 3)]],
      ["n1/0", [pack(now.ms - 5 * day, 2)]],
    ]);
    const table: [string, string[]][] = [
      ["rated:1", ["n0"]],
      ["rated:1:1", []],
      ["rated:10:1", ["n0"]],
      ["rated:6:2", ["n1"]],
      ["rated:5:2", []],
      ["introduced:6", ["n1"]],
      ["introduced:10", ["n0", "n1"]],
      ["prop:rated=0", ["n0"]],
      ["prop:rated=-5", ["n1"]],
      ["prop:rated<-5", ["n0"]],
      ["prop:rated<=-5:2", ["n1"]],
      ["prop:rated>-5", ["n0"]],
      ["prop:rated!=-5", ["n0"]],
      ["prop:rated>=-5", ["n0", "n1"]],
    ];
    for (const [query, ids] of table) expect(find(s, query), query).toEqual(ids);
  });

  it("asks for the log only when a card's row does not know", () => {
    const needs = (query: string) => {
      const node = parse(query);
      return !isProblem(node) && needsLog(node);
    };
    expect(["rated:7", "is:due", "added:3"].some(needs)).toBe(false);
    expect(["rated:7:1", "a (b or -introduced:1)", "prop:rated=0"].every(needs)).toBe(true);
  });
});
