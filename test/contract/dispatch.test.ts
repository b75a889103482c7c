import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calls, windowCalls } from "../../main/contract/calls.ts";
import { dispatch } from "../../main/contract/dispatch.ts";
import { Failure, type Fault, sentence } from "../../main/contract/faults.ts";

const seen: unknown[] = [];
const handlers = Object.fromEntries(Object.keys(calls).map((name) => [name, (input: unknown) => seen.push(input)]));
const good = { card: "n/0", seen: { reps: 0, at: 1, days: [null, null, null, 8] }, grade: 3, tookMs: 10 };

describe("dispatch", () => {
  it("hands a parsed input to the handler of that name", async () => {
    expect(await dispatch(calls, { ...handlers, answer: (input: unknown) => input }, "answer", good)).toEqual({
      ok: true,
      value: good,
    });
  });

  it.each(["nothing", "__proto__", "constructor", "toString", "", 7, null, undefined, {}])(
    "knows no call named %j",
    async (name) => {
      expect(await dispatch(calls, handlers, name, {})).toMatchObject({ ok: false, fault: { code: "unknownCall" } });
    },
  );

  it.each([
    [{ ...good, grade: 5 }, "grade"],
    [{ ...good, grade: "3" }, "grade"],
    [{ ...good, card: "" }, "card"],
    [{ ...good, card: "x".repeat(201) }, "card"],
    [{ ...good, tookMs: -1 }, "tookMs"],
    [{ ...good, tookMs: Number.NaN }, "tookMs"],
    [{ ...good, seen: { ...good.seen, reps: 0.5 } }, "seen.reps"],
    [{ ...good, seen: { ...good.seen, at: 9e15 } }, "seen.at"],
    [{ ...good, seen: { ...good.seen, days: [1, 2, 3] } }, "seen.days"],
    [{ ...good, seen: { ...good.seen, days: [1, 2, 3, -4] } }, "seen.days.3"],
    [{ ...good, more: 1 }, "more"],
    [JSON.parse('{"__proto__":{"grade":1},"card":"n/0"}'), "seen"],
    ["answer", ""],
    [[good], ""],
  ])("refuses %j and names the place", async (input, place) => {
    const reply = await dispatch(calls, handlers, "answer", input);
    expect(reply).toMatchObject({ ok: false, fault: { code: "badInput" }, say: expect.stringContaining(place) });
  });

  it("never throws, and lets nothing through to a handler that does not fit its schema", async () => {
    const names = fc.constantFrom(...Object.keys(calls), ...Object.keys(windowCalls));
    const input = fc.oneof(fc.anything(), fc.record({ card: fc.string(), note: fc.string(), grade: fc.anything() }));
    await fc.assert(
      fc.asyncProperty(names, input, async (name, value) => {
        seen.length = 0;
        const reply = await dispatch(calls, handlers, name, value);
        expect(reply.ok).toBe(seen.length === 1);
        for (const got of seen) expect(Object.getPrototypeOf(got)).toBe(Object.prototype);
      }),
      { numRuns: 2_000 },
    );
  });

  it("turns faults and failures into replies with their sentence, and other exceptions into a bug", async () => {
    const fault: Fault = { code: "gone", detail: "card" };
    const fail = (error: unknown) => () => {
      throw error;
    };
    const today = (handler: () => unknown) => dispatch(calls, { today: handler }, "today", {});
    expect(await today(() => fault)).toEqual({ ok: false, fault, say: sentence(fault) });
    expect(await today(fail(new Failure(fault)))).toEqual({ ok: false, fault, say: sentence(fault) });
    expect(await today(fail(new TypeError("x")))).toMatchObject({ fault: { code: "bug", detail: "TypeError: x" } });
    expect(await today(fail("odd"))).toMatchObject({ fault: { code: "bug", detail: "odd" } });
  });
});

describe("sentence", () => {
  const faults: Fault[] = [
    { code: "unknownCall", detail: "x" },
    { code: "badInput", detail: "x" },
    { code: "conflict" },
    { code: "gone", detail: "deck" },
    { code: "badNote", detail: "x" },
    { code: "badSetting", detail: "x" },
    { code: "emptyDeck", detail: "x" },
    { code: "notSaved", detail: "x" },
    { code: "readOnly", detail: "x" },
    { code: "folder", detail: "x" },
    { code: "busy", detail: "x" },
    { code: "file", detail: "x" },
    { code: "clock", detail: "x" },
    { code: "bug", detail: "x" },
  ];
  it.each(faults)("says what happened and what is safe: $code", (fault) => {
    expect(sentence(fault)).toMatch(/^[A-Z].{20,}[.]$/);
    expect(sentence(fault)).toMatch(/not|nothing|safe|still|saved/i);
  });
});
