import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CallName, Input } from "../../main/contract/calls.ts";
import type { CardView } from "../../main/contract/views.ts";
import { type Opened, opened } from "./opened.ts";

let app: Opened;
const ask = <N extends CallName>(name: N, input: Input<N>) => app.ask(name, input);

beforeEach(async () => {
  app = await opened("2026-11-23T18:00:00Z");
});
afterEach(() => app.end());

const faultOf = async (name: string, input: unknown) => {
  const reply = await app.call(name, input);
  return reply.ok ? null : reply.fault.code;
};

const give = ({ card, seen }: CardView, grade: 1 | 2 | 3 | 4) => ask("answer", { card, seen, grade, tookMs: 4_000 });

describe("a first session", () => {
  it("starts with the decks that ship, and ends after the day's cards", async () => {
    const today = await ask("today", {});
    expect(today.decks.filter((deck) => deck.path.length === 1)).toHaveLength(2);
    expect(today).toMatchObject({ due: 0, fresh: 20 });
    let session = await ask("study", { deck: null });
    const seen = new Set<string>();
    let answers = 0;
    while (session.ahead[0]) {
      const [card, next] = session.ahead;
      seen.add(card.card);
      app.clock.ms += 8_000;
      session = await give(card, answers % 5 === 0 ? 1 : 3);
      if (next) expect(session.ahead[0]?.card).toBe(next.card);
      expect(++answers).toBeLessThan(200);
    }
    expect(seen.size).toBe(20);
    expect(session.left).toMatchObject({ learning: 0, review: 0, fresh: 0 });
    const summary = await ask("summary", { since: Date.parse("2026-11-23T18:00:00Z"), deck: null });
    expect(summary).toMatchObject({ answers, cards: 20 });
    expect(summary.hardest).toHaveLength(3);
    expect((await ask("today", {})).past.at(-1)).toBe(answers);
  });

  it("is found as it was left after a restart in the middle", async () => {
    const session = await ask("study", { deck: null });
    const first = session.ahead[0] as CardView;
    const after = await give(first, 3);
    const info = await ask("cardInfo", { card: first.card });
    await app.reopen();
    expect(await ask("cardInfo", { card: first.card })).toEqual(info);
    expect(info.log).toHaveLength(1);
    const again = await ask("study", { deck: null });
    expect(again.left.fresh).toBe(after.left.fresh);
    expect(again.undo).toBe("answer");
  });
});

describe("undo", () => {
  it("brings the very card back, also after a restart, and redo answers it again", async () => {
    const session = await ask("study", { deck: null });
    const first = session.ahead[0] as CardView;
    await give(first, 2);
    await app.reopen();
    await ask("study", { deck: null });
    const undone = await ask("undo", {});
    expect(undone.done?.op).toBe("answer");
    expect(undone.session?.ahead[0]).toMatchObject({ card: first.card, phase: "new", seen: { reps: 0 } });
    expect((await ask("cardInfo", { card: first.card })).log).toEqual([]);
    const redone = await ask("redo", {});
    expect(redone.session?.ahead[0]?.card).not.toBe(first.card);
    expect((await ask("cardInfo", { card: first.card })).log).toHaveLength(1);
  });

  it("takes back settings and edits in the order in which they were made, and then has nothing left", async () => {
    const before = await ask("settings", {});
    await ask("saveSettings", { theme: "dark" });
    const session = await ask("study", { deck: null });
    const { note } = session.ahead[0] as CardView;
    const { fields } = await ask("note", { note });
    const [first] = fields;
    await ask("editNote", { note, fields: { [first?.name ?? ""]: `${first?.value} Indeed?` }, tags: ["mine"] });
    expect((await ask("note", { note })).tags).toEqual(["mine"]);
    expect((await ask("undo", {})).done?.op).toBe("edit");
    expect((await ask("note", { note })).fields).toEqual(fields);
    expect((await ask("undo", {})).done?.op).toBe("settings");
    expect(await ask("settings", {})).toEqual(before);
    expect((await ask("undo", {})).done).toBeNull();
  });
});

describe("answers", () => {
  it("count once, however often they are sent for one showing", async () => {
    const session = await ask("study", { deck: null });
    const { card, seen } = session.ahead[0] as CardView;
    const input = { card, seen, grade: 3, tookMs: 10 };
    const replies = await Promise.all([1, 2, 3].map(() => app.call("answer", input)));
    expect(replies.map((reply) => reply.ok)).toEqual([true, false, false]);
    expect((await ask("cardInfo", { card })).reps).toBe(1);
  });

  it("go on after the day has turned under the session, with the new day's cards", async () => {
    app.clock.ms = Date.parse("2026-11-24T02:59:50Z");
    let session = await ask("study", { deck: null });
    for (let i = 0; i < 5; i++) session = await give(session.ahead[0] as CardView, 4);
    expect(session.left.fresh).toBe(15);
    app.clock.ms += 20_000;
    session = await give(session.ahead[0] as CardView, 4);
    expect(session.ahead).toHaveLength(2);
    expect(session.left.fresh).toBe(19);
  });

  it("are put off with bury, and come tomorrow", async () => {
    const session = await ask("study", { deck: null });
    const { card } = session.ahead[0] as CardView;
    const after = await ask("bury", { card, whole: false });
    expect(after.ahead[0]?.card).toBe(session.ahead[1]?.card);
    expect(after.ahead.map((view) => view.card)).not.toContain(card);
  });
});

describe("bad input", () => {
  it("is refused with a fault, and changes nothing", async () => {
    const { lines } = await ask("check", {});
    expect(await faultOf("fly", {})).toBe("unknownCall");
    expect(await faultOf("pickFiles", { folder: false })).toBe("unknownCall");
    expect(await faultOf("answer", { card: "x" })).toBe("badInput");
    expect(
      await faultOf("answer", {
        card: "x/0",
        seen: { reps: 0, at: app.clock.ms, days: [1, 2, 3, 4] },
        grade: 3,
        tookMs: 1,
      }),
    ).toBe("gone");
    expect(await faultOf("note", { note: "x" })).toBe("gone");
    expect(await faultOf("checkTyped", { card: "x/0", typed: "" })).toBe("gone");
    expect(await faultOf("saveSettings", { desiredRetention: 2 })).toBe("badSetting");
    expect(await faultOf("editNote", { note: "x", fields: {}, tags: [] })).toBe("gone");
    expect(await faultOf("importDeck", { name: "empty.md", text: "" })).toBe("emptyDeck");
    expect((await ask("check", {})).lines).toBe(lines);
  });
});

describe("a session with one deck", () => {
  const text = `---\ntitle: Pair\n---\n\nQ: One?\nA: 1\nId: one\n\nQ: Two?\nA: 2\nId: two\n\nFront: a\nBack: b\nId: both\n`;
  const begin = async () => {
    await ask("importDeck", { name: "pair.md", text });
    const deck = (await ask("decks", {})).find(({ path }) => path[0] === "Pair")?.id ?? "";
    return ask("study", { deck });
  };

  it("stays with it through bury, undo and redo", async () => {
    const first = await begin();
    const card = first.ahead[0]?.card ?? "";
    const buried = await ask("bury", { card, whole: false });
    expect([buried.deck, buried.ahead.map((view) => view.card)]).toEqual([first.deck, ["two/0", "both/0"]]);
    expect((await ask("undo", {})).session).toMatchObject({ deck: first.deck, left: first.left });
    expect((await ask("redo", {})).session).toMatchObject({ deck: first.deck, left: buried.left });
  });

  it("lets a card that comes back wait for the others, and keeps siblings for other days", async () => {
    const shown: string[] = [];
    let session = await begin();
    for (let i = 0; i < 6 && session.ahead[0]; i++) {
      shown.push(session.ahead[0].card);
      app.clock.ms += 90_000; // its step of a minute is over each time
      session = await give(session.ahead[0], 1);
    }
    for (const [i, card] of shown.entries()) expect(card).not.toBe(shown[i - 1]);
    expect(shown).not.toContain("both/1");
  });

  it("moves on after redo, and counts the day anew when it turns", async () => {
    const first = await begin();
    await give(first.ahead[0] as CardView, 4);
    await ask("undo", {});
    expect((await ask("redo", {})).session?.ahead[0]?.card).toBe(first.ahead[1]?.card);
    app.clock.ms += 12 * 3_600_000;
    const next = await give((await ask("study", { deck: first.deck })).ahead[0] as CardView, 4);
    expect(next.ahead.map((view) => view.card)).toContain("both/0");
  });
});

describe("an answer that the disk refuses", () => {
  it("is not saved, says so, and leaves the session as it was; the next try counts once", async () => {
    let refuse = false;
    const failing = await opened("2026-11-23T18:00:00Z", 2_000, async (path, flags) => {
      const file = await open(path, flags);
      return {
        appendFile: async (...args) => {
          if (refuse) throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
          return file.appendFile(...args);
        },
        datasync: () => file.datasync(),
        close: () => file.close(),
      };
    });
    const before = await failing.ask("study", { deck: null });
    const { card, seen } = before.ahead[0] as CardView;
    const input = { card, seen, grade: 3 as const, tookMs: 900 };
    refuse = true;
    expect(await failing.call("answer", input)).toMatchObject({ ok: false, fault: { code: "notSaved" } });
    const after = await failing.ask("study", { deck: null });
    expect(after.ahead.map((view) => view.card)).toEqual(before.ahead.map((view) => view.card));
    expect(after.left).toEqual(before.left);
    refuse = false;
    expect((await failing.ask("answer", input)).left.fresh).toBe(before.left.fresh - 1);
    await failing.reopen();
    expect((await failing.ask("cardInfo", { card })).log).toHaveLength(1);
    await failing.end();
  });
});

describe("a deck that is gone", () => {
  it("cannot be studied, and a session with it ends calmly when its import is undone", async () => {
    expect(await faultOf("study", { deck: "gone" })).toBe("gone");
    await ask("importDeck", { name: "a.md", text: "---\ntitle: A\n---\n\nQ: One?\nA: 1\n" });
    const deck = (await ask("decks", {})).find(({ path }) => path[0] === "A")?.id ?? "";
    expect((await ask("study", { deck })).ahead).toHaveLength(1);
    expect((await ask("undo", {})).session).toMatchObject({ ahead: [], waiting: null });
  });
});

describe("a change from elsewhere", () => {
  it("reaches the session: what is ahead is there, and as it is now", async () => {
    const session = await ask("study", { deck: null });
    const [first, next] = session.ahead;
    if (!first || next?.face.type !== "cloze") throw new Error("the second card that ships is a cloze");
    await ask("editNote", { note: next.note, fields: { Text: "{{c9::All}} is new." }, tags: [] });
    const { ahead } = await give(first, 3);
    expect(ahead).toHaveLength(2);
    expect(ahead.map((view) => view.card)).not.toContain(next.card);
  });
});

describe("after closing", () => {
  it("nothing is acknowledged any more", async () => {
    const session = await ask("study", { deck: null });
    const { card, seen } = session.ahead[0] as CardView;
    await app.close();
    expect(await faultOf("answer", { card, seen, grade: 3, tookMs: 1 })).toBe("readOnly");
    await app.reopen();
    expect((await ask("cardInfo", { card })).reps).toBe(0);
  });
});

describe("a file", () => {
  const deck = "---\ntitle: Café\n---\n\nQ: Größe?\nA: 1,80 m\n";
  const utf16 = (bigEndian: boolean) => {
    const units = Buffer.from(`\uFEFF${deck}`, "utf16le");
    return new Uint8Array(bigEndian ? units.swap16() : units);
  };

  it.each([
    ["UTF-8", new TextEncoder().encode(deck)],
    ["UTF-8 with a mark", new TextEncoder().encode(`\uFEFF${deck}`)],
    ["UTF-16 little end first", utf16(false)],
    ["UTF-16 big end first", utf16(true)],
  ])("in %s is read as it was meant", async (_, text) => {
    expect(await ask("importDeck", { name: "cafe.md", text })).toMatchObject({
      decks: ["Café"],
      added: 1,
      problems: [],
    });
  });

  it("in another encoding, or no text at all, is refused with a way out", async () => {
    for (const text of [Buffer.from(deck, "latin1"), new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0x80])]) {
      const reply = await app.call("importDeck", { name: "odd.md", text: new Uint8Array(text) });
      expect(reply).toMatchObject({
        ok: false,
        fault: { code: "file" },
        say: expect.stringMatching(/save it as UTF-8/),
      });
    }
  });
});

describe("decks", () => {
  it("go out and come in again unchanged, and keep the schedule when a typo is mended", async () => {
    const session = await ask("study", { deck: null });
    const studied = session.ahead[0] as CardView;
    await give(studied, 4);
    const { decks } = await ask("today", {});
    const deck = decks.find((view) => view.path[0] === studied.deck[0]);
    const name = "out.md";
    const what = { of: "deck" as const, deck: deck?.id ?? "" };
    const options = { schedule: false, presets: false, media: false, older: false, html: true };
    await app.exportTo({ what, format: "markdown", ...options }, join(app.folder, name));
    const text = await readFile(join(app.folder, name), "utf8");
    const same = await ask("importDeck", { name, text });
    expect(same).toMatchObject({ added: 0, changed: 0, problems: [] });
    const { note } = studied;
    const { fields } = await ask("note", { note });
    const front = fields[0]?.value ?? "";
    const mended = await ask("importDeck", { name, text: text.replace(front, `${front} (mended)`) });
    expect(mended).toMatchObject({ added: 0, changed: 1, problems: [] });
    expect(await ask("cardInfo", { card: studied.card })).toMatchObject({
      reps: 1,
      title: expect.stringMatching(/mended/),
    });
  });
});
