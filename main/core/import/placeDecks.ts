import type { Deck } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import { deckName } from "../deck/growDecks.ts";
import { fold } from "../search/fold.ts";
import { type Context, ownId } from "./context.ts";
import type { PlacedPresets } from "./placePresets.ts";

export interface PlacedDecks {
  /** The deck here for one of the parcel, and its name there; for an id that it does not have, a deck named after the file. */
  of(id: string): { here: Deck; there: string };
  /** Names of all decks of the parcel as they are called here; all decks that are not there yet. */
  names(): string[];
  fresh(): Deck[];
  /** What changes. Like the names, to be asked after every `of`. */
  pairs(): [Deck | null, Deck][];
}

/** Deeper ones would be no help to anybody: their innermost names are joined. */
const deepest = 50;

/**
 * Decks of a parcel beside those that are there: by full name, in which case does not count. What is known of a deck that is there is
 * taken over where the parcel says something. `inside` is the name of the deck that all comes into, unless it lies there already.
 */
export function placeDecks(
  collection: Collection,
  decks: readonly Deck[],
  inside: string | null,
  presets: PlacedPresets,
  { newId, file }: Context,
): PlacedDecks {
  const known = new Map<string, Deck>();
  for (const deck of collection.decks.values()) known.set(fold(deck.name), deck);
  const touched = new Set<string>();
  const used = new Set<string>();
  const outer = inside === null ? "" : nameOf(inside);

  const put = (deck: Deck) => {
    known.set(fold(deck.name), deck);
    touched.add(fold(deck.name));
    return deck;
  };
  /** The deck of a name; it and those around it are made if they are missing. */
  const grow = (name: string, wanted: string): Deck => {
    const there = known.get(fold(name));
    if (there) return there;
    const cut = name.lastIndexOf("::");
    const around = cut < 0 ? null : grow(name.slice(0, cut), "");
    const full = around ? around.name + name.slice(cut) : name;
    const id = ownId(wanted, (each) => collection.decks.has(each), used, newId);
    const unknown = { description: "", language: "", source: "", licence: "", asOf: "" };
    return put({ id, name: full, ...unknown, preset: around?.preset ?? "default" });
  };
  const placeOf = (name: string) => {
    const lies = outer === "" || fold(name) === fold(outer) || fold(name).startsWith(`${fold(outer)}::`);
    return lies ? name : nameOf(`${outer}::${name}`);
  };

  const isNew = ({ id }: Deck) => !collection.decks.has(id);
  const names = new Map<string, string>();
  const places = new Map<string, string>();
  const said = new Set<string>();
  const named = decks.map((deck) => ({ deck, name: nameOf(deck.name) || "Blank" }));
  named.sort((a, b) => depth(a.name) - depth(b.name));
  for (const { deck, name } of named) {
    if (names.has(deck.id)) continue;
    const place = placeOf(name);
    const wasThere = known.has(fold(place));
    // A deck in text has no id but its name, which it may lose.
    const here = grow(place, deck.id === deck.name ? "" : deck.id);
    const isSecond = said.has(fold(here.name));
    said.add(fold(here.name));
    names.set(deck.id, name);
    places.set(deck.id, fold(here.name));
    if (isSecond) continue; // two of one name are one deck, and what the first says holds
    const next = described(
      here,
      deck,
      presets.wanted ? limitsOf(deck) : {},
      wasThere ? wantedPreset(deck, presets) : presets.of(deck.preset),
    );
    if (JSON.stringify(here) !== JSON.stringify(next)) put(next);
  }
  const lost = () => {
    const name = nameOf(file.replace(/\.[^.]*$/, "")) || "Deck";
    const here = grow(outer || name, "");
    names.set("", name);
    places.set("", fold(here.name));
    return { here, there: name };
  };
  const at = (id: string) => {
    const here = known.get(places.get(id) ?? "");
    return here && { here, there: names.get(id) ?? "" };
  };
  const reached = () => [...new Set(places.values())].flatMap((key) => known.get(key) ?? []);
  return {
    of: (id) => at(id) ?? at("") ?? lost(),
    names: () => reached().map(({ name }) => name),
    fresh: () => [...touched].flatMap((key) => known.get(key) ?? []).filter(isNew),
    pairs: () =>
      [...touched].flatMap((key): [Deck | null, Deck][] => {
        const deck = known.get(key);
        return deck ? [[collection.decks.get(deck.id) ?? null, deck]] : [];
      }),
  };
}

/** A deck that is there keeps its preset, unless the parcel brings it one of its own. */
const wantedPreset = ({ preset }: Deck, presets: PlacedPresets) => {
  const id = presets.wanted ? presets.of(preset) : undefined;
  return id === "default" ? undefined : id;
};

type OwnLimits = Pick<Deck, "desiredRetention" | "newPerDay" | "reviewsPerDay" | "today">;

/** They come with the presets: they are what a deck says otherwise. */
function limitsOf({ desiredRetention, newPerDay, reviewsPerDay, today }: Deck): OwnLimits {
  return {
    ...(desiredRetention !== undefined && { desiredRetention }),
    ...(newPerDay !== undefined && { newPerDay }),
    ...(reviewsPerDay !== undefined && { reviewsPerDay }),
    ...(today && { today }),
  };
}

function described(here: Deck, deck: Deck, limits: OwnLimits, preset = here.preset): Deck {
  const said = (key: "description" | "language" | "source" | "licence" | "asOf") => deck[key] || here[key];
  const next: Deck = {
    ...here,
    description: said("description"),
    language: said("language"),
    source: said("source"),
    licence: said("licence"),
    asOf: said("asOf"),
    preset,
  };
  Object.assign(next, limits);
  return deck.kept ? { ...next, kept: { ...here.kept, ...deck.kept } } : next;
}

function nameOf(name: string): string {
  const parts = deckName([name]).split("::");
  if (parts.length <= deepest) return parts.join("::");
  return deckName([...parts.slice(0, deepest - 1), parts.slice(deepest - 1).join(" ")]);
}

const depth = (name: string): number => {
  let parts = 1;
  for (let at = name.indexOf("::"); at >= 0; at = name.indexOf("::", at + 2)) parts++;
  return parts;
};
