import type { Deck } from "../../contract/shapes.ts";
import type { Parcel } from "../parcel/parcel.ts";
import type { CardsHere } from "./cardsHere.ts";
import type { Comparison } from "./compare.ts";
import type { Places } from "./places.ts";

/**
 * Ids of decks that would be new, and have notes in the file, of which none comes to lie there: all are in the collection already, in
 * decks of other names. Such decks need not be made. Decks that are empty in the file as well are meant to be.
 */
export function idleDecks(parcel: Parcel, comparison: Comparison, places: Places, cards: CardsHere): Set<string> {
  const { mine, verdicts, stays, partsOf } = comparison;
  const said = new Set<string>();
  const used = new Set<string>();
  parcel.notes.forEach(({ deck }, n) => {
    if (verdicts[n] === "broken") return;
    const { name } = places.decks.of(deck).here;
    said.add(name);
    const comes = !mine[n] || (!stays[n] && partsOf(n).some(({ of, changed }) => of === "deck" && changed !== "mine"));
    if (comes) used.add(name);
  });
  for (const { deck } of parcel.cards) if (deck !== undefined) said.add(places.decks.of(deck).here.name);
  const fresh = places.decks.fresh();
  const names = new Map(fresh.map(({ id, name }) => [id, name]));
  for (const { row } of cards.rows) used.add(names.get(row?.deck ?? "") ?? "");
  const [isSaid, isUsed] = [withOuter(said), withOuter(used)];
  const isIdle = ({ name }: Deck) => isSaid.has(name) && !isUsed.has(name);
  const around = withOuter(new Set(fresh.filter((deck) => !isIdle(deck)).map(({ name }) => name)));
  return new Set(fresh.filter((deck) => isIdle(deck) && !around.has(deck.name)).map(({ id }) => id));
}

/** The names with those of the decks around them. */
function withOuter(names: ReadonlySet<string>): Set<string> {
  const all = new Set(names);
  for (const name of names)
    for (let at = name.lastIndexOf("::"); at > 0; at = name.lastIndexOf("::", at - 1)) {
      const outer = name.slice(0, at);
      if (all.has(outer)) break;
      all.add(outer);
    }
  return all;
}
