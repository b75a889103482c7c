import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columns } from "../../../main/contract/browse.ts";
import { cellOf } from "../../../main/core/browse/cells.ts";
import { naturalKey, pathKey } from "../../../main/core/browse/naturalKey.ts";
import { inOrder } from "../../../main/core/browse/order.ts";
import { subjectOf } from "../../../main/core/browse/subject.ts";
import { newCard } from "../../../main/core/collection.ts";
import { cardIds } from "../../../main/core/note/cards.ts";
import { at, collectionWith, day } from "../collections.ts";

const now = at("2026-11-24T12:00:00Z");

describe("natural order", () => {
  it("puts 10 after 9, and takes no notice of case and accents", () => {
    const words = ["item 10", "Item 9", "éa", "Eb", "item 9b", "zz", "10", "9"];
    expect(words.sort((a, b) => (naturalKey(a) < naturalKey(b) ? -1 : 1))).toEqual([
      "9",
      "10",
      "éa",
      "Eb",
      "Item 9",
      "item 9b",
      "item 10",
      "zz",
    ]);
  });

  it("puts an outer name before what lies inside it, and that before its neighbours", () => {
    const names = ["a b", "a::z", "a", "a::b::c", "a::b"];
    expect(names.sort((a, b) => (pathKey(a) < pathKey(b) ? -1 : 1))).toEqual(["a", "a::b", "a::b::c", "a::z", "a b"]);
  });
});

describe("a list", () => {
  const collection = collectionWith(["basic", "reversed", "cloze", "basic", "choice", "typed"], ["B", "A 10", "A 9"]);
  [...collection.notes.values()].forEach((note, i) => {
    collection.notes.set(note.id, { ...note, tags: i % 2 ? [`t${i}`] : [], created: i * 7, modified: (9 - i) * 1_000 });
    if (i % 2 === 0) return;
    const memory = { stability: 20 - i, difficulty: 1 + i, interval: 5 + i, day: 20_790 - i, reps: i, lapses: i % 3 };
    const card = { ...newCard(note.id, 0), phase: "review" as const, ...memory, last: now.ms - i * day };
    collection.cards.set(card.id, card);
  });
  const ids = {
    cards: [...collection.notes.values()].flatMap((note) => cardIds(collection, note)),
    notes: [...collection.notes.keys()],
  };

  it("holds the same rows in whatever order, and what its cells show agrees with it", () => {
    for (const mode of ["cards", "notes"] as const)
      for (const column of columns)
        for (const down of [false, true]) {
          const sorted = inOrder(collection, mode, ids[mode], { column, down }, now);
          expect([...sorted].sort()).toEqual([...ids[mode]].sort());
          if (["question", "answer"].includes(column)) continue;
          const shown = sorted.map((id) => {
            const subject = subjectOf(collection, mode, id, now);
            const cell = subject && cellOf(subject, column);
            return !cell || cell.kind === "none"
              ? null
              : "text" in cell
                ? pathKey(cell.text)
                : "n" in cell
                  ? cell.n
                  : cell.at;
          });
          const there = shown.filter((key) => key !== null);
          expect(
            shown.slice(there.length).every((key) => key === null),
            column,
          ).toBe(true);
          for (let i = 1; i < there.length; i++) {
            const [a, b] = [there[i - 1] as number, there[i] as number];
            expect(down ? a >= b : a <= b, `${column} ${mode} ${down}`).toBe(true);
          }
        }
  });

  it("keeps the order of what is equal", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ids.cards), (some) => {
        expect(inOrder(collection, "cards", some, { column: "ease", down: false }, now)).toEqual(some);
      }),
    );
  });

  it("follows a note that was changed", () => {
    const sort = { column: "sortField", down: false } as const;
    inOrder(collection, "notes", ids.notes, sort, now);
    const note = collection.notes.get("n3");
    if (!note) throw new Error("no note");
    collection.notes.set("n3", { ...note, fields: { ...note.fields, Front: "aaa" } });
    expect(inOrder(collection, "notes", ids.notes, sort, now)[0]).toBe("n3");
  });
});
