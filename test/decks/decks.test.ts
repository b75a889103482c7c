import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { NoteText } from "../../main/core/codec/deckText/deckText.ts";
import { decode } from "../../main/core/codec/deckText/decode.ts";
import { encode } from "../../main/core/codec/deckText/encode.ts";
import { sharedRuns, shingles } from "./shingles.ts";

const folder = new URL("../../decks/", import.meta.url);
const fixture = new URL("../fixtures/article-shingles.json", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), "utf8");
const names = readdirSync(folder).filter((name) => name.endsWith(".md") && name !== "README.md");
const decks = new Map(names.map((name) => [name, decode(read(name))]));
const notesOf = (name: string) => decks.get(name)?.deck.notes ?? [];
const everyNote = names.flatMap(notesOf);
const karabakh = notesOf("karabakh.md");

const field = (note: NoteText, name: string) => note.fields[name] ?? "";
const question = (note: NoteText) => field(note, note.type === "cloze" ? "Text" : "Front");
const cloze = /\{\{c[1-9]\d*::(.+?)(?:::.+?)?\}\}/g;
const gaps = (note: NoteText) => [...field(note, "Text").matchAll(cloze)].map((match) => match[1] ?? "");
const lines = (text: string) => text.split("\n").filter((line) => line.trim() !== "");

/** What the person has to say; on a reversed note, either side. */
function answers(note: NoteText): string[] {
  if (note.type === "cloze") return gaps(note);
  if (note.type === "choice") return [field(note, "Right")];
  if (note.type === "typed") return field(note, "Back").split(" | ");
  return note.type === "reversed" ? [field(note, "Front"), field(note, "Back")] : [field(note, "Back")];
}

/** The ids of the notes that a rule finds wanting: an empty list reads better in a failure than `false`. */
const offenders = (notes: NoteText[], rule: (note: NoteText) => boolean) =>
  notes.filter((note) => !rule(note)).map((note) => note.id ?? question(note));

describe("every bundled deck", () => {
  test.each(names)("%s is read without a problem and written back the same", (name) => {
    const { deck, problems } = decode(read(name));
    expect(problems).toEqual([]);
    expect(deck.notes.length).toBeGreaterThan(0);
    expect(decode(encode(deck))).toEqual({ deck, problems: [] });
  });

  test("says what it is, whose it is and how it may be used", () => {
    for (const { deck } of decks.values())
      for (const about of [deck.title, deck.description, deck.language, deck.source, deck.licence])
        expect(about, deck.title).not.toBe("");
  });

  test("gives each note an id of its own", () => {
    const ids = everyNote.map((note) => note.id);
    expect(ids).not.toContain(undefined);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("asks nothing twice", () => {
    const questions = everyNote.map((note) => question(note).toLowerCase());
    expect(questions.filter((text, index) => questions.indexOf(text) !== index)).toEqual([]);
  });

  test("gives each note a source and tags", () => {
    expect(offenders(everyNote, (note) => field(note, "Source") !== "" && note.tags.length > 0)).toEqual([]);
  });
});

describe("the rules of good cards", () => {
  const opensYesNo =
    /^(is|are|am|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must)\b/i;
  const asksYesNo = (text: string) =>
    text.split(/(?<=[.?!:])\s+/).some((part) => /\?$/.test(part) && opensYesNo.test(part));

  test("a question cannot be answered with yes or no", () => {
    expect(asksYesNo("In 2020 war came. Did Russia want it?")).toBe(true);
    expect(asksYesNo("What did Russia want? It did say.")).toBe(false);
    expect(offenders(everyNote, (note) => !asksYesNo(question(note)))).toEqual([]);
  });

  test("an answer has at most fifteen words", () => {
    const brief = (answer: string) => answer.trim() !== "" && answer.split(/\s+/).length <= 15;
    expect(offenders(everyNote, (note) => answers(note).length > 0 && answers(note).every(brief))).toEqual([]);
  });

  test("a typed answer has at most four words", () => {
    const typed = everyNote.filter((note) => note.type === "typed");
    expect(offenders(typed, (note) => answers(note).every((answer) => answer.split(/\s+/).length <= 4))).toEqual([]);
  });

  test("a choice has three or more wrong options, none of them right, all about as long as the right one", () => {
    const choices = everyNote.filter((note) => note.type === "choice");
    const plausible = (note: NoteText) => {
      const right = field(note, "Right");
      const wrong = lines(field(note, "Wrong"));
      const alike = wrong.every(({ length }) => length <= right.length * 2.5 && right.length <= length * 2.5);
      return wrong.length >= 3 && alike && new Set([right, ...wrong]).size === wrong.length + 1;
    };
    expect(offenders(choices, plausible)).toEqual([]);
  });

  test("a cloze note has a cloze, and text around it", () => {
    const clozes = everyNote.filter((note) => note.type === "cloze");
    const around = (note: NoteText) => field(note, "Text").replace(cloze, "").trim();
    expect(offenders(clozes, (note) => gaps(note).length > 0 && around(note) !== "")).toEqual([]);
  });
});

describe("Nagorno-Karabakh, autumn 2020", () => {
  test("teaches every paragraph of the article with four notes or more, seventy at least", () => {
    const counts = new Map<string, number>();
    for (const note of karabakh) counts.set(field(note, "Source"), (counts.get(field(note, "Source")) ?? 0) + 1);
    const paragraphs = Array.from({ length: 12 }, (_, index) => `paragraph ${index + 1}`);
    expect([...counts.keys()].sort()).toEqual(paragraphs.sort());
    expect([...counts].filter(([, count]) => count < 4)).toEqual([]);
    expect(karabakh.length).toBeGreaterThanOrEqual(70);
  });

  test("uses every note type", () => {
    for (const type of ["basic", "reversed", "cloze", "typed", "choice"])
      expect(karabakh.filter((note) => note.type === type).length, type).toBeGreaterThanOrEqual(6);
  });

  test("stands in inner decks by theme", () => {
    expect(offenders(karabakh, (note) => note.path.length === 1)).toEqual([]);
    expect(new Set(karabakh.map((note) => note.path.join())).size).toBeGreaterThanOrEqual(8);
  });

  test("quotes the one remark only under the name of its speaker", () => {
    const remark = karabakh.filter((note) => /has to go/i.test(JSON.stringify(note.fields)));
    expect(offenders(remark, (note) => JSON.stringify(note.fields).includes("Macron"))).toEqual([]);
    expect(remark.length).toBe(1);
  });
});

describe("the words are ours", () => {
  const article = new Set(JSON.parse(readFileSync(fixture, "utf8")) as string[]);

  test("no run of eight words comes from the article", () => {
    const texts = [...names, "README.md"].map(read);
    const opened = texts.map((text) => text.replace(cloze, "$1"));
    expect([...texts, ...opened].flatMap((text) => sharedRuns(text, article))).toEqual([]);
  });

  test("the article’s hashes are there", () => {
    expect(article.size).toBeGreaterThan(800);
    expect([...article].filter((hash) => !/^[0-9a-f]{12}$/.test(hash))).toEqual([]);
  });

  test("a copied run is found whatever its case, punctuation and surroundings, a changed one is not", () => {
    const source = new Set(shingles("The lamp by the window hasn’t been lit since Tuesday.").keys());
    expect(source.size).toBe(3);
    expect(sharedRuns("We know: “by THE window — hasn't been lit since Tuesday”, she said.", source)).toEqual([
      "by the window hasnt been lit since tuesday",
    ]);
    expect(sharedRuns("We know: by the window hasn’t been dark since Tuesday.", source)).toEqual([]);
    expect(sharedRuns("lit since Tuesday", source)).toEqual([]);
  });
});

describe("decks/README.md", () => {
  const examples = [...read("README.md").matchAll(/^```markdown\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? "");

  test("shows examples that are read without a problem, one note of each type among them", () => {
    const decoded = examples.map((text) => decode(text));
    expect(decoded.flatMap(({ problems }) => problems)).toEqual([]);
    const types = new Set(decoded.flatMap(({ deck }) => deck.notes.map((note) => note.type)));
    expect([...types].sort()).toEqual(["basic", "choice", "cloze", "optionalReversed", "reversed", "typed"]);
  });
});
