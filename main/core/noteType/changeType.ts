import type { Fault } from "../../contract/faults.ts";
import type { ChangeTypeView, MovedCards, TypeEffects, TypeMapping } from "../../contract/noteTypeEdits.ts";
import type { Card, Note, NoteId, NoteType, NoteTypeId, Records, Review } from "../../contract/shapes.ts";
import { type Collection, cardId } from "../collection.ts";
import { ordinalsOf } from "../note/cards.ts";
import { knownType } from "../note/noteTypes.ts";
import { byPlace, defaultMapping, mappingFault } from "./mapping.ts";
import { moveText } from "./moveText.ts";
import { rowsOf } from "./typeNotes.ts";

interface Wish {
  notes: readonly NoteId[];
  to: NoteTypeId;
  /** Null for the usual one. */
  mapping: TypeMapping | null;
}

interface Plan {
  from: NoteType;
  to: NoteType;
  mapping: TypeMapping;
  /** `after` still holds its texts as they were written. */
  notes: { before: Note; after: Note; cards: [Card, Card | null][] }[];
}

/**
 * Makes notes, all of one type, notes of another: texts go to their new fields, cards keep their schedule under their new
 * ordinal, cards without a new place lose it. `moved` are the cards whose log has to follow (`moveReviews`).
 * Faults: `gone`, `badType`.
 */
export function changeType(
  collection: Collection,
  wish: Wish,
  at: number,
): { records: Records; moved: MovedCards } | Fault {
  const plan = planOf(collection, wish, at);
  if ("code" in plan) return plan;
  const rows = new Map<string, [Card | null, Card | null]>();
  const moved = new Map<string, string | null>();
  for (const [before, after] of plan.notes.flatMap(({ cards }) => cards)) {
    rows.set(before.id, [before, rows.get(before.id)?.[1] ?? null]);
    if (after) rows.set(after.id, [collection.cards.get(after.id) ?? null, after]);
    if (before.id !== after?.id) moved.set(before.id, after?.id ?? null);
  }
  const cards = [...rows.values()].filter(([before, after]) => before !== after);
  return {
    records: {
      notes: plan.notes.map(({ before, after }) => [before, rewritten(after, plan.from.format, plan.to.format)]),
      ...(cards.length > 0 && { cards }),
    },
    moved,
  };
}

function rewritten(note: Note, from: NoteType["format"], to: NoteType["format"]): Note {
  if (from === to) return note;
  const texts = Object.entries(note.fields).map(([id, text]) => [id, moveText(text, from, to)]);
  return { ...note, fields: Object.fromEntries(texts) };
}

/** What changing the type would do. Faults as `changeType`. */
export function changeTypeView(collection: Collection, wish: Wish): ChangeTypeView | Fault {
  const plan = planOf(collection, wish, 0);
  if ("code" in plan) return plan;
  const { from, to, mapping } = plan;
  return { from, to, mapping, byPlace: byPlace(from, to), effects: effectsOf(plan) };
}

/** The reviews of cards that moved, under their new cards; those of a card whose place another takes are gone with it. */
export function moveReviews(moved: MovedCards, reviews: readonly Review[]): [Review, Review | null][] {
  const taken = new Set(moved.values());
  return reviews.flatMap((review): [Review, Review | null][] => {
    const card = moved.get(review.card);
    if (card) return [[review, { ...review, card }]];
    return card === null && taken.has(review.card) ? [[review, null]] : [];
  });
}

function planOf(collection: Collection, wish: Wish, at: number): Plan | Fault {
  const notes = [...new Set(wish.notes)].map((id) => collection.notes.get(id));
  const to = knownType(collection, wish.to);
  const [first] = notes;
  if (!first || notes.some((note) => !note)) return { code: "gone", detail: "note" };
  const from = knownType(collection, first.type);
  if (!to || !from) return { code: "gone", detail: "note type" };
  const found = notes as Note[];
  if (found.some(({ type }) => type !== from.id))
    return { code: "badType", detail: "These notes are of several types: choose notes of one type at a time." };
  const mapping = wish.mapping ?? defaultMapping(from, to);
  const fault = mappingFault(from, to, mapping);
  if (fault) return fault;
  const ordOf = ordinalMap(from, to, mapping);
  const rows = rowsOf(collection, found);
  return {
    from,
    to,
    mapping,
    notes: found.map((before) => ({
      before,
      after: { ...before, type: to.id, fields: moveFields(to, mapping, before), modified: at },
      cards: (rows.get(before.id) ?? []).map((card) => [card, moveCard(card, ordOf(card.ord))]),
    })),
  };
}

/** Where the card of an ordinal goes; null for nowhere. */
function ordinalMap(from: NoteType, to: NoteType, { templates }: TypeMapping): (ord: number) => number | null {
  if (!byPlace(from, to)) {
    const targets = new Map(Object.entries(templates).map(([target, source]) => [source, Number(target)]));
    return (ord) => targets.get(ord) ?? null;
  }
  const place = (ord: number) => (from.kind === "cloze" ? ord : from.templates.findIndex((each) => each.ord === ord));
  return (ord) => {
    const index = place(ord);
    return index < 0 ? null : to.kind === "cloze" ? index : (to.templates[index]?.ord ?? null);
  };
}

function moveFields(to: NoteType, { fields }: TypeMapping, note: Note): Record<string, string> {
  return Object.fromEntries(
    to.fields.map(({ id }) => {
      const source = fields[id];
      return [id, source == null ? "" : (note.fields[source] ?? "")];
    }),
  );
}

const moveCard = (card: Card, ord: number | null): Card | null =>
  ord === null ? null : ord === card.ord ? card : { ...card, id: cardId(card.note, ord), ord };

function effectsOf({ from, to, mapping, notes }: Plan): TypeEffects {
  const sum: TypeEffects = { notes: notes.length, appear: 0, go: 0, reviews: 0, texts: 0 };
  const used = new Set(Object.values(mapping.fields));
  const dropped = from.fields.filter(({ id }) => !used.has(id));
  const ordOf = ordinalMap(from, to, mapping);
  // Another way of writing fills or empties no field, and it is slow: what it would do is known without it.
  const asWritten = { ...to, format: from.format };
  for (const { before, after, cards } of notes) {
    for (const { id } of dropped) if ((before.fields[id] ?? "").trim() !== "") sum.texts++;
    const next = ordinalsOf(asWritten, after);
    const kept = new Set<number | null>();
    for (const ord of ordinalsOf(from, before)) {
      const target = ordOf(ord);
      if (target !== null && next.includes(target)) kept.add(target);
      else {
        sum.go++;
        sum.reviews += cards.find(([card]) => card.ord === ord)?.[0].reps ?? 0;
      }
    }
    sum.appear += next.filter((ord) => !kept.has(ord)).length;
  }
  return sum;
}
