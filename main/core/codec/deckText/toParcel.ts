import type { Deck } from "../../../contract/shapes.ts";
import type { Problem } from "../../../contract/views.ts";
import { deckName } from "../../deck/growDecks.ts";
import { emptyParcel, type Parcel, type ParcelNote } from "../../parcel/parcel.ts";
import type { DeckText } from "./deckText.ts";

/** A deck in text as a parcel. `name` is the file's, for a text without a title. */
export function toParcel(
  { deck, problems }: { deck: DeckText; problems: Problem[] },
  { name, now, newId }: { name: string; now: number; newId(): string },
): Parcel {
  const { title: _, notes, ...about } = deck;
  const title = deckName([deck.title]) || deckName([name.replace(/\.[^.]*$/, "")]) || "Deck";
  const decks = new Map<string, Deck>();
  const nothing = { description: "", language: "", source: "", licence: "", asOf: "" };
  const at = (path: string): string => {
    if (!decks.has(path))
      decks.set(path, { id: path, name: path, ...(path === title ? about : nothing), preset: "default" });
    return path;
  };
  if (notes.length > 0) at(title);
  const placed = notes.map(({ id, type, path, fields, tags }, i): ParcelNote => {
    const known = { id: id ?? newId(), type, deck: at(deckName([title, ...path])), fields, tags };
    return {
      ...known,
      position: i + 1,
      created: now,
      modified: now,
      ...(id === undefined && { nameless: true as const }),
    };
  });
  return {
    ...emptyParcel("markdown"),
    decks: [...decks.values()],
    notes: placed,
    problems: problems.map(({ line, cause }) => ({ place: `line ${line}`, say: cause, weight: "broken" as const })),
  };
}
