import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Grade } from "../../../main/contract/shapes.ts";
import { createSession, type Session } from "../../../renderer/state/session.ts";
import { showing } from "../../../renderer/state/turn.ts";
import { kinds, type Opened, open } from "../open.tsx";

let opened: Opened;
async function begin(deck?: string): Promise<Session> {
  opened = await open(deck);
  const session = createSession(opened.app.api, null, () => 0);
  await session.read();
  return session;
}

const cardOf = (session: Session) => session.card.value?.card;

describe("what is on the screen", () => {
  it("is what the main process would show, after any keys", async () => {
    const key = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom<Grade>(1, 2, 3, 4) },
      { weight: 3, arbitrary: fc.constantFrom("undo", "redo") },
      { weight: 1, arbitrary: fc.constantFrom("bury", "buryNote") },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(key, { maxLength: 14 }), async (keys) => {
        const session = await begin();
        for (const pressed of keys) {
          if (typeof pressed === "number") {
            session.show();
            void session.answer(pressed);
          } else if (pressed === "undo" || pressed === "redo") void session.step(pressed);
          else void session.bury(pressed === "buryNote");
        }
        await session.settle();
        const { ahead, left } = await opened.ask("study", { deck: null });
        expect(session.trouble.value).toBeNull();
        expect(session.card.value && showing(session.card.value)).toBe(ahead[0] && showing(ahead[0]));
        expect(session.view.value?.left).toEqual(left);
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});

describe("an answer", () => {
  it("moves the screen on in the same turn, and is on disk when it settles", async () => {
    const session = await begin();
    const [first, second] = [cardOf(session), session.view.value?.ahead[1]?.card];
    session.show();
    void session.answer(3);
    expect(cardOf(session)).toBe(second);
    expect(session.turn.value.revealed).toBe(false);
    await session.settle();
    expect((await opened.ask("cardInfo", { card: first ?? "" })).reps).toBe(1);
    expect(session.answered.value).toBe(1);
  });

  it("is kept when the next one comes before it was acknowledged", async () => {
    const session = await begin();
    for (const grade of [3, 1] as const) {
      session.show();
      void session.answer(grade);
    }
    expect(session.place.value).toBe("loading");
    await session.settle();
    expect(session.place.value).toBe("question");
    expect((await opened.ask("today", {})).past.at(-1)).toBe(2);
  });

  it("leaves at once: a window that is gone before the first reply loses none", async () => {
    const session = await begin();
    for (const grade of [3, 4] as const) {
      session.show();
      void session.answer(grade);
    }
    opened.cut(true); // nothing can be sent from here on
    await session.settle();
    opened.cut(false);
    expect((await opened.ask("today", {})).past.at(-1)).toBe(2);
  });

  it("may be checked while the one before is still on its way", async () => {
    const session = await begin(kinds);
    session.show();
    void session.answer(3);
    expect(session.place.value).toBe("typed");
    session.type("nineteen eighty-nine");
    await Promise.resolve(); // the answer has left; its reply will replace the card on show by a fresh copy of it
    await session.check();
    await session.settle();
    expect(session.turn.value).toMatchObject({ revealed: true, verdict: { verdict: "right" } });
  });

  it("is not given while the question is shown, nor twice for one showing", async () => {
    const session = await begin(kinds);
    await session.answer(3);
    expect((await opened.ask("today", {})).past.at(-1)).toBe(0);
    session.show();
    void session.answer(3);
    void session.answer(3);
    await session.settle();
    expect((await opened.ask("today", {})).past.at(-1)).toBe(1);
  });

  it("takes as long as the card was on the screen", async () => {
    opened = await open(kinds);
    let tick = 0;
    const session = createSession(opened.app.api, null, () => tick);
    await session.read();
    const card = cardOf(session) ?? "";
    tick = 7_300.4;
    session.show();
    await session.answer(3);
    expect((await opened.ask("cardInfo", { card })).log[0]?.took).toBe(7_300);
  });
});

describe("a buried card", () => {
  it("goes at once, so that the next key is about the next card", async () => {
    const session = await begin();
    const [first, second] = session.view.value?.ahead.map(({ card }) => card) ?? [];
    void session.bury(false);
    expect(cardOf(session)).toBe(second);
    session.show();
    await session.answer(3);
    expect((await opened.ask("cardInfo", { card: first ?? "" })).reps).toBe(0);
    expect((await opened.ask("cardInfo", { card: second ?? "" })).reps).toBe(1);
    expect(session.trouble.value).toBeNull();
  });

  it("comes back as it was if that is refused", async () => {
    const session = await begin(kinds);
    const card = cardOf(session);
    session.show();
    opened.cut(true);
    expect(await session.bury(true)).toBe(false);
    expect(cardOf(session)).toBe(card);
    expect(session.turn.value.revealed).toBe(true);
    expect(session.trouble.value).toContain("lost touch");
  });
});

describe("a turn", () => {
  const card = (kind: string) => `---\ntitle: One\n---\n\nQ: Which year?\n${kind}\nId: one\n`;
  it("goes on when its card is read again, and begins anew when the card became another kind", async () => {
    const session = await begin(card("Type: 1989"));
    session.type("19");
    await session.read();
    expect(session.turn.value).toMatchObject({ typed: "19", touched: true });
    session.show();
    await opened.ask("importDeck", { name: "one.md", text: card("A: 1989") });
    await session.read();
    expect(session.card.value?.face.type).toBe("basic");
    expect(session.turn.value).toMatchObject({ typed: "", touched: false, revealed: false });
  });
});

describe("a refused answer", () => {
  it("brings the card back with a sentence, and loses nothing", async () => {
    const session = await begin();
    const card = session.card.value;
    if (!card) throw new Error("no card");
    // The same card is answered from another place, so the window's showing is out of date.
    await opened.ask("answer", { card: card.card, seen: card.seen, grade: 4, tookMs: 1 });
    session.show();
    await session.answer(1);
    expect(session.trouble.value).toContain("has changed since it was shown");
    expect((await opened.ask("cardInfo", { card: card.card })).reps).toBe(1);
    expect(session.card.value).not.toBeNull();
    session.show();
    await session.answer(3);
    expect(session.trouble.value).toBeNull();
  });

  it("shows the same card again, with its answer, and takes it the next time", async () => {
    const session = await begin();
    const card = cardOf(session);
    opened.cut(true);
    session.show();
    await session.answer(3);
    expect(cardOf(session)).toBe(card);
    expect(session.place.value).toBe("answer");
    expect(session.trouble.value).toContain("lost touch");
    opened.cut(false);
    await session.answer(3);
    expect(session.trouble.value).toBeNull();
    expect((await opened.ask("today", {})).past.at(-1)).toBe(1);
  });
});

describe("the end", () => {
  it("sums up since the session began, and undo comes back from it", async () => {
    const session = await begin(kinds);
    while (session.place.value !== "done") {
      session.show();
      await session.answer(4);
    }
    expect(session.summary.value).toMatchObject({ answers: 4, cards: 4, waiting: null });
    const done = await session.step("undo");
    expect(done?.op).toBe("answer");
    expect(session.place.value).not.toBe("done");
    expect(session.answered.value).toBe(3);
  });

  it("waits for a card in learning, and goes on when it is back", async () => {
    const session = await begin(kinds);
    await opened.ask("saveSettings", { learningSteps: "1h" });
    // What the buttons promised under the old steps no longer holds.
    await session.read();
    for (const grade of [4, 4, 4, 1] as const) {
      session.show();
      await session.answer(grade);
    }
    expect(session.place.value).toBe("done");
    expect(session.summary.value?.waiting).not.toBeNull();
    opened.pass(3_600_000);
    await session.read();
    expect(session.place.value).not.toBe("done");
    expect(session.summary.value).toBeNull();
  });
});
