import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FilteredSpec } from "../../main/contract/filtered.ts";
import type { CardView, SessionView } from "../../main/contract/views.ts";
import { type Opened, opened } from "./opened.ts";

let app: Opened;
const minute = 60_000;

beforeEach(async () => {
  app = await opened("2026-11-23T18:00:00Z");
});
afterEach(() => app.end());

const spec: FilteredSpec = {
  deck: null,
  wish: { kind: "search", query: "" },
  order: "addedUp",
  limit: 3,
  schedules: false,
};
const begin = (more: Partial<FilteredSpec> = {}) => app.ask("studyFiltered", { ...spec, ...more });
const give = async (session: SessionView, grade: 1 | 2 | 3 | 4) => {
  const { card, seen } = session.ahead[0] as CardView;
  return app.ask("answer", { card, seen, grade, tookMs: 2_000 });
};
const faultOf = async (name: string, input: unknown) => {
  const reply = await app.call(name, input);
  return reply.ok ? null : reply.fault.code;
};

describe("a session that schedules nothing", () => {
  it("says so on every button, brings cards back within itself, and leaves them as they were", async () => {
    let session = await begin();
    expect(session.filtered).toEqual({ spec, deckName: null, cards: 3 });
    expect(session.left.fresh).toBe(3);
    const [first, second] = session.ahead as [CardView, CardView];
    expect(first.previews.map(({ cram, wait }) => [cram, wait.n])).toEqual([
      ["again", 60],
      ["again", 600],
      ["done", 0],
      ["done", 0],
    ]);
    session = await give(session, 1);
    expect(session.ahead[0]?.card).toBe(second.card);
    app.clock.ms += 61_000;
    session = await give(session, 3); // the second is done; the window has the third already
    session = await give(session, 2);
    expect(session.ahead[0]).toMatchObject({ card: first.card, round: 1 });
    session = await give(session, 3);
    expect(session.ahead[0]).toMatchObject({ round: 1 }); // within the learn-ahead limit
    session = await give(session, 4);
    expect(session).toMatchObject({ ahead: [], waiting: null });
    expect((await app.ask("cardInfo", { card: first.card })).log.map(({ kind, grade }) => [kind, grade])).toEqual([
      ["cram", 1],
      ["cram", 3],
    ]);
    expect(app.collection().cards.size).toBe(0);
    expect(await app.ask("today", {})).toMatchObject({ fresh: 20 });
  });

  it("takes an answer back: the very card is shown again, and then redone", async () => {
    const before = await begin();
    const after = await give(before, 3);
    const { session: back } = await app.ask("undo", {});
    expect(back?.ahead.map(({ card }) => card)).toEqual(before.ahead.map(({ card }) => card));
    expect(back?.filtered).toEqual(before.filtered);
    const { session: again } = await app.ask("redo", {});
    expect(again?.ahead.map(({ card }) => card)).toEqual(after.ahead.map(({ card }) => card));
  });
});

it("does not take in a card whose answer of another session is taken back", async () => {
  const day = await app.ask("study", { deck: null });
  await give(day, 3);
  const session = await begin({ order: "addedDown" });
  const { session: back } = await app.ask("undo", {});
  expect(back?.ahead.map(({ card }) => card)).toEqual(session.ahead.map(({ card }) => card));
});

it("counts answers where it schedules, and leaves what it holds to the cards' own days", async () => {
  let session = await begin({ schedules: true, limit: 2 });
  const [first] = session.ahead as [CardView];
  expect(first.previews.every(({ cram }) => cram === undefined)).toBe(true);
  session = await give(session, 4);
  session = await give(session, 3);
  expect(session.ahead.map(({ phase }) => phase)).toEqual(["learning"]);
  expect(session.filtered?.cards).toBe(2);
  session = await app.ask("resumeFiltered", {});
  expect(session.ahead.map(({ phase }) => phase)).toEqual(["learning"]);
  app.clock.ms += 10 * minute;
  session = await give(session, 3);
  expect(session).toMatchObject({ ahead: [], waiting: null });
  expect((await app.ask("today", {})).past.at(-1)).toBe(3);
});

it("studies ahead, and says when cards are due and what early answers do", async () => {
  let session = await begin({ schedules: true, limit: 3 });
  while (session.ahead[0]) session = await give(session, 4);
  const ahead: FilteredSpec = { ...spec, wish: { kind: "ahead", days: 30 }, limit: 99, schedules: true, order: "due" };
  const preview = await app.ask("previewFiltered", ahead);
  if ("problem" in preview) throw new Error(preview.problem.say);
  expect(preview.cards).toBe(3);
  expect(preview.byDay.reduce((sum, n) => sum + n, 0)).toBe(3);
  expect(preview.byDay[0]).toBe(0);
  expect(preview.early?.cards).toBe(3);
  expect(preview.early?.now).toBeLessThan(preview.early?.onTime ?? 0);
  expect((await app.ask("studyFiltered", ahead)).left.review).toBe(3);
  expect(await app.ask("previewFiltered", { ...ahead, wish: { kind: "ahead", days: 1 } })).toMatchObject({ cards: 0 });
});

it("brings back what was forgotten, and neither what is suspended nor what is buried", async () => {
  let session = await app.ask("study", { deck: null });
  const forgotten = session.ahead[0] as CardView;
  session = await give(session, 1);
  session = await give(session, 3);
  const wish = { kind: "forgotten", days: 1 } as const;
  expect((await begin({ wish })).ahead.map(({ card }) => card)).toEqual([forgotten.card]);
  await app.ask("suspend", { card: forgotten.card, whole: false });
  expect(await app.ask("previewFiltered", { ...spec, wish })).toMatchObject({ cards: 0, found: 1, suspended: 1 });
});

it("takes rows of Browse, and lets go of a card that is set aside or given another day", async () => {
  const found = await app.ask("browse", { query: "", mode: "cards", sort: { column: "deck", down: false } });
  if ("problem" in found) throw new Error();
  const { result } = found;
  let session = await begin({
    wish: {
      kind: "rows",
      result,
      ranges: [
        [2, 4],
        [7, 8],
      ],
    },
    limit: 99,
  });
  expect(session.filtered?.cards).toBe(3);
  await app.ask("bulk", { result, ranges: [[2, 3]], change: { kind: "due", days: "5" } });
  session = await app.ask("resumeFiltered", {});
  expect(session.left.fresh).toBe(2);
  session = await app.ask("bury", { card: session.ahead[0]?.card ?? "", whole: false });
  expect(session.left.fresh).toBe(1);
});

it("refuses what cannot be studied", async () => {
  expect(await faultOf("resumeFiltered", {})).toBe("gone");
  expect(await faultOf("studyFiltered", { ...spec, deck: "none" })).toBe("gone");
  expect(await faultOf("studyFiltered", { ...spec, wish: { kind: "search", query: "(" } })).toBe("badChange");
  expect(await faultOf("studyFiltered", { ...spec, limit: 0 })).toBe("badInput");
  expect(await faultOf("studyFiltered", { ...spec, wish: { kind: "ahead", days: 0 } })).toBe("badInput");
  expect(await faultOf("moreToday", { deck: "none", of: "fresh", count: 1 })).toBe("gone");
  expect(await faultOf("moreToday", { deck: null, of: "fresh", count: -1 })).toBe("badInput");
  const problem = await app.ask("previewFiltered", { ...spec, wish: { kind: "search", query: "is:nonsense" } });
  expect(problem).toHaveProperty("problem.offset");
});
