import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FieldType, Note } from "../../../main/contract/shapes.ts";
import { decode } from "../../../main/core/codec/deckText/decode.ts";
import { toText } from "../../../main/core/codec/deckText/fromParcel.ts";
import { apply, type Collection, emptyCollection, newCard } from "../../../main/core/collection.ts";
import { fileName } from "../../../main/core/deck/fileName.ts";
import { deckName } from "../../../main/core/deck/growDecks.ts";
import { importDeck } from "../../../main/core/deck/importDeck.ts";
import { selectParcel } from "../../../main/core/export/selectParcel.ts";
import { stockTypes } from "../../../main/core/note/stockTypes.ts";
import { collectionWith } from "../collections.ts";

const counter = (name: string) => {
  let n = 0;
  return () => `${name}${++n}`;
};
const bring = (collection: Collection, text: string, newId: () => string, name = "file.md") => {
  const result = importDeck(collection, { name, text }, 1_000, newId);
  apply(collection, result.records);
  return result;
};
const exported = (collection: Collection, name: string): Promise<string> => {
  const deck = [...collection.decks.values()].find((one) => one.name === name)?.id ?? "";
  const choice = { format: "markdown" as const, schedule: false, presets: false, media: false };
  return toText(selectParcel(collection, { of: "deck", deck }, [], choice));
};
const notesOf = (collection: Collection) => [...collection.notes.values()];
const deckNames = (collection: Collection) => [...collection.decks.values()].map((deck) => deck.name);

describe("laws", () => {
  const word = fc.constantFrom("a", "b", "c", "A:", ":b", "# x", "é", "e\u0301", "  d", "Q: e", "\\");
  const note = fc.record({ front: word, back: word, tag: word, id: fc.option(fc.constantFrom("i", "j", "k", "l")) });
  const part = fc.oneof(
    {
      weight: 4,
      arbitrary: note.map(
        ({ front, back, tag, id }) => `Q: ${front}\nA: ${back}\nTags: ${tag}${id ? `\nId: ${id}` : ""}\n`,
      ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom("#", "##", "###"), word).map(([level, name]) => `${level} ${name}\n`),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom("#\n", "stray\n", "Cloze: {{c1::x}} {{c2::y}}\n", "Q: z\nRight: r\nWrong: w\n"),
    },
  );
  const text = fc
    .record({ title: fc.constantFrom("T", "T::U", "V", ""), parts: fc.array(part, { maxLength: 10 }) })
    .map(({ title, parts }) => `${title ? `---\ntitle: ${title}\ndescription: D\n---\n` : ""}${parts.join("\n")}`);

  test("importing again changes nothing", () => {
    const law = fc.property(text, text, (first, second) => {
      const collection = emptyCollection();
      const newId = counter("n");
      bring(collection, first, newId);
      const once = bring(collection, second, newId).view;
      const { records, view } = bring(collection, second, newId);
      expect(records).toEqual({});
      expect(view).toMatchObject({ added: 0, changed: 0, same: once.added + once.changed + once.same });
    });
    fc.assert(law, { numRuns: 500 });
  });

  test("importing what was exported changes nothing; into an empty collection it brings the same notes", async () => {
    const law = fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 3 }), async (texts) => {
      const collection = emptyCollection();
      const newId = counter("n");
      for (const one of texts) bring(collection, one, newId);
      for (const name of deckNames(collection)) {
        const out = await exported(collection, name);
        const inside = notesOf(collection).filter((one) => {
          const deck = collection.decks.get(one.deck)?.name ?? "";
          return deck === name || deck.startsWith(`${name}::`);
        });
        expect(decode(out).problems).toEqual([]);
        expect(bring(collection, out, newId)).toMatchObject({
          records: {},
          view: { added: 0, changed: 0, same: inside.length, problems: [] },
        });
        const other = emptyCollection();
        bring(other, out, counter("m"));
        const inOrder = (from: Collection, notes: ReturnType<typeof notesOf>) =>
          [...from.decks.values()]
            .map(({ id, name: deck }) => ({ deck, notes: notes.filter((one) => one.deck === id) }))
            .map(({ deck, notes: all }) => ({ deck, notes: all.sort((a, b) => a.position - b.position) }))
            .filter(({ notes: all }) => all.length > 0)
            .map(({ deck, notes: all }) => [
              deck,
              ...all.map(({ id, type, fields, tags }) => ({ id, type, fields, tags })),
            ]);
        expect(new Set(inOrder(other, notesOf(other)))).toEqual(new Set(inOrder(collection, inside)));
      }
    });
    await fc.assert(law, { numRuns: 300 });
  });

  test("decks have distinct names, each inside one that exists; no note is elsewhere", () => {
    const law = fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
      const collection = emptyCollection();
      const newId = counter("n");
      for (const one of texts) bring(collection, one, newId);
      const names = deckNames(collection);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) {
        expect(deckName([name])).toBe(name);
        const outer = name.split("::").slice(0, -1).join("::");
        if (outer !== "") expect(names).toContain(outer);
      }
      for (const { deck } of notesOf(collection)) expect(collection.decks.has(deck)).toBe(true);
    });
    fc.assert(law);
  });

  test("names of decks are settled after one pass", () => {
    const nasty = fc.array(fc.constantFrom(":", "::", " ", "a", "e\u0301", "\t", "x".repeat(150)), { maxLength: 9 });
    const law = fc.property(
      fc.array(
        nasty.map((all) => all.join("")),
        { maxLength: 3 },
      ),
      (path) => {
        const name = deckName(path);
        expect(deckName([name])).toBe(name);
        expect(deckName(name.split("::"))).toBe(name);
        for (const form of ["NFC", "NFD"]) expect(deckName([name.normalize(form)])).toBe(name);
      },
    );
    fc.assert(law, { numRuns: 1_000 });
  });
});

describe("examples", () => {
  const text = `---
title: Caucasus
description: Small.
---
Q: Outer?
A: yes
Id: o

# Armenia
## Cities
Q: Capital?
A: Yerevan
`;

  test("decks by path, notes in order, ids as given or new", () => {
    const collection = emptyCollection();
    const { view } = bring(collection, text, counter("n"));
    expect(view).toEqual({
      decks: ["Caucasus", "Caucasus::Armenia::Cities"],
      added: 2,
      changed: 0,
      same: 0,
      problems: [],
    });
    expect(deckNames(collection)).toEqual(["Caucasus", "Caucasus::Armenia", "Caucasus::Armenia::Cities"]);
    expect([...collection.decks.values()][0]).toMatchObject({ description: "Small.", preset: "default" });
    expect(notesOf(collection).map(({ id, position, created }) => [id, position, created])).toEqual([
      ["o", 1, 1_000],
      ["n1", 2, 1_000],
    ]);
  });

  test("a correction keeps place and schedule; a new note comes last", () => {
    const collection = emptyCollection();
    const newId = counter("n");
    bring(collection, text, newId);
    const card = { ...newCard("o", 0), reps: 3 };
    apply(collection, { cards: [[null, card]] });
    const better = text.replace("A: yes", "A: indeed\nTags: t").replace("Small.", "Smaller.");
    const { view, records } = bring(collection, `${better}\nQ: New?\nA: yes\n`, newId);
    expect(view).toMatchObject({ added: 1, changed: 1, same: 1 });
    expect(records.cards).toBeUndefined();
    expect(collection.notes.get("o")).toMatchObject({ fields: { Back: "indeed" }, tags: ["t"], position: 1 });
    expect(notesOf(collection).at(-1)).toMatchObject({ fields: { Front: "New?" } });
    expect(Math.max(...notesOf(collection).map(({ position }) => position))).toBe(notesOf(collection).at(-1)?.position);
    expect([...collection.decks.values()][0]).toMatchObject({ description: "Smaller." });
  });

  test("an id finds its note in whatever deck, and takes it along", () => {
    const collection = emptyCollection();
    const newId = counter("n");
    bring(collection, text, newId);
    const { view } = bring(collection, "---\ntitle: Other\n---\nFront: Outer?\nBack: yes\nId: o\n", newId);
    expect(view).toMatchObject({ added: 0, changed: 1 });
    const note = collection.notes.get("o");
    expect(note?.type).toBe("reversed");
    expect(collection.decks.get(note?.deck ?? "")?.name).toBe("Other");
  });

  test("a note with a problem is left out, the rest comes in", () => {
    const collection = emptyCollection();
    const { view } = bring(collection, `${text}\nQ: Broken?\n\nQ: Whole?\nA: yes\n`, counter("n"));
    expect(view).toMatchObject({ added: 3, problems: [{ line: 14 }] });
  });

  test("without front matter the file names the deck, and leaves what is known of it", () => {
    const collection = emptyCollection();
    const newId = counter("n");
    bring(collection, text, newId);
    bring(collection, "Q: a\nA: b", newId, "Caucasus.md");
    expect([...collection.decks.values()][0]).toMatchObject({ name: "Caucasus", description: "Small." });
    expect(notesOf(collection)).toHaveLength(3);
    bring(collection, "Q: a\nA: b", newId, "::.md");
    expect(deckNames(collection)).toContain("Deck");
  });

  test("nothing found, nothing done", () => {
    for (const nothing of ["", "\n\n", "---\ntitle: x\n---\n", "Q: a"]) {
      expect(importDeck(emptyCollection(), { name: "f.md", text: nothing }, 1, counter("n"))).toMatchObject({
        records: {},
        view: { decks: [], added: 0, changed: 0, same: 0 },
      });
    }
  });

  test("keys of Object as ids are ids like any other", () => {
    const collection = emptyCollection();
    const { view } = bring(collection, "Q: a\nA: b\nId: __proto__\n\nQ: c\nA: d\nId: constructor", counter("n"));
    expect(view).toMatchObject({ added: 2, problems: [] });
    expect(collection.notes.get("__proto__")?.fields.Front).toBe("a");
  });
});

describe("export", () => {
  test("a file name that any system takes", () => {
    const names: [string, string][] = [
      ["Capitals of the Caucasus", "capitals-of-the-caucasus"],
      ["A::B/../C", "a-b-c"],
      ["CON", "deck-con"],
      ["…", "deck"],
      ["Հայաստան", "հայաստան"],
    ];
    for (const [title, file] of names) expect(fileName(title)).toBe(file);
  });
  test("what a person added to a type stays when the deck is imported again", () => {
    const collection = collectionWith(["basic"]);
    const { basic } = stockTypes;
    collection.noteTypes.set("basic", {
      ...basic,
      fields: [...basic.fields, { ...basic.fields[0], id: "More" } as FieldType],
    });
    const note = collection.notes.get("n0") as Note;
    collection.notes.set("n0", { ...note, fields: { ...note.fields, More: "mine" } });
    const better = "---\ntitle: A\n---\n\nQ: Question?\nA: Better\nId: n0\n";
    expect(bring(collection, better, counter("m")).view).toMatchObject({ changed: 1, added: 0 });
    expect(collection.notes.get("n0")?.fields).toMatchObject({ Back: "Better", More: "mine" });
    expect(bring(collection, better, counter("m")).view).toMatchObject({ same: 1 });
  });
});
