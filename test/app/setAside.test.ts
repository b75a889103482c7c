import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CardView } from "../../main/contract/views.ts";
import { type Opened, opened } from "./opened.ts";

let app: Opened;
beforeEach(async () => {
  app = await opened("2026-11-24T10:00:00Z");
});
afterEach(() => app.end());

async function shown(): Promise<CardView> {
  const [card] = (await app.ask("study", { deck: null })).ahead;
  if (!card) throw new Error("nothing to study");
  return card;
}

describe("in the middle of a session", () => {
  it("a suspended card leaves, and comes back only when that is taken back", async () => {
    const card = await shown();
    const after = await app.ask("suspend", { card: card.card, whole: false });
    expect(after.ahead.map((ahead) => ahead.card)).not.toContain(card.card);
    expect((await shown()).card).not.toBe(card.card);
    expect(app.collection().cards.get(card.card)?.suspended).toBe(true);
    await app.ask("undo", {});
    expect(app.collection().cards.has(card.card)).toBe(false);
  });

  it("a note is suspended with all its cards", async () => {
    const text = "---\ntitle: Gaps\n---\n\nCloze: {{c1::a}} and {{c2::b}}\n";
    await app.ask("importDeck", { name: "x", text });
    const id = [...app.collection().decks.values()].find(({ name }) => name === "Gaps")?.id ?? "";
    const [card] = (await app.ask("study", { deck: id })).ahead;
    const after = await app.ask("suspend", { card: card?.card ?? "", whole: true });
    expect(after.ahead).toEqual([]);
    expect([...app.collection().cards.values()].map(({ suspended }) => suspended)).toEqual([true, true]);
  });

  it("a flag and a mark show on the card, which stays where it is", async () => {
    const card = await shown();
    expect(card).toMatchObject({ flag: 0, marked: false });
    const flagged = await app.ask("flag", { card: card.card, flag: 3 });
    expect(flagged.ahead[0]).toMatchObject({ card: card.card, flag: 3 });
    const marked = await app.ask("mark", { card: card.card });
    expect(marked.ahead[0]).toMatchObject({ card: card.card, flag: 3, marked: true });
    expect(app.collection().notes.get(card.note)?.tags).toContain("marked");
    expect((await app.ask("mark", { card: card.card })).ahead[0]?.marked).toBe(false);
    const [first] = (await app.ask("flag", { card: card.card, flag: 0 })).ahead;
    expect(first).toMatchObject({ card: card.card, flag: 0 });
    expect(app.collection().cards.has(card.card)).toBe(false);
    // The card can still be answered as it was seen.
    await app.ask("answer", { card: card.card, seen: card.seen, grade: 3, tookMs: 1 });
  });

  it("a flag that is there already is no change", async () => {
    const card = await shown();
    await app.ask("flag", { card: card.card, flag: 0 });
    expect((await app.ask("undo", {})).done).toBeNull();
  });
});
