import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Column } from "../../main/contract/browse.ts";
import { type Opened, opened } from "./opened.ts";

let app: Opened;
beforeEach(async () => {
  app = await opened("2026-11-24T10:00:00Z");
});
afterEach(() => app.end());

const sort = (column: Column, down = false) => ({ column, down });

async function found(query: string, mode: "cards" | "notes" = "cards", order = sort("question")) {
  const view = await app.ask("browse", { query, mode, sort: order });
  if ("problem" in view) throw new Error(view.problem.say);
  return view;
}

const texts = async (result: string, column: Column, count: number) => {
  const rows = await app.ask("browseRows", { result, columns: [column], from: 0, to: count });
  return rows.map((row) => {
    const cell = row?.cells[0];
    return cell?.kind === "text" ? cell.text : (cell ?? null);
  });
};

const deckText = (title: string, questions: string[]) =>
  `---\ntitle: ${title}\n---\n\n${questions.map((q, i) => `Q: ${q}\nA: answer ${i}\n`).join("\n")}`;

describe("a list", () => {
  it("is found, counted and paged", async () => {
    await app.ask("importDeck", { name: "x", text: deckText("Natural", ["item 10?", "item 9?", "Item 2?"]) });
    const { result, count } = await found("deck:natural");
    expect(count).toBe(3);
    expect(await texts(result, "question", 3)).toEqual(["Item 2?", "item 9?", "item 10?"]);
    expect(await texts(result, "question", 1)).toEqual(["Item 2?"]);
    const down = await found("deck:natural", "cards", sort("question", true));
    expect(await texts(down.result, "question", 3)).toEqual(["item 10?", "item 9?", "Item 2?"]);
  });

  it("says where a search is wrong", async () => {
    const view = await app.ask("browse", { query: "a (b", mode: "cards", sort: sort("question") });
    expect(view).toMatchObject({ problem: { offset: 2, length: 1 } });
  });

  it("tells where cards stand in it, and what is gone", async () => {
    await app.ask("importDeck", { name: "x", text: deckText("Places", ["one?", "two?"]) });
    const { result } = await found("deck:places");
    const rows = await app.ask("browseRows", { result, columns: [], from: 0, to: 5 });
    const ids = rows.map((row) => row?.card ?? "");
    expect(await app.ask("browsePlaces", { result, ids: [...ids].reverse().concat("none/0") })).toEqual([1, 0, null]);
    await app.ask("undo", {});
    expect(await app.ask("browseRows", { result, columns: [], from: 0, to: 5 })).toEqual([null, null]);
  });

  it("is forgotten when eight others have been found", async () => {
    const { result } = await found("is:new");
    for (let i = 0; i < 8; i++) await found("is:due");
    const reply = await app.call("browseRows", { result, columns: [], from: 0, to: 1 });
    expect(reply).toMatchObject({ ok: false, fault: { code: "gone", detail: "list" } });
  });

  it("fills every column for cards and for notes, and sorts by each", async () => {
    const { columns } = await import("../../main/contract/browse.ts");
    for (const mode of ["cards", "notes"] as const)
      for (const column of columns) {
        const { result, count } = await found("", mode, sort(column));
        const rows = await app.ask("browseRows", { result, columns: [...columns], from: 0, to: 3 });
        expect(count).toBeGreaterThan(50);
        for (const row of rows) expect(row?.cells).toHaveLength(columns.length);
      }
  });
});
