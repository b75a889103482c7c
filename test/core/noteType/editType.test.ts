import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Fault } from "../../../main/contract/faults.ts";
import type { TypeEdit } from "../../../main/contract/noteTypeEdits.ts";
import type { NoteType } from "../../../main/contract/shapes.ts";
import { apply, invert } from "../../../main/core/collection.ts";
import { knownType } from "../../../main/core/note/noteTypes.ts";
import { stockTypes } from "../../../main/core/note/stockTypes.ts";
import { addType } from "../../../main/core/noteType/addType.ts";
import { deleteType } from "../../../main/core/noteType/deleteType.ts";
import { draftView } from "../../../main/core/noteType/draft.ts";
import { deleteField, moveField, renameField } from "../../../main/core/noteType/editFields.ts";
import { addTemplate, deleteTemplate, moveTemplate } from "../../../main/core/noteType/editTemplates.ts";
import { effects } from "../../../main/core/noteType/effects.ts";
import { saveType } from "../../../main/core/noteType/saveType.ts";
import { shapeType } from "../../../main/core/noteType/shapeType.ts";
import { anyNotes, cardsOf, holding, noteOf, words } from "./types.ts";

const fine = <T extends object>(value: T | Fault): T => {
  if ("code" in value) throw new Error(JSON.stringify(value));
  return value;
};
const at = 100;

describe("laws", () => {
  const anyType = fc.constantFrom(words, stockTypes.reversed, stockTypes.cloze, stockTypes.optionalReversed);
  const name = fc.string({ minLength: 1, maxLength: 12 });

  test("a field renamed and renamed back is as it was", () => {
    const law = fc.property(anyType, fc.nat(), name, (type, n, to) => {
      const field = type.fields[n % type.fields.length];
      const renamed = field && renameField(type, field.id, to);
      fc.pre(field !== undefined && renamed !== undefined && !("code" in renamed));
      if (!field || !renamed || "code" in renamed) return;
      expect(renameField(renamed, field.id, field.name)).toEqual(type);
    });
    fc.assert(law);
  });

  test("a new order loses nothing, and can be put back", () => {
    const law = fc.property(anyType, fc.nat(), fc.nat({ max: 9 }), (type, n, to) => {
      const from = n % type.fields.length;
      const field = type.fields[from];
      if (!field) return;
      const after = fine(moveField(type, field.id, to));
      expect([...after.fields].sort(byId)).toEqual([...type.fields].sort(byId));
      expect(after.fields[Math.min(to, type.fields.length - 1)]).toBe(field);
      expect(moveField(after, field.id, from)).toEqual(type);
      const { ord } = type.templates[n % type.templates.length] ?? { ord: 0 };
      const turned = fine(moveTemplate(type, ord, to));
      expect(turned.templates).toHaveLength(type.templates.length);
      expect(moveTemplate(turned, ord, n % type.templates.length)).toEqual(type);
    });
    fc.assert(law);
  });

  const edit: fc.Arbitrary<(type: NoteType) => TypeEdit> = fc.oneof(
    fc.constant(() => ({ kind: "addField" as const })),
    fc.constant(() => ({ kind: "addTemplate" as const })),
    fc.constant(() => ({ kind: "restore" as const })),
    fc.nat().map((n) => (type: NoteType) => ({ kind: "deleteField" as const, field: pick(type.fields, n).id })),
    fc.nat().map((n) => (type: NoteType) => ({ kind: "deleteTemplate" as const, ord: pick(type.templates, n).ord })),
    fc.tuple(fc.nat(), name).map(([n, name]) => (type: NoteType) => ({
      kind: "renameField" as const,
      field: pick(type.fields, n).id,
      name,
    })),
  );

  test("what any draft would do is what saving it does; undo restores everything", () => {
    const any = anyType.chain((type) => fc.record({ type: fc.constant(type), made: anyNotes(type) }));
    const law = fc.property(any, fc.array(edit, { maxLength: 6 }), ({ type, made }, edits) => {
      const collection = holding([type], made.notes, made.cards);
      let ids = 0;
      let draft = type;
      for (const each of edits) {
        const next = shapeType(collection, draft, each(draft), () => `new${ids++}`);
        if (!("code" in next)) draft = next;
      }
      const before = structuredClone(collection);
      const told = draftView(collection, draft).effects;
      const had = cardsOf(collection, [type]);
      const records = fine(saveType(collection, { type: draft, seen: type.modified }, at));
      apply(collection, records);
      const has = cardsOf(collection, [knownType(collection, type.id) as NoteType]);
      const gone = [...had].filter(([card]) => !has.has(card));
      expect(told).toMatchObject({
        notes: made.notes.length,
        appear: [...has.keys()].filter((card) => !had.has(card)).length,
        go: gone.length,
        reviews: gone.reduce((sum, [, reps]) => sum + reps, 0),
      });
      apply(collection, invert(records));
      expect(collection).toEqual(before);
    });
    fc.assert(law);
  });

  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  const pick = <T>(items: readonly T[], n: number): T => items[n % items.length] as T;
});

describe("fields", () => {
  it.each([
    ["", /needs a name/],
    ["  ", /needs a name/],
    ["meaning", /“meaning” already/],
    [" MEANING ", /“MEANING” already/],
    ["a:b", /cannot hold :/],
    ['say "x"', /cannot hold "/],
    ["{x", /cannot hold \{/],
    ["x}", /cannot hold \}/],
    ["#x", /begin with #/],
    ["^x", /begin with \^/],
    ["/x", /begin with \//],
    ["FrontSide", /means something else/],
    ["x".repeat(101), /at most 100/],
  ])("cannot be called %j", (name, cause) =>
    expect(renameField(words, "w", name)).toEqual({ code: "badType", detail: expect.stringMatching(cause) }),
  );

  it("may be called otherwise, blanks set right", () => {
    expect(fine(renameField(words, "w", "  Wort \n 1/2 #  ")).fields[0]?.name).toBe("Wort 1/2 #");
    expect(fine(renameField(words, "w", "WORD")).fields[0]?.name).toBe("WORD");
  });

  it("go from the templates, which still show one", () => {
    const after = fine(deleteField(fine(deleteField(words, "w")), "m"));
    expect(after.sort).toBe("e");
    expect(after.templates.map(({ front, back }) => [front, back])).toEqual([
      ["{{#Example}}<p>{{ Example }}</p>{{/Example}}", "{{FrontSide}}<hr>"],
      ["\n{{Example}}", "{{hint:Example}}{{^Example}}none{{/Example}}"],
    ]);
    expect(deleteField(after, "e")).toMatchObject({
      code: "badType",
      detail: expect.stringMatching(/at least one field/),
    });
  });

  it("leave a cloze with a gap to show", () => {
    const after = fine(deleteField(stockTypes.cloze, "Text"));
    expect(after.templates[0]?.front).toBe("{{cloze:Extra}}");
    expect(after.templates[0]?.back).toContain("{{cloze:Extra}}");
  });

  it("that are not there are said", () => {
    for (const lost of [renameField(words, "x", "y"), moveField(words, "x", 0), deleteField(words, "x")])
      expect(lost).toMatchObject({ code: "badType" });
  });
});

describe("templates", () => {
  it("get an ordinal that no card has had", () => {
    const note = noteOf(words, "n", { w: "a" });
    const old = { id: "n/9", note: "n", ord: 9 };
    const collection = holding([words], [note], [old as never]);
    const draft = fine(shapeType(collection, words, { kind: "addTemplate" }, () => ""));
    expect(draft.templates.at(-1)).toMatchObject({ ord: 10, name: "Card 3", front: "{{Word}}" });
    const without = fine(deleteTemplate(draft, 10));
    expect(fine(shapeType(holding([words]), without, { kind: "addTemplate" }, () => "")).templates.at(-1)?.ord).toBe(4);
  });

  it("are one and no more for a cloze, and at least one for all", () => {
    expect(addTemplate(stockTypes.cloze, 1)).toMatchObject({ code: "badType" });
    expect(deleteTemplate(stockTypes.cloze, 0)).toMatchObject({ code: "badType" });
    expect(deleteTemplate(words, 7)).toMatchObject({ code: "badType" });
  });
});

describe("saving", () => {
  const save = (collection = holding([words]), change: Partial<NoteType> = {}, seen = words.modified) =>
    saveType(collection, { type: { ...words, ...change }, seen }, at);

  it("is one change of one record, and nothing if nothing changed", () => {
    expect(save()).toEqual({});
    expect(save(undefined, { css: "b{}" })).toEqual({ noteTypes: [[words, { ...words, css: "b{}", modified: at }]] });
  });

  it("marks the type as changed even when the clock goes backwards", () => {
    const records = fine(saveType(holding([words]), { type: { ...words, css: "x" }, seen: 5 }, 1));
    expect(records.noteTypes?.[0]?.[1]?.modified).toBe(6);
  });

  it("refuses what was changed since, and what is gone", () => {
    expect(save(undefined, { css: "x" }, 4)).toEqual({ code: "staleType" });
    expect(saveType(holding([]), { type: words, seen: 5 }, at)).toEqual({ code: "gone", detail: "note type" });
  });

  it.each<[Partial<NoteType>, RegExp]>([
    [{ name: " " }, /needs a name/],
    [{ name: "basic" }, /“basic” already/],
    [{ kind: "cloze" }, /cannot be changed|one template/],
    [{ sort: "x" }, /sort/],
    [{ fields: [] }, /at least one field/],
    [{ templates: [] }, /at least one card/],
    [{ fields: words.fields.map((field) => ({ ...field, name: "X" })) }, /“X” already/],
    [{ fields: words.fields.map((field) => ({ ...field, id: "w" })) }, /same field/],
    [{ templates: words.templates.map((template) => ({ ...template, name: "X" })) }, /“X” already/],
    [{ templates: words.templates.map((template) => ({ ...template, ord: 0 })) }, /same card/],
  ])("refuses %j", (change, cause) =>
    expect(save(undefined, change)).toEqual({ code: "badType", detail: expect.stringMatching(cause) }),
  );

  it("changes how fields are written only while there are no notes", () => {
    expect("code" in save(undefined, { format: "html" })).toBe(false);
    const used = holding([words], [noteOf(words, "n", { w: "a" })]);
    expect(save(used, { format: "html" })).toMatchObject({
      code: "badType",
      detail: expect.stringMatching(/written that way/),
    });
  });

  it("leaves alone what was wrong before", () => {
    const odd = { ...words, fields: words.fields.map((field) => ({ ...field, name: "a:b" })) };
    expect("code" in saveType(holding([odd]), { type: { ...odd, css: "x" }, seen: 5 }, at)).toBe(false);
  });

  it("stores a type that Mneme brings once it differs, and forgets it when it is as it came", () => {
    const collection = holding([]);
    const edited = { ...stockTypes.basic, css: "b{}" };
    const records = fine(saveType(collection, { type: edited, seen: 0 }, at));
    expect(records).toEqual({ noteTypes: [[null, { ...edited, modified: at }]] });
    apply(collection, records);
    const restored = fine(shapeType(collection, { ...edited, modified: at }, { kind: "restore" }, () => ""));
    const back = fine(saveType(collection, { type: restored, seen: at }, at + 1));
    expect(back).toEqual({ noteTypes: [[{ ...edited, modified: at }, null]] });
  });

  it("is no longer the kind whose fields it lacks", () => {
    const draft = fine(deleteField(stockTypes.typed, "Back"));
    const records = fine(saveType(holding([]), { type: draft, seen: 0 }, at));
    expect(records.noteTypes?.[0]?.[1]?.stock).toBeNull();
  });
});

describe("adding and deleting", () => {
  const ids = () => {
    let n = 0;
    return () => `id${n++}`;
  };
  it("copies another, or begins blank", () => {
    const copy = fine(addType(holding([words]), { name: " Mine ", from: { copy: "words" } }, at, ids()));
    expect(copy.type).toEqual({ ...words, id: "id0", name: "Mine", modified: at });
    for (const kind of ["standard", "cloze"] as const) {
      const from = { copy: null, kind, format: "html" } as const;
      const { type, records } = fine(addType(holding([]), { name: "Mine", from }, at, ids()));
      const collection = holding([]);
      apply(collection, records);
      expect(draftView(collection, type).problems).toEqual([]);
      expect(type).toMatchObject({ kind, format: "html", stock: null });
    }
  });

  it("refuses a name that is taken, and a type to copy that is gone", () => {
    const from = { copy: "basic" };
    expect(addType(holding([]), { name: "CLOZE", from }, at, ids())).toMatchObject({ code: "badType" });
    expect(addType(holding([]), { name: "x", from: { copy: "y" } }, at, ids())).toMatchObject({ code: "gone" });
  });

  it("deletes with its notes and their cards if told so, and can be undone", () => {
    fc.assert(
      fc.property(anyNotes(words), ({ notes, cards }) => {
        const collection = holding([words], notes, cards);
        const before = structuredClone(collection);
        const wish = { type: "words", seen: 5 };
        const refused = deleteType(collection, { ...wish, withNotes: false });
        expect("code" in refused).toBe(notes.length > 0);
        const records = fine(deleteType(collection, { ...wish, withNotes: true }));
        apply(collection, records);
        expect([collection.noteTypes.size, collection.notes.size, collection.cards.size]).toEqual([0, 0, 0]);
        apply(collection, invert(records));
        expect(collection).toEqual(before);
      }),
    );
  });

  it("keeps what Mneme brings, and refuses what was changed since", () => {
    expect(deleteType(holding([]), { type: "basic", seen: 0, withNotes: true })).toMatchObject({ code: "badType" });
    expect(deleteType(holding([words]), { type: "words", seen: 4, withNotes: true })).toEqual({ code: "staleType" });
  });
});

describe("mistakes in templates", () => {
  const withFront = (front: string, of: NoteType = words): NoteType => ({
    ...of,
    templates: of.templates.map((template, i) => (i === 0 ? { ...template, front } : template)),
  });
  const said = (type: NoteType, stored = words) => draftView(holding([stored]), type).problems;

  it("are said where they are, and keep a side that was changed from being saved", () => {
    const broken = withFront("{{Word}}\n  {{#Meaning}}x");
    const at = { in: "side", ord: 0, side: "front", line: 2, column: 3, offset: 11 };
    expect(said(broken)).toEqual([{ at, say: expect.stringMatching(/\.$/), refuses: true }]);
    const wish = { type: broken, seen: 5 };
    expect(saveType(holding([words]), wish, at.line)).toMatchObject({ code: "badType" });
    const elsewhere = { ...broken, css: "x" };
    expect(said(elsewhere, broken)[0]?.refuses).toBe(false);
    expect("code" in saveType(holding([broken]), { type: elsewhere, seen: 5 }, at.line)).toBe(false);
  });

  it("are found in what lists show", () => {
    const [first] = words.templates;
    if (!first) return;
    const broken = { ...words, templates: [{ ...first, listBack: "{{Nothing}}" }] };
    expect(said(broken)).toMatchObject([{ at: { side: "listBack", line: 1, column: 1 }, refuses: true }]);
  });

  it("a front that makes no card is said and no more", () => {
    expect(said(withFront("Hello"))).toMatchObject([{ at: { side: "front" }, refuses: false }]);
    const cloze = withFront("{{Text}}", stockTypes.cloze);
    expect(draftView(holding([]), cloze).problems).toMatchObject([
      { say: expect.stringContaining("{{cloze:Text}}"), refuses: false },
    ]);
  });

  it("follow no rename: what was fine stays fine", () => {
    fc.assert(
      fc.property(fc.constantFrom(words, ...Object.values(stockTypes)), fc.nat(), (type, n) => {
        const field = type.fields[n % type.fields.length];
        const renamed = field && fine(renameField(type, field.id, "Quite new"));
        const cut = field && fine(deleteField(type, field.id));
        for (const draft of [type, renamed, cut]) expect(draft && said(draft, type)).toEqual([]);
      }),
    );
  });
});

it("counts the texts of fields that go", () => {
  const notes = [noteOf(words, "a", { w: "1", m: "2", e: "" }), noteOf(words, "b", { w: "1", m: "2", e: "3" })];
  const without = fine(deleteField(words, "e"));
  expect(effects(holding([words], notes), words, without).texts).toBe(1);
});
