import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { readHeader } from "../../../../main/core/codec/text/header.ts";
import { parseRows } from "../../../../main/core/codec/text/parseRows.ts";
import { separators } from "../../../../main/core/codec/text/separators.ts";
import { writeRow } from "../../../../main/core/codec/text/writeRows.ts";

const cell = fc
  .array(
    fc.oneof(
      fc.constantFrom('"', '""', "\n", "\n\n", "#", ",", ";", "\t", "|", ":", " ", "a", "é", "{{c1::"),
      fc.string(),
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join("").replace(/\r/g, ""));
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 8 });
const separator = fc.constantFrom(...separators, "~");

test("what is written is read, whatever the separator and however wide the table is thought to be", () => {
  fc.assert(
    fc.property(table, separator, fc.nat(5), (rows, sign, width) => {
      const text = rows.map((cells) => `${writeRow(cells, sign)}\n`).join("");
      const read = [...parseRows(text, { separator: sign, width })];
      expect(read.map(({ cells }) => cells)).toEqual(rows);
      expect(read.some(({ odd }) => odd)).toBe(false);
    }),
    { numRuns: 1_000 },
  );
});

test("lines are those of the file", () => {
  fc.assert(
    fc.property(table, separator, (rows, sign) => {
      const written = rows.map((cells) => writeRow(cells, sign));
      let line = 1;
      const starts = written.map((row) => {
        const start = line;
        line += row.split("\n").length;
        return start;
      });
      const read = [...parseRows(written.join("\n"), { separator: sign, width: 0 })];
      expect(read.map((row) => row.line)).toEqual(starts);
    }),
  );
});

test("any text is read, and its letters are all there", () => {
  fc.assert(
    fc.property(
      fc.array(cell).map((all) => all.join("\n")),
      separator,
      fc.nat(4),
      (text, sign, width) => {
        const read = [...parseRows(text, { separator: sign, width })];
        const letters = (all: string) => all.replace(/[^a-zé]/g, "");
        const comments: string[] = [];
        for (const _ of parseRows(text, { separator: sign, width, onComment: (__, words) => comments.push(words) }));
        expect(letters(read.map(({ cells }) => cells.join("")).join("")).length).toBe(
          letters(text).length - letters(comments.join("")).length,
        );
      },
    ),
  );
});

test("text made to harm is read in time", () => {
  for (const piece of ['"', '""', '"a', ',"', '"a"b', '\n"', '"\n', '"a""\n', ',"x\n', '#"\n', '"a "b" c', '"""a\n']) {
    const text = piece.repeat(Math.ceil(400_000 / piece.length));
    let cells = 0;
    for (const row of parseRows(text, { separator: ",", width: 2 })) cells += row.cells.length;
    expect(cells).toBeGreaterThanOrEqual(0);
  }
});

describe("header lines", () => {
  const read = (text: string) => readHeader(text);
  it.each([
    ["#separator:Comma", { separator: "," }],
    ["#Separator: tab ", { separator: "\t" }],
    ["#separator:\t", { separator: "\t" }],
    ["#separator:|", { separator: "|" }],
    ["#separator:;;;;", { separator: ";" }],
    ["#separator:,,,", { separator: "," }],
    ["#separator:~", { separator: "~" }],
    ["#separator:both", {}],
    ["#html:TRUE,,,", { html: true }],
    ["#html:perhaps", {}],
    ["#tags:a b\u3000c", { tags: ["a", "b", "c"] }],
    ["tags: a b", { tags: ["a", "b"] }],
    ["#notetype:Basic", { noteType: "Basic" }],
    ["#notetype:Basic\n#notetype column:2", { noteType: "Basic", typeColumn: 1 }],
    ["#notetype column:2\n#notetype:Basic", { noteType: "Basic" }],
    ["#deck:A::B", { deck: "A::B" }],
    ["#deck column:3\n#deck:X", { deck: "X" }],
    ["#tags column:4", { tagsColumn: 3 }],
    ["#guid column:1", { guidColumn: 0 }],
    ["#guid column:0", {}],
    ["#guid column:-1", {}],
    ["#guid column:1e9", {}],
    ["#if matches:keep both", { ifMatches: "duplicate" }],
    ["#if matches: Update Current", { ifMatches: "update" }],
    ["#if matches:constructor", {}],
    ["#match scope:notetype + deck", { matchScope: "typeAndDeck" }],
    ["#columns:a\tb", { columns: ["a", "b"] }],
    ['#separator:Comma\n#columns:a,"b, c"', { separator: ",", columns: ["a", "b, c"] }],
    ["#name:unknown\n#constructor:x\n#__proto__:y", {}],
    ["sep=;", { separator: ";" }],
  ])("%s", (text, header) => {
    expect(read(`${text}\nx\ty\n`).header).toEqual({ tags: [], ...header });
    expect(read(text).from).toBe(text.length);
  });

  it("ends at the first other line, also an empty one; what comes later is told", () => {
    const { header, line, late } = read("#html:true\n\n# remark\n#deck:X\na\tb\n#html:false\n");
    expect({ header, line, late }).toEqual({ header: { html: true, tags: [] }, line: 2, late: [4] });
  });
});
