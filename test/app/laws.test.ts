// Whatever a person does, in any order, with restarts between: no bug, nothing forgotten, and undo leads all the way back.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Grade } from "../../main/contract/shapes.ts";
import type { Collection } from "../../main/core/collection.ts";
import { type Opened, opened } from "./opened.ts";

type Step =
  | { do: "answer"; grade: Grade; late: boolean }
  | { do: "bury"; whole: boolean }
  | { do: "undo" | "redo" | "reopen" }
  | { do: "wait"; ms: number }
  | { do: "edit"; text: string }
  | { do: "import"; n: number }
  | { do: "settings"; newPerDay: number; rolloverHour: number; learningSteps: string };

const hour = 3_600_000;
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant("answer"), grade: fc.constantFrom(1, 2, 3, 4), late: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("bury"), whole: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("undo", "redo") }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reopen") }) },
  // Also backwards: clocks are set back.
  { weight: 3, arbitrary: fc.record({ do: fc.constant("wait"), ms: fc.integer({ min: -2 * hour, max: 90 * hour }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("edit"), text: fc.string({ minLength: 1 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("import"), n: fc.integer({ min: 0, max: 3 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("settings"),
      newPerDay: fc.integer({ min: 0, max: 30 }),
      rolloverHour: fc.integer({ min: 0, max: 23 }),
      learningSteps: fc.constantFrom("", "1m 10m", "10m", "2h", "1d 3d"),
    }),
  },
) as fc.Arbitrary<Step>;

const deck = (n: number) =>
  `---\ntitle: Numbers\n---\n\n${Array.from({ length: n + 1 }, (_, i) => `Q: ${i} and ${n}?\nA: ${i + n}\nId: sum-${i}\n`).join("\n")}`;

async function run(app: Opened, what: Step): Promise<void> {
  const [card] = (await app.ask("study", { deck: null })).ahead;
  const fine = async (name: string, input: unknown) => {
    const reply = await app.call(name, input);
    if (!reply.ok) expect(reply.fault.code, JSON.stringify(reply)).toBe("badNote");
  };
  switch (what.do) {
    case "answer":
      if (!card) return;
      if (what.late) app.clock.ms += hour;
      return fine("answer", { card: card.card, seen: card.seen, grade: what.grade, tookMs: 5_000 });
    case "bury":
      return card && fine("bury", { card: card.card, whole: what.whole });
    case "undo":
    case "redo":
      return fine(what.do, {});
    case "reopen": {
      const before = visible(app.collection());
      await app.reopen();
      return expect(visible(app.collection())).toEqual(before);
    }
    case "wait":
      app.clock.ms += what.ms;
      return;
    case "edit": {
      if (!card) return;
      const { fields } = await app.ask("note", { note: card.note });
      const [first] = fields;
      return fine("editNote", { note: card.note, fields: { [first?.name ?? ""]: what.text }, tags: [] });
    }
    case "import":
      return fine("importDeck", { name: "numbers.md", text: deck(what.n) });
    case "settings": {
      const { newPerDay, rolloverHour, learningSteps } = what;
      return fine("saveSettings", { newPerDay, rolloverHour, learningSteps });
    }
  }
}

/** All but the reviews, of which only the recent ones are in memory. */
const visible = ({ reviews: _, ...tables }: Collection) => structuredClone(tables);

describe("any sequence of steps", () => {
  it("makes no bug, is found again, and can be undone to the very beginning", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const app = await opened("2026-03-28T20:00:00Z", 7);
        const before = visible(app.collection());
        for (const each of steps) await run(app, each);
        expect((await app.ask("check", {})).problems).toEqual([]);
        for (let done: unknown = true; done; ) ({ done } = await app.ask("undo", {}));
        expect(visible(app.collection())).toEqual(before);
        await app.end();
      }),
      { numRuns: 40 },
    );
  });
});
