// Anki's own numbers for what a log says of a memory; those for training are elsewhere.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { AnkiReview } from "../../../../main/core/codec/anki/collection.ts";
import { historyOf, replay } from "../../../../main/core/codec/anki/history.ts";
import { defaultPreset } from "../../../../main/core/collection.ts";
import { DAY } from "../../../../main/core/schedule/day.ts";
import { memory } from "../../../../main/core/schedule/memory.ts";

type Entry = [kind: string, daysAgo: number, rating?: number, more?: string];
interface Vector {
  id: string;
  input: { entries: Entry[]; training?: boolean; ignore_before_days_ago?: number };
  expected: Record<string, unknown>;
}

const fixture = new URL("../../../fixtures/scheduling-vectors.json", import.meta.url);
const { vectors } = JSON.parse(readFileSync(fixture, "utf8")) as { vectors: Vector[] };
const now = Date.UTC(2026, 0, 1, 12);
const dayOf = (ms: number) => Math.floor(ms / DAY);
const formulas = memory(defaultPreset.weights);
const rules = { ignoreBefore: 0, historicalRetention: 0.9 };

const kinds = ["Learning", "Review", "Relearning", "Filtered", "Manual", "Rescheduled"];

function row([kind, daysAgo, rating = 3, more = ""]: Entry, i: number): AnkiReview {
  const type = kinds.findIndex((name) => kind.startsWith(name));
  const factor = Number(/ease (\d+)/.exec(kind + more)?.[1] ?? 2_500);
  const ease = type === 4 ? 0 : rating;
  const ivl = Number(/interval (-?\d+)/.exec(more)?.[1] ?? 100);
  return { id: now - daysAgo * DAY + i, cid: 1, usn: 0, ease, ivl, lastIvl: 0, factor, time: 0, type };
}

const answersOf = ({ input }: Vector) => {
  const ago = input.ignore_before_days_ago;
  const history = historyOf(input.entries.map(row), ago === undefined ? 0 : now - ago * DAY);
  return (
    history?.answers.map(({ id, ease }, i) => [ease, i ? dayOf(id) - dayOf(history.answers[i - 1]?.id ?? 0) : 0]) ??
    null
  );
};

it.each(
  vectors.filter(
    ({ id, input }) => id.startsWith("anki-revlog-") && (!input.training || /delta|cram|due|reset-1/.test(id)),
  ),
)("$id", (vector) => {
  const { items } = vector.expected;
  const answers = answersOf(vector);
  if (typeof items === "string") expect(answers).toHaveLength(Number(/has (\d+) reviews/.exec(items)?.[1]));
  else expect(answers).toEqual((items as unknown[] | null)?.at(-1) ?? null);
});

it("anki-truncated-history", () => {
  const { input, expected } = vectors.find(({ id }) => id === "anki-truncated-history") as Vector;
  const rows = input.entries.map(row);
  const replayed = (count: number) =>
    replay({ answers: rows.slice(0, count), complete: false }, formulas, rules, dayOf);
  const [start, after] = [expected.starting_state, expected.after_last_review] as Record<string, number>[];
  expect(replayed(1)?.stability).toBeCloseTo(start?.stability as number, 3);
  expect(replayed(1)?.difficulty).toBeCloseTo(start?.difficulty as number, 5);
  expect(replayed(2)?.stability).toBeCloseTo(after?.stability as number, 2);
  expect(replayed(2)?.difficulty).toBeCloseTo(after?.difficulty as number, 5);
});

it("anki-no-history, but for its difficulty, which older weights gave (see memory.test.ts)", () => {
  expect(formulas.assumed(100, 1.3, 0.9).stability).toBeCloseTo(99.999954, 3);
});

it("takes a difficulty that FSRS wrote into the log for what it is", () => {
  const [answer] = [row(["Review", 3, 3, "interval 30, ease 650"], 0)];
  const state = replay({ answers: [answer as AnkiReview], complete: false }, formulas, rules, dayOf);
  expect(state?.difficulty).toBeCloseTo((0.65 - 0.1) * 9 + 1, 9);
});
