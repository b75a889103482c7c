import fc from "fast-check";
import { expect, test } from "vitest";
import type { Note } from "../../../main/contract/shapes.ts";
import { apply, type Collection, emptyCollection } from "../../../main/core/collection.ts";
import { editNote } from "../../../main/core/note/editNote.ts";
import { deck } from "../collections.ts";

const fields = {
  basic: { Front: "f", Back: "b", Extra: "", Source: "" },
  reversed: { Front: "f", Back: "b", Extra: "", Source: "" },
  cloze: { Text: "{{c1::x}}", Extra: "", Source: "" },
  typed: { Front: "f", Back: "a | b", Extra: "", Source: "" },
  choice: { Front: "f", Right: "r", Wrong: "w", Extra: "", Source: "" },
} satisfies Record<string, Record<string, string>>;
type Kind = keyof typeof fields;
const now = 5;

function holding(type: Kind): Collection {
  const collection = emptyCollection();
  const note: Note = {
    id: "n",
    type,
    deck: "d",
    fields: fields[type],
    tags: ["t"],
    position: 1,
    created: 0,
    modified: 0,
  };
  apply(collection, { notes: [[null, note]] });
  return collection;
}

test("what was saved is saved: the same edit again changes nothing", () => {
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("", " a \r\n", "{{c1::y}}", "\n", "x\r\n\r\ny"));
  const any = fc.constantFrom(...(Object.keys(fields) as Kind[])).chain((type) => {
    const names = Object.fromEntries(Object.keys(fields[type]).map((name) => [name, text]));
    return fc.record({
      type: fc.constant(type),
      given: fc.record(names, { requiredKeys: [] }),
      tags: fc.array(fc.string()),
    });
  });
  const law = fc.property(any, ({ type, given, tags }) => {
    const collection = holding(type);
    const edit = { note: "n", fields: given as Record<string, string>, tags };
    const records = editNote(collection, edit, now);
    fc.pre(!("code" in records));
    if ("code" in records) return;
    apply(collection, records);
    expect(editNote(collection, edit, now)).toEqual({});
    expect(Object.keys(collection.notes.get("n")?.fields ?? {})).toEqual(Object.keys(fields[type]));
  });
  fc.assert(law);
});

const refused: [Kind, Record<string, string>, RegExp][] = [
  ["basic", { Front: " \n" }, /“Front” is empty/],
  ["basic", { Back: "" }, /“Back” is empty/],
  ["basic", { Text: "x" }, /no field “Text”/],
  ["basic", JSON.parse('{"__proto__":"x"}'), /no field “__proto__”/],
  ["cloze", { Text: "no gap" }, /needs a gap/],
  ["choice", { Wrong: "\n \n" }, /“Wrong” is empty/],
  ["choice", { Right: "" }, /“Right” is empty/],
  ["typed", { Back: " | " }, /no answer/],
];
test.each(refused)("%s refuses %j", (type, given, cause) => {
  const fault = editNote(holding(type), { note: "n", fields: given, tags: [] }, now);
  expect(fault).toEqual({ code: "badNote", detail: expect.stringMatching(cause) });
});

test("an edit is one change of one note; what is not given stays", () => {
  const collection = holding("choice");
  const before = collection.notes.get("n");
  const given = { Wrong: " a \r\n\r\nb", Extra: "é  \n" };
  expect(editNote(collection, { note: "n", fields: given, tags: ["t  u", "t"] }, now)).toEqual({
    notes: [
      [before, { ...before, fields: { ...fields.choice, Wrong: "a\nb", Extra: "é" }, tags: ["t", "u"], modified: now }],
    ],
  });
});

test("a note goes to another deck with the edit, as one change; to a deck that is gone it does not", () => {
  const collection = holding("basic");
  const before = collection.notes.get("n");
  collection.decks.set("e", { ...deck("E"), id: "e" });
  const move = (to: string) => editNote(collection, { note: "n", fields: { Back: "new" }, tags: ["t"], deck: to }, now);
  expect(move("e")).toEqual({
    notes: [[before, { ...before, deck: "e", fields: { ...fields.basic, Back: "new" }, modified: now }]],
  });
  expect(move("gone")).toEqual({ code: "gone", detail: "deck" });
  expect(editNote(collection, { note: "n", fields: {}, tags: ["t"], deck: "d" }, now)).toEqual({});
});

test("a note that is gone", () => {
  expect(editNote(emptyCollection(), { note: "n", fields: {}, tags: [] }, now)).toEqual({
    code: "gone",
    detail: "note",
  });
});
