import type { Deck, NoteType } from "../../contract/shapes.ts";
import { type Collection, presetOf } from "../collection.ts";
import { decksWithin } from "../deck/decks.ts";
import type { Glob, Term } from "./ast.ts";
import { isProblem } from "./escape.ts";
import { bare, fold } from "./fold.ts";
import { anchored, prefixesOf } from "./glob.ts";
import { compile } from "./regex/compile.ts";
import { always, byNote, never, type Scene, type Test } from "./test.ts";

type Of<T extends Term["type"]> = Extract<Term, { type: T }>;

/** Notes with such a tag, or one inside it. */
export function tagTest({ text, how }: Of<"tag">): Test {
  if (how === "regex") {
    const compiled = compile(text, { fold: true });
    return isProblem(compiled) ? never : byNote(({ tags }) => tags.some((tag) => compiled.test(tag)));
  }
  if (text === "none") return byNote(({ tags }) => tags.length === 0);
  if (text === "*") return always;
  if (text === "" || /\s/.test(text)) return never;
  const change = how === "bare" ? bare : fold;
  const named = remembered(withInner(anchored(change(text)), change));
  return byNote(({ tags }) => tags.some(named));
}

/** Names come again and again. */
function remembered(test: (name: string) => boolean): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const held = test(name);
    known.set(name, held);
    return held;
  };
}

/** A name that is meant, or one inside it. */
const withInner = (test: (name: string) => boolean, change: (name: string) => string) => (name: string) => {
  for (const prefix of prefixesOf(change(name))) if (test(prefix)) return true;
  return false;
};

/** Cards in such a deck, or one inside it. There are no filtered decks. */
export function deckTest({ collection, current }: Scene, name: Glob): Test {
  if (name === "*") return always;
  if (name === "filtered") return never;
  if (name === "current") return inDecks(decksWithin(collection, current));
  const named = withInner(anchored(fold(name)), fold);
  return inDecks(decksThat(collection, (deck) => named(deck.name)));
}

export function presetTest({ collection }: Scene, name: string): Test {
  const same = fold(name);
  return inDecks(decksThat(collection, (deck) => fold(presetOf(collection, deck.preset).name) === same));
}

export const deckIdTest = (ids: readonly string[]): Test => inDecks(new Set(ids));

const inDecks = (ids: ReadonlySet<string>): Test => ({ byNote: false, cost: 1, holds: (item) => ids.has(item.deck) });

const decksThat = (collection: Collection, test: (deck: Deck) => boolean) =>
  new Set([...collection.decks.values()].filter(test).map(({ id }) => id));

/** Notes of a type of that name. */
export function noteTypeTest(name: Glob): Test {
  const named = anchored(fold(name));
  const holds = perType((type) => named(fold(type.name)));
  return { byNote: true, cost: 1, holds: ({ entry }) => holds(entry.type) };
}

/** Cards made by a template of that name. All gaps of a cloze are made by its one template. */
export function cardNameTest(name: Glob): Test {
  const named = anchored(fold(name));
  const ords = perType((type) => new Set(type.templates.filter(({ name }) => named(fold(name))).map(({ ord }) => ord)));
  return {
    byNote: false,
    cost: 1,
    holds: ({ entry: { type }, ord }) => ords(type).has(type.kind === "cloze" ? 0 : ord),
  };
}

function perType<T>(derive: (type: NoteType) => T): (type: NoteType) => T {
  const known = new Map<NoteType, T>();
  return (type) => {
    if (!known.has(type)) known.set(type, derive(type));
    return known.get(type) as T;
  };
}
