import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DeckText, NoteText } from "../../../../main/core/codec/deckText/deckText.ts";
import { decode } from "../../../../main/core/codec/deckText/decode.ts";
import { encode } from "../../../../main/core/codec/deckText/encode.ts";
import { kinds } from "../../../../main/core/codec/deckText/keys.ts";
import { normaliseFields, normaliseText, refusal } from "../../../../main/core/note/fields.ts";
import { stockTypes } from "../../../../main/core/note/stockTypes.ts";

const nasty = fc.constantFrom(
  ..."Q: x|A:|Front: y|Back:|Cloze: {{c1::z}}|Wrong: w|Right: r|Id: i|Tags: t|title: t|# Name|## |#|---|<!--|-->|<!-- c -->".split(
    "|",
  ),
  ...[
    "  two",
    " one",
    "\ttab",
    "\\",
    "\\\\n",
    "",
    " ",
    "   ",
    "\n",
    "\n\n",
    "\r\n",
    "\u2028",
    "\u00a0",
    "\ufeff",
    "\v",
  ],
  ...[
    "{{c1::a::b}}",
    "{{c2::",
    "}}",
    "::",
    " | ",
    "*a*",
    "`",
    "\uE0000\uE000",
    "\u202eabc",
    "é",
    "e\u0301",
    "👩‍👧",
    "\ud800",
    "__proto__",
  ],
);
const raw = fc
  .array(fc.oneof(nasty, nasty, fc.string({ unit: "binary", maxLength: 8 })), { maxLength: 6 })
  .map((all) => all.join(""));
const lines = fc.array(raw, { maxLength: 5 }).map((all) => normaliseText(all.join("\n")));
const line = raw.map((text) => text.replace(/[\r\n]/g, " ").trim());
const name = line.filter((text) => text !== "" && !text.includes("::"));
const word = line.map((text) => text.replace(/[\s/]/g, "")).filter((text) => text !== "");
const date = fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });

const note = fc.constantFrom(...kinds.map((kind) => kind.type)).chain((type) =>
  fc
    .record(
      {
        id: word.map((text) => text.slice(0, 100)),
        path: fc.array(name, { maxLength: 3 }),
        fields: fc
          .tuple(...stockTypes[type].fields.map((field) => fc.tuple(fc.constant(field.id), lines)))
          .map((pairs) => normaliseFields(stockTypes[type], new Map(pairs)))
          .filter((fields) => refusal(stockTypes[type], fields) === null),
        tags: fc.uniqueArray(word, { maxLength: 3 }),
      },
      { requiredKeys: ["path", "fields", "tags"] },
    )
    .map((rest): NoteText => ({ ...rest, type })),
);
const deck: fc.Arbitrary<DeckText> = fc.record({
  title: name,
  description: lines,
  language: lines,
  source: lines,
  licence: lines,
  asOf: fc.oneof(
    fc.constant(""),
    date.map((at) => at.toISOString().slice(0, 10)),
  ),
  notes: fc.uniqueArray(note, { maxLength: 6, selector: (one) => one.id ?? Symbol() }),
});

describe("laws", () => {
  test("decode after encode is the same, and finds nothing wrong", () => {
    const law = fc.property(deck, (one) => {
      expect(decode(encode(one))).toEqual({ deck: one, problems: [] });
    });
    fc.assert(law, { numRuns: 500 });
  });

  test("decode takes any text, and what it reads it reads again", () => {
    const text = fc.array(fc.oneof(raw, nasty), { maxLength: 30 }).map((all) => all.join("\n"));
    const law = fc.property(text, (one) => {
      const { deck, problems } = decode(one);
      const count = one.split(/\r\n?|\n/).length;
      for (const { line, cause } of problems) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(count);
        expect(cause).toMatch(/\.$/);
      }
      const titled = { ...deck, title: deck.title || "t" };
      expect(decode(encode(titled))).toEqual({ deck: titled, problems: [] });
    });
    fc.assert(law, { numRuns: 1_000 });
  });

  test("a broken note takes no other with it", () => {
    const law = fc.property(deck, raw, ({ notes, ...meta }, garbage) => {
      fc.pre(notes.length > 0 && !/[\r\n]/.test(garbage) && !garbage.startsWith("#") && !garbage.includes("<!--"));
      const good = encode({ ...meta, notes });
      const { deck: read } = decode(`${good}\nQ: broken\n${garbage}\n\nQ: last\nA: one\n`);
      expect(read.notes.slice(0, notes.length)).toEqual(notes);
      expect(read.notes.at(-1)?.fields).toMatchObject({ Front: "last", Back: "one" });
    });
    fc.assert(law);
  });
});

const example = `\uFEFF---\r
title: Capitals\r
description: One line,
  and another.
language: en
as-of: 2020-10-01
---
Q: Outer?
A: yes

# Armenia
<!-- a comment
Q: not a note
-->
q: What is the capital of Armenia?
A: Yerevan
Why: Its stone
  is *tuff*.

  And pink.
SOURCE: Atlas, p. 12
Tags: capitals a::b  capitals
Id: cap-yerevan
Cloze: In {{c1::1988::year}}.

## Baku
Q: Which city?
Type: Baku | Bakı
Front: Artsakh
Back:
\tthe name
Q: Which sea?
Right: the Caspian
Wrong: the Black
Wrong: the Aral
`;

describe("reading", () => {
  test("every type, by hand", () => {
    const { deck, problems } = decode(example);
    expect(problems).toEqual([]);
    expect(deck).toMatchObject({ title: "Capitals", description: "One line,\nand another.", asOf: "2020-10-01" });
    expect(deck.notes.map(({ type, path }) => [type, path.join("::")])).toEqual([
      ["basic", ""],
      ["basic", "Armenia"],
      ["cloze", "Armenia"],
      ["typed", "Armenia::Baku"],
      ["reversed", "Armenia::Baku"],
      ["choice", "Armenia::Baku"],
    ]);
    expect(deck.notes[1]).toEqual({
      id: "cap-yerevan",
      type: "basic",
      path: ["Armenia"],
      fields: {
        Front: "What is the capital of Armenia?",
        Back: "Yerevan",
        Extra: "Its stone\nis *tuff*.\n\nAnd pink.",
        Source: "Atlas, p. 12",
      },
      tags: ["capitals", "a::b"],
    });
    expect(deck.notes[5]?.fields).toMatchObject({ Right: "the Caspian", Wrong: "the Black\nthe Aral" });
    expect(deck.notes[4]?.fields.Back).toBe("the name");
  });

  const wrong: [what: string, text: string, line: number, cause: RegExp, notes: number][] = [
    ["no answer", "\nQ: a\n\nQ: b\nA: c", 2, /needs an answer.*“A:”.*line 2/, 1],
    ["one side", "Front: a", 1, /two sides.*“Back:”/, 0],
    ["no wrong answer", "Q: a\nRight: b", 1, /“Wrong:”/, 0],
    ["keys of two types", "Q: a\nBack: b", 1, /“Q:”, “Back:”.*goes with/, 0],
    ["unknown key", "Q: a\nA: b\nHint: c", 3, /no key “Hint:”/, 0],
    ["a key of Object", "Q: a\nA: b\n__proto__: c", 3, /belongs to nothing/, 0],
    ["a key of Object, spelt", "Q: a\nA: b\nconstructor: c", 3, /no key “constructor:”/, 0],
    ["twice", "Q: a\nA: b\nA: c", 3, /twice/, 0],
    ["answer behind a blank line", "Q: a\nA: b\n\nWhy: c", 4, /without a blank line/, 1],
    ["empty answer", "Q: a\nA:", 2, /nothing behind “A:”/, 0],
    ["cloze without a gap", "Cloze: {{c0::a}}", 1, /needs a gap/, 0],
    ["stray lines, told once", "Q: a\nA: b\nmore\nand more\n\nQ: c\nA: d", 3, /belongs to nothing/, 1],
    ["indented line", "# A\n  Q: a\nQ: b\nA: c", 2, /nothing above it/, 1],
    ["heading without space", "#A\n\nQ: b\nA: c", 1, /space after/, 1],
    ["heading with ::", "# A::B\nQ: b\nA: c", 1, /cannot contain “::”/, 1],
    ["heading too deep", "### A\nQ: b\nA: c", 1, /skips a level/, 1],
    ["nameless inner heading", "# A\n##\nQ: b\nA: c", 2, /needs a name/, 1],
    ["comment without end", "<!-- a\nQ: b\nA: c", 1, /has no end/, 1],
    ["comment that would swallow notes", "<!-- a\nQ: b\nA: c\n<!-- d -->", 1, /has no end/, 1],
    ["text behind a comment", "<!-- a --> Q: x\nQ: b\nA: c", 1, /behind the end/, 1],
    ["rule", "Q: b\nA: c\n\n---", 4, /---/, 1],
    ["id with a slash", "Q: b\nA: c\nId: a/b", 3, /id has/, 0],
    ["id with a space", "Q: b\nA: c\nId: a b", 3, /id has/, 0],
    ["id too long", `Q: b\nA: c\nId: ${"x".repeat(101)}`, 3, /id has/, 0],
    ["id twice", "Q: b\nA: c\nId: x\n\nQ: d\nA: e\nId: x", 7, /already on line 3/, 1],
    ["no title", "---\nlanguage: en\n---\nQ: b\nA: c", 1, /needs a title/, 1],
    ["unknown key at the top", "---\ntitle: a\nauthor: b\n---\nQ: b\nA: c", 3, /no key “author:”/, 1],
    ["title twice", "---\ntitle: a\ntitle: b\n---\nQ: b\nA: c", 3, /twice/, 1],
    ["not a date", "---\ntitle: a\nas-of: 2021-02-30\n---\nQ: b\nA: c", 3, /date looks like/, 1],
    ["top without end", "---\ntitle: a\n\nQ: b\nA: c", 1, /top of this deck has no end/, 1],
  ];
  test.each(wrong)("%s", (_, text, line, cause, notes) => {
    const { deck, problems } = decode(text);
    expect(problems).toEqual([{ line, cause: expect.stringMatching(cause) }]);
    expect(deck.notes).toHaveLength(notes);
  });
});

describe("hostile texts end, and soon", () => {
  const size = 10_000_000;
  const texts: [string, string][] = [
    ["hashes", "#".repeat(size)],
    ["headings", "#\n".repeat(size / 2)],
    ["newlines", "\n".repeat(size)],
    ["comments without end", "<!--\n".repeat(size / 50)],
    ["strays", "x\n\n".repeat(size / 30)],
    ["one long value", `Q: ${"x".repeat(size)}`],
    ["blank lines in a value", `Q: a${"\n".repeat(size / 10)}  b`],
    ["spaces", `Q: a${" ".repeat(size)}b`],
    ["ever deeper", Array.from({ length: 3_000 }, (_, i) => `${"#".repeat(i + 1)} a\nQ: a\nA: b`).join("\n")],
  ];
  test.each(texts)("%s", (_, text) => {
    expect(decode(text).problems.length).toBeLessThanOrEqual(1_001);
  });
});
