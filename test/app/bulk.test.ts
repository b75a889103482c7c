import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BulkChange } from "../../main/contract/browse.ts";
import { type Opened, opened } from "./opened.ts";

let app: Opened;
beforeEach(async () => {
  app = await opened("2026-11-24T10:00:00Z");
  const text =
    "---\ntitle: Bulk\n---\n\nQ: one?\nA: 1\nTags: x\n\nQ: two?\nA: 2\n\nCloze: {{c1::three}} and {{c2::four}}\n";
  await app.ask("importDeck", { name: "x", text });
});
afterEach(() => app.end());

async function rows(query: string, mode: "cards" | "notes" = "cards") {
  const view = await app.ask("browse", { query, mode, sort: { column: "question", down: false } });
  if ("problem" in view) throw new Error(view.problem.say);
  return { count: view.count, chosen: { result: view.result, ranges: [[0, view.count]] as [number, number][] } };
}

const count = async (query: string) => (await rows(query)).count;
const everything = () => structuredClone({ ...app.collection(), reviews: new Map() });

const changes: [BulkChange, string, number][] = [
  [{ kind: "move", deck: "New::Deck" }, "deck:new", 4],
  [{ kind: "tag", add: ["fresh::leaf"], remove: [] }, "tag:fresh", 4],
  [{ kind: "tag", add: [], remove: ["x"] }, "tag:none", 4],
  [{ kind: "suspend", on: true }, "is:suspended", 4],
  [{ kind: "bury", on: true }, "is:buried", 4],
  [{ kind: "flag", flag: 3 }, "flag:3", 4],
  [{ kind: "due", days: "5-7" }, "prop:due>=5 prop:due<=7", 4],
  [{ kind: "reposition", start: 5_000, step: 2, random: false, shift: false }, "prop:pos>=5000", 4],
];

describe("a change to many", () => {
  it.each(changes)("%j is counted before, made, and taken back", async (change, query, found) => {
    const { chosen } = await rows("deck:bulk");
    const before = everything();
    const promised = await app.ask("bulkEffects", { ...chosen, change });
    expect(everything()).toEqual(before);
    expect(promised).toMatchObject({ cards: 4, notes: 3 });
    expect(await app.ask("bulk", { ...chosen, change })).toEqual(promised);
    const [, card] = chosen.ranges;
    expect(card).toBeUndefined();
    expect(await count(`${query} (deck:bulk or deck:new)`)).toBe(found);
    expect(promised.changed).toBeGreaterThan(0);
    const { done } = await app.ask("undo", {});
    expect(done).not.toBeNull();
    expect(everything()).toEqual(before);
    await app.ask("redo", {});
    expect(await count(`${query} (deck:bulk or deck:new)`)).toBe(found);
    await app.reopen();
    expect(await count(`${query} (deck:bulk or deck:new)`)).toBe(found);
  });

  it("deletes notes with the rows of their cards, and brings them back", async () => {
    const { chosen } = await rows("card:2 deck:bulk");
    await app.ask("bulk", { ...chosen, change: { kind: "flag", flag: 1 } });
    const before = everything();
    const effects = await app.ask("bulk", { ...chosen, change: { kind: "delete" } });
    expect(effects).toEqual({ cards: 1, notes: 1, changed: 1, along: 1 });
    expect(await count("deck:bulk")).toBe(2);
    expect(app.collection().cards.size).toBe(0);
    await app.ask("undo", {});
    expect(everything()).toEqual(before);
  });

  it("changes nothing where all is so already", async () => {
    const { chosen } = await rows("deck:bulk");
    const change = { kind: "suspend", on: false } as const;
    expect((await app.ask("bulk", { ...chosen, change })).changed).toBe(0);
    expect((await app.ask("undo", {})).done?.op).toBe("import");
  });

  it("says why a due date is none", async () => {
    const { chosen } = await rows("deck:bulk");
    const reply = await app.call("bulk", { ...chosen, change: { kind: "due", days: "soon" } });
    expect(reply).toMatchObject({ ok: false, fault: { code: "badChange" } });
  });

  it("makes a studied card new again and keeps its log", async () => {
    const session = await app.ask("study", { deck: null });
    const [card] = session.ahead;
    if (!card) throw new Error("nothing to study");
    await app.ask("answer", { card: card.card, seen: card.seen, grade: 4, tookMs: 10 });
    const { chosen } = await rows(`cid:${card.card}`);
    await app.ask("bulk", { ...chosen, change: { kind: "reset" } });
    expect(await count(`is:new cid:${card.card}`)).toBe(1);
    expect((await app.ask("cardInfo", { card: card.card })).log).toHaveLength(1);
    expect(await count(`rated:1:4 cid:${card.card}`)).toBe(1);
    await app.ask("undo", {});
    expect(await count(`is:review cid:${card.card}`)).toBe(1);
  });
});

describe("find and replace", () => {
  const replacement = {
    find: "(t)wo|thr(e+)",
    replace: "[$1$2]",
    regex: true,
    matchCase: false,
    where: { in: "all" },
  } as const;

  it("shows what will change, changes it, and takes it back", async () => {
    const { chosen } = await rows("deck:bulk", "notes");
    const before = everything();
    const preview = await app.ask("replacePreview", { ...chosen, ...replacement });
    expect(preview).toMatchObject({ notes: 2, refused: 0 });
    if ("problem" in preview) throw new Error(preview.problem.say);
    expect(preview.samples.map(({ before, after }) => [before, after])).toEqual([
      ["{{c1::three}} and {{c2::four}}", "{{c1::[ee]}} and {{c2::four}}"],
      ["two?", "[t]?"],
    ]);
    expect(everything()).toEqual(before);
    expect(await app.ask("replaceText", { ...chosen, ...replacement })).toEqual(preview);
    expect(await count('"[t]?"')).toBe(1);
    await app.ask("undo", {});
    expect(everything()).toEqual(before);
  });

  it("leaves notes alone that could not be asked afterwards", async () => {
    const { chosen } = await rows("deck:bulk", "notes");
    const nothing = { ...replacement, find: ".*", replace: "", where: { in: "field", name: "front" } } as const;
    expect(await app.ask("replaceText", { ...chosen, ...nothing })).toMatchObject({ notes: 0, refused: 2 });
  });

  it("renames in tags", async () => {
    const { chosen } = await rows("deck:bulk", "notes");
    const inTags = { ...replacement, find: "^x$", replace: "y::z", where: { in: "tags" } } as const;
    expect(await app.ask("replaceText", { ...chosen, ...inTags })).toMatchObject({ notes: 1 });
    expect(await count("tag:y deck:bulk")).toBe(1);
  });

  it("points at what is wrong in a pattern", async () => {
    const { chosen } = await rows("deck:bulk", "notes");
    const wrong = { ...replacement, find: "a(b" };
    expect(await app.ask("replacePreview", { ...chosen, ...wrong })).toMatchObject({
      problem: { offset: 1, length: 1 },
    });
  });
});

describe("decks", () => {
  const deckId = (name: string) => [...app.collection().decks.values()].find((deck) => deck.name === name)?.id ?? "";
  const names = () =>
    [...app.collection().decks.values()].map(({ name }) => name).filter((name) => /^(Bulk|A|B)/.test(name));

  it("are made, renamed with what is inside, moved, and taken back", async () => {
    await app.ask("createDeck", { name: "A::Inner" });
    expect(names().sort()).toEqual(["A", "A::Inner", "Bulk"]);
    await app.ask("renameDeck", { deck: deckId("A"), name: "Bulk::A", merge: false });
    expect(names().sort()).toEqual(["Bulk", "Bulk::A", "Bulk::A::Inner"]);
    await app.ask("renameDeck", { deck: deckId("Bulk"), name: "B::C", merge: false });
    expect(names().sort()).toEqual(["B", "B::C", "B::C::A", "B::C::A::Inner"]);
    expect(await count("deck:b::c")).toBe(4);
    await app.ask("undo", {});
    expect(names().sort()).toEqual(["Bulk", "Bulk::A", "Bulk::A::Inner"]);
  });

  it("merge only if that is wanted", async () => {
    await app.ask("createDeck", { name: "A::Inner" });
    await app.ask("createDeck", { name: "Bulk::Inner" });
    const before = everything();
    const refused = await app.call("renameDeck", { deck: deckId("Bulk"), name: "A", merge: false });
    expect(refused).toMatchObject({ ok: false, fault: { code: "badChange" } });
    expect(await app.ask("renameDeck", { deck: deckId("Bulk"), name: "A", merge: true })).toBe(deckId("A"));
    expect(names().sort()).toEqual(["A", "A::Inner"]);
    expect(await count("deck:a")).toBe(4);
    await app.ask("undo", {});
    expect(everything()).toEqual(before);
  });

  it("never lie inside themselves", async () => {
    const reply = await app.call("renameDeck", { deck: deckId("Bulk"), name: "Bulk::A", merge: true });
    expect(reply).toMatchObject({ ok: false, fault: { code: "badChange" } });
  });

  it("go with their cards, or hand them on", async () => {
    const before = everything();
    await app.ask("createDeck", { name: "A" });
    expect(await app.ask("deckEffects", { deck: deckId("Bulk") })).toEqual({ decks: 1, notes: 3, cards: 4 });
    await app.ask("deleteDeck", { deck: deckId("Bulk"), end: { cards: "move", to: deckId("A") } });
    expect(await count("deck:a")).toBe(4);
    await app.ask("undo", {});
    await app.ask("deleteDeck", { deck: deckId("Bulk"), end: { cards: "delete" } });
    expect(await count("deck:bulk")).toBe(0);
    await app.ask("undo", {});
    await app.ask("undo", {});
    expect(everything()).toEqual(before);
  });
});

describe("tags and saved searches", () => {
  it("rename with what is inside, and go", async () => {
    const { chosen } = await rows("deck:bulk", "notes");
    await app.ask("bulk", { ...chosen, change: { kind: "tag", add: ["X::deep", "xy"], remove: [] } });
    expect(await app.ask("renameTag", { tag: "x", name: "p::q" })).toBe(3);
    expect(await count("tag:p::q::deep deck:bulk")).toBe(4);
    expect(await count("tag:xy deck:bulk")).toBe(4);
    expect(await app.ask("deleteTag", { tag: "p" })).toBe(3);
    expect(await count("tag:p")).toBe(0);
    expect(await app.call("deleteTag", { tag: "p" })).toMatchObject({ fault: { code: "gone", detail: "tag" } });
    expect(await app.call("renameTag", { tag: "xy", name: "a b" })).toMatchObject({ fault: { code: "badChange" } });
  });

  it("are listed in the sidebar with counts", async () => {
    await app.ask("renameTag", { tag: "x", name: "a::b_c" });
    await app.ask("saveSearch", { name: "Due", query: "is:due" });
    const saved = await app.ask("saveSearch", { name: "due", query: "is:due -is:learn" });
    await app.ask("renameSearch", { id: saved.id, name: "Now" });
    const view = await app.ask("sidebar", {});
    expect(view.searches).toMatchObject([{ name: "Now", query: "is:due -is:learn" }]);
    const tag = view.tags.find(({ name }) => name === "a")?.children[0];
    expect(tag).toMatchObject({ label: "b_c", count: 1 });
    for (const { query, count: promised } of [tag ?? { query: "", count: -1 }, ...view.decks])
      expect(await count(query)).toBe(promised);
    for (const { query, count: promised } of [...view.states, ...view.flags]) expect(await count(query)).toBe(promised);
    await app.ask("deleteSearch", { id: saved.id });
    expect((await app.ask("sidebar", {})).searches).toEqual([]);
    expect(await app.call("saveSearch", { name: "x", query: "(" })).toMatchObject({ fault: { code: "badChange" } });
  });
});

describe("duplicates", () => {
  it("are found exactly and nearly, across note types", async () => {
    const text =
      "---\ntitle: Twice\n---\n\nQ: One?\nA: 1\n\nQ: **one**?\nA: x\n\nCloze: {{c1::Three}} and {{c2::four}}!\n\nQ: Which river is the longest in Africa\nA: Nile\n\nQ: Which river is the longest in Africa?\nA: The Nile\n\nQ: Chapter 1 of the book\nA: a\n\nQ: Chapter 2 of the book\nA: b\n";
    await app.ask("importDeck", { name: "y", text });
    const query = "deck:bulk or deck:twice";
    const groups = async (near: boolean) => {
      const view = await app.ask("duplicates", { query, field: null, near });
      if ("problem" in view) throw new Error(view.problem.say);
      return view.groups.map(({ notes }) => notes.map(({ text }) => text));
    };
    expect(await groups(false)).toEqual([["one?", "one?"]]);
    expect(await groups(true)).toEqual([
      ["one?", "One?", "one?"],
      ["three and four", "Three and four!"],
      ["Which river is the longest in Africa", "Which river is the longest in Africa?"],
    ]);
  });
});

describe("completion", () => {
  const suggest = async (query: string) => {
    const found = await app.ask("complete", { query, caret: query.length });
    return found.map(({ insert, offset, length }) => query.slice(0, offset) + insert + query.slice(offset + length));
  };

  it.each([
    ["de", "deck:"],
    ["dog -ta", "dog -tag:"],
    ["is:sus", "is:suspended"],
    ["deck:bul", "deck:Bulk"],
    ['(deck:"bul', "(deck:Bulk"],
    ["tag:x", "tag:x"],
    ["note:rev", 'note:"Basic and reversed"'],
    ["Fron", "Front:"],
    ["card:card", '"card:Card 1"'],
    ["prop:re", "prop:reps"],
    ["flag:", "flag:1"],
  ])("%s: %s", async (query, first) => {
    const expected = first.startsWith("note:") ? '"note:Basic and reversed"' : first;
    expect((await suggest(query))[0]).toBe(expected);
  });

  it("keeps still where nothing was begun", async () => {
    expect(await suggest("")).toEqual([]);
    expect(await suggest("dog ")).toEqual([]);
  });
});
