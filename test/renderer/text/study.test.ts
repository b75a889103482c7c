import { expect, it } from "vitest";
import { study } from "../../../renderer/text/study.ts";

it("names the buttons, of which there are two or four", () => {
  expect(([1, 2, 3, 4] as const).map((grade) => study.grade(grade, 4))).toEqual(["Again", "Hard", "Good", "Easy"]);
  expect(([1, 3] as const).map((grade) => study.grade(grade, 2))).toEqual(["Forgot", "Got it"]);
});

it("says an option with its letter, and what came of a pick", () => {
  expect(study.option("A", "Sevan")).toBe("A: Sevan");
  expect(study.option("", "Van")).toBe("Van");
  expect(study.picked(true, "B: Caspian")).toBe("Right.");
  expect(study.picked(false, "A: Sevan")).toBe("Not this time. You picked A: Sevan.");
});

it("names a long card by its beginning", () => {
  expect(study.takenBack("answer", "long ".repeat(1_000)).length).toBeLessThan(120);
});

it("says what was taken back", () => {
  expect(study.takenBack("answer", "What is it?")).toBe("Taken back: your answer (What is it?).");
  expect(study.takenBack("import", "")).toBe("Taken back: the import.");
});
