import fc from "fast-check";
import { expect, test } from "vitest";
import { apply, type Collection, emptyCollection } from "../../../main/core/collection.ts";
import { keyOf, notesAsking, readAhead } from "../../../main/core/note/firstFields.ts";
import { fold } from "../../../main/core/note/fold.ts";

test("the quick key is the fold", () => {
  const text = fc
    .string({ unit: fc.constantFrom(..."aZ09 ,.?!'\"():;-é#".split("")), maxLength: 12 })
    .map((one) => one.trim());
  fc.assert(
    fc.property(text, (one) => {
      expect(keyOf(one)).toBe(fold(one));
    }),
    { numRuns: 2_000 },
  );
});

test("what is read ahead is found as what is read when asked, whatever changes in between", () => {
  const text = fc.constantFrom("One?", "two", "Two!", "");
  const step = fc.record({ id: fc.constantFrom("a", "b", "c"), text, ahead: fc.boolean(), drop: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const collection = emptyCollection();
      for (const { id, text, ahead, drop } of steps) {
        const before = collection.notes.get(id) ?? null;
        apply(collection, { notes: [[before, drop && before ? null : noteOf(id, text)]] });
        const note = collection.notes.get(id);
        if (ahead && note) readAhead(collection, note);
      }
      const fresh: Collection = { ...collection };
      for (const key of ["one", "two", ""])
        expect([...notesAsking(collection, key)].sort()).toEqual([...notesAsking(fresh, key)].sort());
    }),
  );
});

const noteOf = (id: string, Front: string) => ({
  ...{ id, type: "basic", deck: "d", fields: { Front }, tags: [] },
  ...{ position: 1, created: 0, modified: 0 },
});
