import { expect, test } from "vitest";
import { isFault } from "../../../main/contract/faults.ts";
import { apply, invert, newCard } from "../../../main/core/collection.ts";
import { emptyCards, removeEmptyCards } from "../../../main/core/note/emptyCards.ts";
import { collectionWith } from "../collections.ts";

function collection() {
  const made = collectionWith(["reversed", "cloze", "basic"]);
  for (const [note, ord, reps] of [
    ["n0", 0, 1],
    ["n0", 1, 4],
    ["n1", 0, 2],
    ["n1", 3, 3],
    ["n1", 7, 5],
    ["n2", 0, 6],
    ["gone", 0, 7],
  ] as const) {
    const card = { ...newCard(note, ord), reps };
    made.cards.set(card.id, card);
  }
  const note = made.notes.get("n0");
  if (note) made.notes.set("n0", { ...note, fields: { Front: "Which?", Back: "" } });
  return made;
}

test("are listed by note, with their names and reviews", () => {
  expect(emptyCards(collection())).toEqual([
    {
      note: "n0",
      title: "Which?",
      typeName: "Basic and reversed",
      cards: [{ card: "n0/1", name: "Card 2", reviews: 4 }],
    },
    {
      note: "n1",
      title: "… and two and three",
      typeName: "Cloze",
      cards: [
        { card: "n1/3", name: "Card 4", reviews: 3 },
        { card: "n1/7", name: "Card 8", reviews: 5 },
      ],
    },
  ]);
});

test("are removed on request, no others with them, and come back by undo", () => {
  const made = collection();
  const before = [...made.cards.values()];
  const records = removeEmptyCards(made, ["n0/1", "n1/7", "n1/7", "n1/0", "nothing/0"]);
  if (isFault(records)) throw new Error(records.code);
  apply(made, records);
  expect([...made.cards.keys()]).toEqual(["n0/0", "n1/0", "n1/3", "n2/0", "gone/0"]);
  expect(emptyCards(made).flatMap(({ cards }) => cards.map(({ card }) => card))).toEqual(["n1/3"]);
  apply(made, invert(records));
  expect(new Set(made.cards.values())).toEqual(new Set(before));
  expect(removeEmptyCards(made, ["n1/0"])).toEqual({ code: "gone", detail: "card" });
});
