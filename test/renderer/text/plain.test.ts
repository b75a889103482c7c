import { expect, it } from "vitest";
import { isLong, plainText } from "../../../renderer/text/plain.ts";

it("says a face as one line, gaps included", () => {
  expect(
    plainText([
      { kind: "paragraph", children: ["The ", { kind: "strong", children: ["sea"] }, { kind: "break" }, "is"] },
      { kind: "list", ordered: false, items: [[{ kind: "paragraph", children: ["deep"] }], []] },
      { kind: "rule" },
      {
        kind: "paragraph",
        children: [{ kind: "gap", open: false, hint: "colour" }, " or ", { kind: "gap", open: false, hint: "" }],
      },
      { kind: "paragraph", children: [{ kind: "gap", open: true, children: [{ kind: "code", text: "blue" }] }] },
    ]),
  ).toBe("The sea is deep;  blank (colour) or blank blue");
});

it("tells a text to read from a phrase", () => {
  expect(isLong([{ kind: "paragraph", children: ["a phrase"] }])).toBe(false);
  expect(isLong([{ kind: "paragraph", children: ["word ".repeat(60)] }])).toBe(true);
});
