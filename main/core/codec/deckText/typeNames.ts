import type { Deck, NoteType } from "../../../contract/shapes.ts";
import { deckName } from "../../deck/growDecks.ts";
import { stockTypes } from "../../note/stockTypes.ts";

/** The types that Mneme brings, as `types` has them, then the others by id: a list that depends on nothing else. */
const allOf = (types: readonly NoteType[]): NoteType[] => {
  const own = new Map(types.map((type) => [type.id, type]));
  const stock = Object.values(stockTypes).map((type) => own.get(type.id) ?? type);
  for (const { id } of stock) own.delete(id);
  return [...stock, ...[...own.values()].sort((a, b) => (a.id < b.id ? -1 : 1))];
};

/** A name of its own for each of the types by which notes in a text may call it: one line, as near to its name as can be. */
export function typeNames(types: readonly NoteType[]): Map<string, NoteType> {
  const names = new Map<string, NoteType>();
  for (const type of allOf(types))
    names.set(
      unused(oneLine(type.name) || "Unnamed", (name) => names.has(name)),
      type,
    );
  return names;
}

/** The same for decks: paths of headings. */
export function deckLabels(decks: readonly Deck[]): Map<string, Deck> {
  const labels = new Map<string, Deck>();
  for (const deck of decks.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
    labels.set(
      unused(labelOf(deck.name), (label) => labels.has(label)),
      deck,
    );
  return labels;
}

const labelOf = (name: string): string => deckName(name.split("::").map(oneLine)) || "Deck";

/** White space of any kind is one blank, and what no editor shows is none. */
const oneLine = (name: string): string => name.replace(/[\s\p{Cc}\p{Cs}]+/gu, " ").trim();

function unused(name: string, isTaken: (name: string) => boolean): string {
  for (let n = 1; ; n++) {
    const next = n === 1 ? name : `${name} ${n}`;
    if (!isTaken(next)) return next;
  }
}

const stock = typeNames([]);
export const stockNamed = (name: string): NoteType | null => stock.get(name) ?? null;
