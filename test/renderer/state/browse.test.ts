import { describe, expect, it } from "vitest";
import type { Api } from "../../../renderer/api.ts";
import { createBrowse } from "../../../renderer/state/browse/browse.ts";
import { all, extend, only } from "../../../renderer/ui/grid/selection.ts";
import { open } from "../open.tsx";

const many = `---\ntitle: Many\n---\n\n${Array.from({ length: 450 }, (_, i) => `Q: Question ${String(i).padStart(3, "0")}${i % 3 === 0 ? " of three" : ""}\nA: ${i}`).join("\n\n")}\n`;

/** A model over the real app, whose calls can be held back. */
async function opened(deck = many) {
  const { app } = await open(deck);
  const held: (() => void)[] = [];
  const timers: (() => void)[] = [];
  const state = { holds: null as string | null, calls: [] as string[] };
  const api: Api = {
    on: app.api.on,
    offer: app.api.offer,
    async call(name, input) {
      state.calls.push(name);
      const reply = await app.api.call(name, input);
      if (state.holds === name) await new Promise<void>((go) => held.push(go));
      return reply;
    },
  };
  const browse = createBrowse(api, (_, run) => timers.push(run));
  await browse.setMode("notes");
  await browse.sortBy("sortField");
  const text = (position: number) => browse.list.at(position)?.row.cells[0];
  const settle = () => new Promise((done) => setTimeout(done, 30));
  return { app, browse, state, held, timers, text, settle };
}

describe("the list", () => {
  it("is read page by page as it is looked at", async () => {
    const { browse, text, settle } = await opened();
    expect(browse.list.count.value).toBe(450);
    expect(text(0)).toBe("Question 000 of three");
    expect(text(420)).toBeUndefined();
    browse.list.need(410, 440);
    await settle();
    expect(text(420)).toBe("Question 420 of three");
    expect(text(449)).toBe("Question 449");
    expect(text(450)).toBeUndefined();
  });

  it("asks for each page once, and for few at a time", async () => {
    const { browse, state, settle } = await opened();
    state.calls = [];
    await browse.sortBy("sortField");
    for (let i = 0; i < 400; i += 10) browse.list.need(i, i + 30);
    await settle();
    const asked = state.calls.filter((name) => name === "browseRows").length;
    expect(asked).toBe(5);
  });

  it("sorts, and the same column again the other way round", async () => {
    const { browse, text } = await opened();
    await browse.sortBy("sortField");
    expect(text(0)).toBe("Question 449");
    await browse.sortBy("sortField");
    expect(text(0)).toBe("Question 000 of three");
  });

  it("shows other columns with the rows that have them", async () => {
    const { browse } = await opened();
    await browse.setColumns([{ id: "noteType", width: 90 }]);
    expect(browse.list.columns.value).toEqual(["noteType"]);
    expect(browse.list.at(0)?.row.cells).toEqual(["Basic"]);
  });
});

describe("a search", () => {
  it("that is slow never takes the place of a newer one", async () => {
    const { browse, state, held, text } = await opened();
    state.holds = "browse";
    browse.query.value = "001";
    const old = browse.find();
    await expect.poll(() => held.length).toBe(1);
    state.holds = null;
    browse.query.value = "002";
    await browse.find();
    expect(text(0)).toBe("Question 002");
    held[0]?.();
    await old;
    expect(text(0)).toBe("Question 002");
    expect(browse.sought.value).toBe("002");
  });

  it("is not lost when the list is read again meanwhile", async () => {
    const { browse, state, held, text } = await opened();
    state.holds = "browse";
    browse.query.value = "007";
    const search = browse.find();
    await expect.poll(() => held.length).toBe(1);
    state.holds = null;
    await browse.load();
    held[0]?.();
    await search;
    expect([browse.sought.value, text(0)]).toEqual(["007", "Question 007"]);
  });

  it("says that it takes its time, and only then", async () => {
    const { browse, state, held, timers } = await opened();
    timers.length = 0;
    await browse.find();
    for (const run of timers) run();
    expect(browse.waiting.value).toBe(false);
    state.holds = "browse";
    timers.length = 0;
    const slow = browse.find();
    await expect.poll(() => held.length).toBe(1);
    for (const run of timers) run();
    expect(browse.waiting.value).toBe(true);
    held[0]?.();
    await slow;
    expect(browse.waiting.value).toBe(false);
  });

  it("that is wrong says where, and leaves the list as it is", async () => {
    const { browse } = await opened();
    browse.query.value = "dog (cat";
    await browse.find();
    expect(browse.problem.value).toMatchObject({ offset: 4, say: expect.stringMatching(/\(/) });
    expect(browse.list.count.value).toBe(450);
    browse.write("dog");
    expect(browse.problem.value).toBeNull();
  });

  it("runs while it is written once the text rests, and then keeps its mistakes to itself for a while", async () => {
    const { browse, timers, text } = await opened();
    timers.length = 0;
    browse.write("00");
    browse.write("003");
    for (const run of timers.splice(0)) run();
    await expect.poll(() => text(0)).toBe("Question 003 of three");
    browse.write("003 (");
    for (const run of timers.splice(0)) run();
    await expect.poll(() => timers.length).toBeGreaterThan(0);
    expect(browse.problem.value).toBeNull();
    await expect
      .poll(() => {
        for (const run of timers.splice(0)) run();
        return browse.problem.value?.offset;
      })
      .toBe(4);
  });

  it("is remembered once, the latest first", async () => {
    const { browse } = await opened();
    for (const query of ["a", "b", "a", "a", " "]) {
      browse.query.value = query;
      await browse.find();
    }
    expect(browse.layout.now.value.history).toEqual(["a", "b"]);
  });
});

describe("what is selected", () => {
  it("stays the same notes when the list is read again in another order", async () => {
    const { browse, text } = await opened();
    browse.select(extend(only(1), 3, false));
    await browse.sortBy("sortField"); // from the top: another list
    expect(browse.chosen.value).toBe(0);
    browse.select(extend(only(1), 3, false));
    const before = [1, 2, 3].map(text);
    browse.layout.change({ sort: { ...browse.layout.now.value.sort, notes: { column: "sortField", down: false } } });
    await browse.load();
    expect(browse.selection.value.ranges).toEqual([[446, 449]]);
    browse.list.need(440, 449);
    await expect.poll(() => text(447)).toBeDefined();
    expect([448, 447, 446].map(text)).toEqual(before);
    expect(browse.selection.value.cursor).toBe(446);
  });

  it("is what it was after a change and its undo, even if it was everything", async () => {
    const { app, browse } = await opened();
    browse.select(all(only(7), 450));
    const note = browse.list.at(7)?.of.note ?? "";
    await app.api.call("editNote", { note, fields: { Front: "ZZZ last of all" }, tags: [] });
    await browse.load();
    expect(browse.selection.value.ranges).toEqual([[0, 450]]);
    expect(browse.selection.value.cursor).toBe(449);
    await app.api.call("undo", {});
    await browse.load();
    expect(browse.selection.value.cursor).toBe(7);
  });

  it("moves to what stands in its place when all of it is gone", async () => {
    const { browse } = await opened();
    browse.query.value = "three";
    await browse.find();
    browse.select(only(4));
    browse.sought.value = "-three";
    await browse.load();
    expect(browse.selection.value).toMatchObject({ ranges: [[4, 5]], cursor: 4 });
    browse.sought.value = "nothing at all";
    await browse.load();
    expect(browse.chosen.value).toBe(0);
    expect(browse.of()).toBeNull();
  });

  it("is told to bulk calls as runs of positions", async () => {
    const { browse } = await opened();
    browse.select(all(only(0), 450));
    expect(browse.of()).toEqual({ result: browse.list.found.value?.result, ranges: [[0, 450]] });
  });
});
