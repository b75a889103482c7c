import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FieldType, NoteType } from "../../../main/contract/shapes.ts";
import type { Rule } from "../../../main/contract/writing.ts";
import { apply, emptyCollection } from "../../../main/core/collection.ts";
import { importDeck } from "../../../main/core/deck/importDeck.ts";
import { diagnose } from "../../../main/core/doctor/diagnose.ts";
import { stockTypes } from "../../../main/core/note/stockTypes.ts";
import { collectionWith } from "../collections.ts";

const rules = (type: string, fields: Record<string, string>, collection = emptyCollection()) =>
  diagnose(collection, { type, fields, note: null }).map(({ rule }) => rule);

describe("cards that get advice", () => {
  const basic: [Rule, string, string][] = [
    ["yesNo", "Is Yerevan the capital of Armenia?", "Yes"],
    ["yesNo", "Ist Wien die Hauptstadt von Österreich?", "Ja."],
    ["yesNo", "Токио столица Японии?", "Да"],
    ["yesNo", "東京は日本の首都ですか。", "はい"],
    ["yesNo", "The heart has four chambers.", "True"],
    ["list", "Which countries border Armenia?", "Turkey, Georgia, Azerbaijan and Iran"],
    ["list", "What are the parts of a flower?", "- sepals\n- petals\n- stamens\n- carpels"],
    ["list", "What are the primary colours?", "red\nyellow\nblue"],
    ["list", "Nenne die Grundrechenarten.", "Addition, Subtraktion, Multiplikation und Division"],
    ["list", "What does a cell have?", "It has: a nucleus; a membrane; ribosomes; mitochondria"],
    ["list", "五大湖は？", "スペリオル、ミシガン、ヒューロン、エリー、オンタリオ"],
    [
      "longAnswer",
      "What is photosynthesis?",
      `It is ${"the process by which plants make sugar from light and air ".repeat(4)}.`,
    ],
    ["manyFacts", "What happened at Avarayr?", "Armenia fought Persia. The battle was lost. The faith was kept."],
    ["manyFacts", "Who wrote the Iliad, and when was it written?", "Homer, in the eighth century BC"],
    ["manyFacts", "Where and when was Komitas born?", "Kütahya, 1869"],
    ["manyFacts", "What is a lemma? What is a theorem?", "A helper; a result"],
    ["pronoun", "When did he die?", "1935"],
    ["pronoun", "Why did they lose the battle?", "They were outnumbered"],
    ["pronoun", "What does it produce?", "Insulin"],
    ["pronoun", "Was she a chemist or a physicist?", "Both"],
    ["pronoun", "Wann starb er?", "1832"],
    ["pronoun", "Quand est-ce qu’ils ont gagné ?", "En 1998"],
    ["pictureAlone", "![](ararat.png)", "Ararat"],
  ];
  test.each(basic)("%s: %s", (rule, Front, Back) => {
    expect(rules("basic", { Front, Back })).toContain(rule);
  });

  const clozes: [Rule, string][] = [
    ["allHidden", "{{c1::Yerevan is the capital of Armenia}}."],
    ["allHidden", "{{c1::The mitochondrion makes energy for the}} cell."],
    ["allHidden", "{{c1::a}}"],
    ["allHidden", "{{c1::The sea}} {{c2::is salty because rivers bring it minerals}}"],
    ["list", "The countries around Armenia are {{c1::Turkey, Georgia, Azerbaijan and Iran}}."],
    ["noGap", "The Berlin Wall fell on 9 November 1989."],
    ["noGap", "Water boils at 100 °C at sea level."],
  ];
  test.each(clozes)("%s: %s", (rule, Text) => expect(rules("cloze", { Text })).toContain(rule));

  test("the same question with another answer", () => {
    const collection = collectionWith(["basic"]);
    const [hint] = diagnose(collection, { type: "basic", fields: { Front: "Question?", Back: "Other" }, note: null });
    expect(hint).toMatchObject({ rule: "ambiguous", field: "Front" });
    expect(hint?.say).toContain("Answer");
    expect(rules("basic", { Front: "Question?", Back: "answer" }, collection)).toEqual([]);
    expect(
      diagnose(collection, { type: "basic", fields: { Front: "Question?", Back: "Answer 2" }, note: "n0" }),
    ).toEqual([]);
  });
});

describe("cards that get none", () => {
  const basic: [string, string][] = [
    ["What is the capital of Armenia?", "Yerevan"],
    ["Who wrote the Iliad?", "Homer"],
    ["", ""],
    ["What does HTML stand for?", "HyperText Markup Language"],
    ["What is the speed of light in m/s?", "299,792,458"],
    ["When was the Battle of Avarayr fought?", "451"],
    ["What is it called when a solid becomes a gas?", "Sublimation"],
    ["How long does it take light to reach us from the Sun?", "About 8 minutes"],
    ["Is it possible to divide by zero?", "It is undefined"],
    ["Where did Napoleon die, after he was exiled?", "Saint Helena"],
    ["Why did Einstein leave Germany when he did?", "The Nazis took power"],
    ["What did Darwin bring home from his voyage?", "Specimens"],
    ["Who said “they shall not pass”?", "Pétain, it is told"],
    ["Which river flows through Paris and Rouen?", "The Seine"],
    ["What is the difference between its and it’s?", "“It’s” is “it is”"],
    ["Between which two cities does the Orient Express run?", "Paris and Istanbul"],
    ["Who composed “The Four Seasons”?", "Antonio Vivaldi"],
    ["Wer malte die Mona Lisa?", "Leonardo da Vinci"],
    ["Wie heißt das auf Deutsch?", "der Baum"],
    ["Qui a écrit « Les Misérables » ?", "Victor Hugo"],
    ["¿Quién pintó el Guernica?", "Pablo Picasso"],
    ["Столица Франции?", "Париж"],
    ["水の化学式は？", "H₂O"],
    ["ما عاصمة مصر؟", "القاهرة"],
    ["What did J. S. Bach’s son C. P. E. write?", "The Essay on the True Art of Playing Keyboard Instruments"],
    ["Which date is the summer solstice?", "21 June, in the northern half of the world"],
    ["What is the formula of the circle’s area?", "\\(A = \\pi r^2\\), where \\(r\\) is the radius"],
    ["House", "Haus"],
    ["no", "nein, keiner"],
    ["What is this?\n![](leaf.png)", "An oak leaf"],
    ["Who was Marie Curie?", "A physicist and chemist who discovered radium"],
    ["How do you say “yes” in Armenian?", "այո (ayo)"],
    ["What are the two kinds of cells?", "Prokaryotic and eukaryotic"],
    ["Which three numbers make the first Pythagorean triple?", "3, 4, 5"],
  ];
  test.each(basic)("%s", (Front, Back) => expect(rules("basic", { Front, Back })).toEqual([]));

  const clozes = [
    "The capital of {{c1::Armenia}} is {{c2::Yerevan}}.",
    "{{c1::Mitosis::division}}",
    "{{c1::Yerevan}} is the capital of Armenia.",
    "\\({{c1::E = mc^2}}\\)",
    "![](map.png) {{c1::The Caspian Sea}}",
    "水は{{c1::水素}}と{{c2::酸素}}からなる。",
    "Water is",
    "",
  ];
  test.each(clozes)("%s", (Text) => expect(rules("cloze", { Text })).toEqual([]));

  test("a pair of words both ways, and the options of a choice", () => {
    expect(rules("reversed", { Front: "nein", Back: "no" })).toEqual([]);
    expect(rules("choice", { Front: "Is water wet?", Right: "Yes", Wrong: "No" })).toEqual([]);
  });
});

test("types of the person’s own: in HTML, and with many fields", () => {
  const own = (names: string[]): NoteType => ({
    ...stockTypes.basic,
    ...{
      id: "own",
      stock: null,
      format: "html",
      fields: names.map((id) => ({ ...(stockTypes.basic.fields[0] as FieldType), id })),
    },
  });
  const collection = emptyCollection();
  collection.noteTypes.set("own", own(["Ask", "Tell"]));
  expect(rules("own", { Ask: '<img src="a.png">', Tell: "Ararat" }, collection)).toEqual(["pictureAlone"]);
  expect(rules("own", { Ask: "<b>Is</b> it so?", Tell: "<div>Yes</div>" }, collection)).toEqual(["yesNo"]);
  expect(
    rules("own", { Ask: "Colours?", Tell: "<ul><li>red</li><li>blue</li><li>green</li></ul>" }, collection),
  ).toEqual(["list"]);
  collection.noteTypes.set("own", own(["Word", "Sound", "Sense", "Example"]));
  expect(rules("own", { Word: "はい", Sound: "はい", Sense: "yes", Example: "" }, collection)).toEqual([]);
});

test("what one click makes of a card", () => {
  const fix = (type: string, fields: Record<string, string>) =>
    diagnose(emptyCollection(), { type, fields, note: null })[0]?.fix?.fields;
  const rest = `${"It goes on and on and on. ".repeat(6)}`.trim();
  expect(fix("basic", { Front: "What?", Back: `A short start. ${rest}`, Extra: "" })).toEqual({
    Back: "A short start.",
    Extra: rest,
  });
  expect(fix("basic", { Front: "What?", Back: `A short start. ${rest}`, Extra: "taken" })).toBeUndefined();
  expect(fix("cloze", { Text: "Around it lie {{c1::Turkey, Georgia, Azerbaijan and Iran}}." })).toEqual({
    Text: "Around it lie {{c1::Turkey}}, {{c2::Georgia}}, {{c3::Azerbaijan}} and {{c4::Iran}}.",
  });
});

test("the decks that ship are almost silent", () => {
  for (const [name, most] of [
    ["karabakh", 0.05],
    ["mneme", 0.05],
  ] as const) {
    const text = readFileSync(resolve(import.meta.dirname, `../../../decks/${name}.md`), "utf8");
    const collection = emptyCollection();
    let ids = 0;
    apply(collection, importDeck(collection, { name, text }, 1, () => `i${ids++}`).records);
    const notes = [...collection.notes.values()];
    const hinted = notes.filter(({ id, type, fields }) => diagnose(collection, { type, fields, note: id }).length > 0);
    expect(hinted.length / notes.length).toBeLessThan(most);
  }
});

test("at most two hints for any text, and never one about a field that is not there", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("a, b, c, d", "yes", "{{c1::x}}", "When did he go?", "![](x)"),
  );
  const type = fc.constantFrom("basic", "reversed", "typed", "cloze", "choice", "occlusion", "optionalReversed");
  const law = fc.property(type, text, text, (type, one, two) => {
    const fields = { Front: one, Back: two, Text: one, Right: two };
    const hints = diagnose(emptyCollection(), { type, fields, note: null });
    expect(hints.length).toBeLessThanOrEqual(2);
    for (const { field } of hints) expect(Object.keys(fields)).toContain(field);
  });
  fc.assert(law, { numRuns: 500 });
});
