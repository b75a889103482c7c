import { describe, expect, test } from "vitest";
import { tally } from "../../.scripts/tally.mjs";

const file = (status: string, ...tests: string[]) => ({
  name: "a.test.ts",
  status,
  assertionResults: tests.map((each) => ({ status: each, fullName: `a test that ${each}` })),
});

describe("the line `N passed, N failed`", () => {
  test("counts each test once, and names the skipped ones, which are in neither number", () => {
    const report = {
      success: false,
      testResults: [file("failed", "passed", "failed", "skipped"), file("passed", "passed")],
    };
    expect(tally(report, 1)).toEqual({ passed: 2, failed: 1, skipped: ["a test that skipped"] });
  });

  test.each([
    ["no report: the runner crashed", null, 1],
    ["no report although the runner said all was well", null, 0],
    ["an empty report", { success: true, testResults: [] }, 0],
    ["only skipped tests", { success: true, testResults: [file("passed", "skipped")] }, 0],
    ["a file that did not load", { success: false, testResults: [file("passed", "passed"), file("failed")] }, 1],
    ["an error outside all tests", { success: false, testResults: [file("passed", "passed")] }, 1],
    ["killed after its report", { success: true, testResults: [file("passed", "passed")] }, null],
  ])("one failure: %s", (_, report, code) => {
    expect(tally(report, code).failed).toBe(1);
  });

  test("a good run has no failure", () => {
    expect(tally({ success: true, testResults: [file("passed", "passed")] }, 0)).toEqual({
      passed: 1,
      failed: 0,
      skipped: [],
    });
  });
});
