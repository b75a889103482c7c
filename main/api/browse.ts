import type { BulkChange } from "../contract/browse.ts";
import { Failure, type Fault, isFault } from "../contract/faults.ts";
import { sidebar } from "../core/browse/sidebar.ts";
import type { Chosen } from "../core/bulk/chosen.ts";
import { type Plan, plan } from "../core/bulk/plan.ts";
import { deckEffects, deleteDeck } from "../core/deck/deleteDeck.ts";
import { createDeck, renameDeck } from "../core/deck/renameDeck.ts";
import { duplicates } from "../core/duplicates/duplicates.ts";
import { title } from "../core/note/cards.ts";
import { replaceText } from "../core/replace/replaceText.ts";
import { deleteSearch, renameSearch, saveSearch } from "../core/saved/searches.ts";
import { complete } from "../core/search/complete.ts";
import { isProblem } from "../core/search/escape.ts";
import { deleteTag, renameTag } from "../core/tag/renameTag.ts";
import type { Context } from "./context.ts";
import type { Part } from "./part.ts";

/** 1,234 */
const whole = new Intl.NumberFormat("en-GB");

/** What only the log of reviews can answer. */
const asksTheLog = /\b(?:rated|introduced)[:<>=!]/i;

/** Groups of duplicates that are given at once. */
const mostGroups = 500;

export function browseHandlers({ collection, store, browse, world, now, commit }: Context): Part<"browse"> {
  const planned = (chosen: Chosen, change: BulkChange): Plan =>
    sure(plan(collection, chosen, change, now(), world.newId));
  const deckName = (id: string) => collection.decks.get(id)?.name ?? "";

  /** A card's question if it is about one, otherwise how many. */
  function about({ cards, notes }: Chosen, ofNotes: boolean): string {
    const [note] = notes;
    if (note && notes.length === 1) return title(collection, note, cards[0]?.ord ?? 0);
    return ofNotes ? `${whole.format(notes.length)} notes` : `${whole.format(cards.length)} cards`;
  }

  return {
    browse: (input) => browse.find(input),
    browseRows: ({ result, columns, from, to }) => browse.rows(result, columns, from, to),
    browseCarry: ({ to, ...rows }) => browse.carry(rows, to),
    browsePlaces: ({ result, ids }) => browse.places(result, ids),
    complete: ({ query, caret }) => {
      // The journal takes a moment to read: it begins while the search is still being typed.
      if (asksTheLog.test(query)) void store.reviewLog().catch(() => {});
      return complete(collection, query, caret);
    },
    sidebar: () => sidebar(collection, now()),

    bulkEffects: (input) => planned(browse.chosen(input), input.change).effects,
    bulk: async (input) => {
      const chosen = browse.chosen(input);
      const { op, records, effects } = planned(chosen, input.change);
      await commit(op, about(chosen, records.notes !== undefined), records);
      return effects;
    },
    chosenNotes: (input) => browse.chosen(input).notes.map(({ id }) => id),
    replacePreview: (input) => {
      const made = replaceText(collection, browse.chosen(input).notes, input, world.now());
      return isProblem(made) ? { problem: made } : withoutRecords(made);
    },
    replaceText: async (input) => {
      const chosen = browse.chosen(input);
      const made = replaceText(collection, chosen.notes, input, world.now());
      if (isProblem(made)) return { problem: made };
      await commit("replace", about(chosen, true), made.records);
      return withoutRecords(made);
    },
    duplicates: async ({ query, field, near }) => {
      const notes = await browse.notes(query);
      if (isProblem(notes)) return { problem: notes };
      const groups = duplicates(collection, notes, field, near);
      return { groups: groups.slice(0, mostGroups), more: Math.max(0, groups.length - mostGroups) };
    },

    createDeck: async ({ name }) => {
      const { records, deck } = sure(createDeck(collection, name, world.newId));
      await commit("deck", deck.name, records);
      return deck.id;
    },
    renameDeck: async (input) => {
      const { records, deck } = sure(renameDeck(collection, input, world.newId));
      await commit("deck", deckName(input.deck), records);
      return deck;
    },
    deckEffects: ({ deck }) => deckEffects(collection, deck),
    deleteDeck: async ({ deck, end }) => {
      const effects = sure(deckEffects(collection, deck));
      await commit("deck", deckName(deck), deleteDeck(collection, deck, end));
      return effects;
    },
    renameTag: async ({ tag, name }) => {
      const records = sure(renameTag(collection, tag, name, world.now()));
      await commit("tag", tag, records);
      return records.notes?.length ?? 0;
    },
    deleteTag: async ({ tag }) => {
      const records = sure(deleteTag(collection, tag, world.now()));
      await commit("tag", tag, records);
      return records.notes?.length ?? 0;
    },

    saveSearch: async (input) => {
      const { records, search } = sure(saveSearch(collection, input, world.newId));
      await commit("search", search.name, records);
      return search;
    },
    renameSearch: async (input) => {
      const { records, search } = sure(renameSearch(collection, input));
      await commit("search", search.name, records);
      return search;
    },
    deleteSearch: async ({ id }) => {
      const name = collection.searches.get(id)?.name ?? "";
      await commit("search", name, deleteSearch(collection, id));
      return null;
    },
  };
}

function sure<T>(value: T | Fault): T {
  if (isFault(value)) throw new Failure(value);
  return value;
}

const withoutRecords = <T extends { records: unknown }>({ records: _, ...view }: T) => view;
