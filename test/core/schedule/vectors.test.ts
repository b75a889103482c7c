// Numbers of the reference implementation's own tests, each run through our functions or named as later work.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { studyDay } from "../../../main/core/schedule/day.ts";
import { fuzz, noFuzz } from "../../../main/core/schedule/fuzz.ts";
import { isLeech } from "../../../main/core/schedule/leech.ts";
import { floorAbove, plan } from "../../../main/core/schedule/schedule.ts";
import { delays } from "../../../main/core/schedule/steps.ts";
import { mix } from "../../../main/core/study/mix.ts";
import { berlin, pair, preset, seen, weightSets } from "./study.ts";

type Numbers = number[];
type Cells = Record<string, unknown>;

const fixture = new URL("../../fixtures/scheduling-vectors.json", import.meta.url);
const { vectors } = JSON.parse(readFileSync(fixture, "utf8")) as {
  vectors: { id: string; source: string; input: Cells; expected: Cells }[];
};

const runs: Record<string, (input: Cells, expected: Cells) => void> = {
  "anki-fuzz": (input, expected) => {
    const cases = pair(input["interval, least, most"] as Numbers[], expected["at f = 0, 0.5, 0.99"] as Numbers[]);
    for (const [[interval = 0, least = 0, most = 0], days] of cases) {
      const chosen = [0, 0.5, 0.99].map((f) => fuzz(f)(interval, least, most));
      expect({ interval, least, most, days: chosen }).toEqual({ interval, least, most, days });
    }
    for (const [interval = 0, least = 0, most = 0, days] of expected[
      "interval, least, most, without fuzz"
    ] as Numbers[]) {
      expect(noFuzz(interval, least, most)).toBe(days);
    }
  },
  "anki-fuzz-minimum": (input, expected) => {
    for (const [[interval = 0, last = 0, most = 0], least] of pair(
      input["interval, last, most"] as Numbers[],
      expected.least as Numbers,
    )) {
      expect(floorAbove(last, interval, most)).toBe(least);
    }
  },
  "anki-steps-delays": (input, expected) => {
    for (const [[minutes, left], [again, hard, good]] of pair(
      input["minutes, steps left"] as [Numbers, number][],
      expected["again, hard, good in seconds"] as (number | null)[][],
    )) {
      const steps = minutes.map((minute) => minute * 60);
      expect(delays(steps, steps.length - left)).toEqual({ again, hard, good });
    }
  },
  "anki-relearn-fsrs-no-steps": (input, expected) => {
    const [short, long] = input.intervals as [Numbers, Numbers];
    const waits = (intervals: Numbers, sameDay: boolean) => {
      const at = Date.parse("2026-11-20T04:00Z");
      const { weights, stability } = weightsFor(intervals, sameDay);
      const card = seen("relearning", at, { stability });
      return plan(card, preset({ weights, relearningSteps: [] }), at, berlin, noFuzz).slice(0, 3);
    };
    expect(waits(short, true)).toMatchObject(
      (expected.seconds as Numbers).map((n) => ({ phase: "relearning", wait: { unit: "seconds", n } })),
    );
    expect(waits(long, true)).toMatchObject(
      (expected.days as Numbers).map((n) => ({ phase: "review", wait: { unit: "days", n } })),
    );
    expect(waits(short, false)).toMatchObject([1, 1, 1].map((n) => ({ phase: "review", wait: { unit: "days", n } })));
  },
  "anki-leech": (input, expected) => {
    const cases = pair(input.cases as [number, number][], expected.leech as boolean[]);
    for (const [[lapses, threshold], leech] of cases) {
      expect({ lapses, threshold, leech: isLeech(lapses, threshold) }).toEqual({ lapses, threshold, leech });
    }
  },
  "anki-intersperse": (input, expected) => {
    for (const [b, out] of pair(input.b as Numbers[], expected.out as Numbers[])) {
      expect(mix(input.a as Numbers, b)).toEqual(out);
    }
  },
  "anki-elapsed-days": (input, expected) => {
    interface Case {
      created: [string, string];
      now: [string, string];
      rollover: number;
    }
    for (const [{ created, now, rollover }, days] of pair(input.cases as Case[], expected.days as Numbers)) {
      // Anki counts from the calendar date of the collection's creation, which knows no rollover.
      const start = studyDay(Date.parse(created[0]), { zone: created[1], rolloverHour: 0 });
      const today = studyDay(Date.parse(now[0]), { zone: now[1], rolloverHour: rollover });
      expect({ created, now, days: Math.max(0, today - start) }).toEqual({ created, now, days });
    }
  },
};

/** FSRS-6 weights and a stability from which Again, Hard and Good on the same day make about those intervals. */
function weightsFor([again = 0, hard = 0, good = 0]: Numbers, sameDay: boolean) {
  const up = Math.log(good / hard);
  const w17 = (up - Math.log(again / hard)) / 2;
  const six = weightSets["FSRS-6"]
    .with(17, w17)
    .with(18, up / w17)
    .with(19, 0);
  return { weights: sameDay ? six : weightSets["FSRS-4.5"], stability: hard };
}

const later: Record<string, RegExp> = {
  "what a log says of a memory is in codec/anki/history.test.ts; training from it is not built yet":
    /^anki-(revlog-|card-id-alignment$|(truncated|no)-history$)/,
};

it.each(vectors.filter(({ id }) => id in runs))("$id, from $source", ({ id, input, expected }) => {
  runs[id]?.(input, expected);
});

it("runs every vector or says why not", () => {
  const reasons = (id: string) =>
    Object.values(later).filter((pattern) => pattern.test(id)).length + (id in runs ? 1 : 0);
  expect(vectors.filter(({ id }) => reasons(id) !== 1)).toEqual([]);
  expect(Object.keys(runs).filter((id) => !vectors.some((vector) => vector.id === id))).toEqual([]);
  expect(vectors).toHaveLength(30);
});
