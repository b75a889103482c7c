import type { SidebarView } from "../../contract/browse.ts";
import type { Collection } from "../collection.ts";
import { allNoteTypes } from "../note/noteTypes.ts";
import type { Moment } from "../schedule/moment.ts";
import type { State } from "../search/ast.ts";
import { stateTest } from "../search/cardTests.ts";
import { entriesOf } from "../search/entries.ts";
import { termFor } from "../search/print.ts";
import { Item } from "../search/test.ts";
import { deckTree, tagTree } from "./trees.ts";

const shown = ["new", "learn", "review", "due", "suspended", "buried"] as const satisfies State[];

/** Everything that a search may begin with, counted. */
export function sidebar(collection: Collection, now: Moment): SidebarView {
  const { states, flags } = countCards(collection, now);
  const searches = [...collection.searches.values()].sort((a, b) =>
    a.name.localeCompare(b.name, "en", { numeric: true }),
  );
  return {
    decks: deckTree(collection),
    ...tagTree(collection),
    noteTypes: noteTypes(collection),
    states: shown.map((state, i) => ({ state, count: states[i] ?? 0, query: `is:${state}` })),
    flags: flags.map((count, flag) => ({ flag, count, query: `flag:${flag}` })).slice(1),
    searches,
  };
}

function noteTypes(collection: Collection): SidebarView["noteTypes"] {
  const counts = new Map<string, number>();
  for (const { type } of collection.notes.values()) counts.set(type, (counts.get(type) ?? 0) + 1);
  return allNoteTypes(collection).map(({ id, name, templates }) => {
    const query = termFor("note", name);
    const cards = templates.map((template) => ({
      name: template.name,
      query: `${query} ${termFor("card", template.name)}`,
    }));
    return { id, name, count: counts.get(id) ?? 0, query, cards };
  });
}

function countCards(collection: Collection, now: Moment): { states: number[]; flags: number[] } {
  const scene = { collection, now, current: null, log: null };
  const tests = shown.map((state) => stateTest(scene, state));
  const states: number[] = new Array(shown.length).fill(0);
  const flags: number[] = new Array(8).fill(0);
  const [first] = entriesOf(collection);
  if (!first) return { states, flags };
  const item = new Item(collection, first);
  for (const entry of entriesOf(collection))
    for (let i = 0; i < entry.ids.length; i++) {
      const row = collection.cards.get(entry.ids[i] as string);
      if (!row) {
        states[0] = (states[0] as number) + 1;
        continue;
      }
      item.turn(entry, i);
      for (let t = 0; t < tests.length; t++) if (tests[t]?.holds(item)) states[t] = (states[t] as number) + 1;
      flags[row.flag] = (flags[row.flag] ?? 0) + 1;
    }
  return { states, flags };
}
