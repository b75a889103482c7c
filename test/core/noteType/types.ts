// Note types and collections to edit.
import fc from "fast-check";
import type { Card, Note, NoteType } from "../../../main/contract/shapes.ts";
import { type Collection, emptyCollection, newCard } from "../../../main/core/collection.ts";
import { ordinalsOf } from "../../../main/core/note/cards.ts";
import { stockTypes } from "../../../main/core/note/stockTypes.ts";
import { newField } from "../../../main/core/noteType/editFields.ts";
import { newTemplate } from "../../../main/core/noteType/editTemplates.ts";

/** A type of three fields and two cards, of the person's own. */
export const words: NoteType = {
  id: "words",
  name: "Words",
  kind: "standard",
  format: "markdown",
  stock: null,
  fields: [newField("w", "Word"), newField("m", "Meaning"), newField("e", "Example")],
  sort: "w",
  templates: [
    newTemplate(0, "Read", "{{Word}}{{#Example}}<p>{{ Example }}</p>{{/Example}}", "{{FrontSide}}<hr>{{Meaning}}"),
    newTemplate(3, "Write", "{{text:Meaning}}\n{{type:Word}}", "{{hint:Example}}{{^Example}}none{{/Example}}"),
  ],
  css: "",
  modified: 5,
};

export const noteOf = (type: NoteType, id: string, fields: Record<string, string>): Note => ({
  id,
  type: type.id,
  deck: "d",
  fields,
  tags: ["t"],
  position: 1,
  created: 0,
  modified: 0,
});

const text = fc.constantFrom("", "one", "{{c1::two}} and {{c2::three::hint}}", "a\nb");

/** Notes of that type, with rows for some of their cards. */
export function anyNotes(type: NoteType): fc.Arbitrary<{ notes: Note[]; cards: Card[] }> {
  const fields = fc.record(Object.fromEntries(type.fields.map(({ id }) => [id, text])));
  const one = fc.record({ fields, reps: fc.array(fc.nat({ max: 5 }), { maxLength: 4 }) });
  return fc.array(one, { maxLength: 5 }).map((made) => {
    const notes = made.map(({ fields }, i) => noteOf(type, `n${i}`, fields));
    const cards = notes.flatMap((note, i) => {
      const reps = made[i]?.reps ?? [];
      return ordinalsOf(type, note).flatMap((ord, k): Card[] => {
        const n = reps[k] ?? 0;
        return n === 0 ? [] : [{ ...newCard(note.id, ord), phase: "review", reps: n, day: 20 + n, interval: n }];
      });
    });
    return { notes, cards };
  });
}

export function holding(types: NoteType[], notes: Note[] = [], cards: Card[] = []): Collection {
  const collection = emptyCollection();
  for (const type of types) if (stockTypes[type.id as "basic"] !== type) collection.noteTypes.set(type.id, type);
  for (const note of notes) collection.notes.set(note.id, note);
  for (const card of cards) collection.cards.set(card.id, card);
  return collection;
}

/** What the collection makes: every card with its reviews. */
export function cardsOf(collection: Collection, types: readonly NoteType[]): Map<string, number> {
  const made = new Map<string, number>();
  for (const note of collection.notes.values()) {
    const type = types.find(({ id }) => id === note.type);
    for (const ord of type ? ordinalsOf(type, note) : [])
      made.set(`${note.id}/${ord}`, collection.cards.get(`${note.id}/${ord}`)?.reps ?? 0);
  }
  return made;
}
