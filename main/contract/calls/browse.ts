import * as v from "valibot";
import {
  type BrowseRow,
  type BrowseView,
  type BulkEffects,
  type Completion,
  columns,
  type DeckEffects,
  type DuplicatesView,
  type ReplaceView,
  type SidebarView,
} from "../browse.ts";
import type { DeckId, NoteId, SavedSearch } from "../shapes.ts";
import { id, line, place, query, ranges, tags, takes, whole } from "./schemas.ts";

const name = v.pipe(line, v.minLength(1));

/** Rows of a list that was found. */
const chosen = { result: id, ranges };

const change = v.variant("kind", [
  v.strictObject({ kind: v.literal("move"), deck: name }),
  v.strictObject({ kind: v.literal("tag"), add: tags, remove: tags }),
  v.strictObject({ kind: v.literal("suspend"), on: v.boolean() }),
  v.strictObject({ kind: v.literal("bury"), on: v.boolean() }),
  v.strictObject({ kind: v.literal("flag"), flag: whole(0, 7) }),
  v.strictObject({ kind: v.literal("due"), days: line }),
  v.strictObject({ kind: v.literal("reset") }),
  v.strictObject({
    kind: v.literal("reposition"),
    start: whole(0, 1e9),
    step: whole(0, 10_000),
    random: v.boolean(),
    shift: v.boolean(),
  }),
  v.strictObject({ kind: v.literal("delete") }),
]);

const replacement = {
  find: v.pipe(v.string(), v.maxLength(10_000)),
  replace: v.pipe(v.string(), v.maxLength(100_000)),
  regex: v.boolean(),
  matchCase: v.boolean(),
  where: v.variant("in", [
    v.strictObject({ in: v.literal("all") }),
    v.strictObject({ in: v.literal("field"), name }),
    v.strictObject({ in: v.literal("tags") }),
  ]),
};

/** Finding and changing. */
export const browseCalls = {
  /** An empty search finds everything. */
  browse: takes({
    query,
    mode: v.picklist(["cards", "notes"]),
    sort: v.strictObject({ column: v.picklist(columns), down: v.boolean() }),
  }).returns<BrowseView>(),
  /** At most 1,000 rows, `to` not included. Null for a row that is gone since. */
  browseRows: takes({
    result: id,
    columns: v.pipe(v.array(v.picklist(columns)), v.maxLength(columns.length)),
    from: place,
    to: place,
  }).returns<(BrowseRow | null)[]>(),
  /** Where cards or notes stand in a list; null for those that are not in it. */
  browsePlaces: takes({ result: id, ids: v.pipe(v.array(id), v.maxLength(1_000)) }).returns<(number | null)[]>(),
  /** Where the chosen rows stand in another list of the same kind, in order; those that it does not have are left out. */
  browseCarry: takes({ ...chosen, to: id }).returns<[number, number][]>(),
  complete: takes({ query, caret: place }).returns<Completion[]>(),
  sidebar: takes({}).returns<SidebarView>(),

  /** Counts what a change would do, and does nothing. */
  bulkEffects: takes({ ...chosen, change }).returns<BulkEffects>(),
  /** One undoable change. */
  bulk: takes({ ...chosen, change }).returns<BulkEffects>(),
  /** The notes of those rows, for calls that take notes. */
  chosenNotes: takes(chosen).returns<NoteId[]>(),
  replacePreview: takes({ ...chosen, ...replacement }).returns<ReplaceView>(),
  replaceText: takes({ ...chosen, ...replacement }).returns<ReplaceView>(),
  /** Among the notes that the search finds; `field` null compares the sort fields. */
  duplicates: takes({ query, field: v.nullable(name), near: v.boolean() }).returns<DuplicatesView>(),

  createDeck: takes({ name }).returns<DeckId>(),
  /** A new name or place, inner decks with it. A deck that already has that name takes in its cards if `merge` is true. */
  renameDeck: takes({ deck: id, name, merge: v.boolean() }).returns<DeckId>(),
  deckEffects: takes({ deck: id }).returns<DeckEffects>(),
  deleteDeck: takes({
    deck: id,
    end: v.variant("cards", [
      v.strictObject({ cards: v.literal("delete") }),
      v.strictObject({ cards: v.literal("move"), to: id }),
    ]),
  }).returns<DeckEffects>(),
  /** Both give how many notes they changed. Inner tags go along. */
  renameTag: takes({ tag: name, name }).returns<number>(),
  deleteTag: takes({ tag: name }).returns<number>(),

  /** A search of that name is replaced. */
  saveSearch: takes({ name, query }).returns<SavedSearch>(),
  renameSearch: takes({ id, name }).returns<SavedSearch>(),
  deleteSearch: takes({ id }).returns<null>(),
};
