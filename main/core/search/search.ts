import type { BrowseMode } from "../../contract/browse.ts";
import type { CardId, NoteId } from "../../contract/shapes.ts";
import type { Node, Term } from "./ast.ts";
import { numberTest, stateTest } from "./cardTests.ts";
import { entriesOf } from "./entries.ts";
import { cardNameTest, deckIdTest, deckTest, noteTypeTest, presetTest, tagTest } from "./placeTests.ts";
import { all, always, any, byCard, Item, never, not, type Scene, type Test } from "./test.ts";
import { dupeTest, fieldTest, patternTest, textTest } from "./textTests.ts";
import { addedTest, editedTest, introducedTest, ratedOnTest, ratedTest } from "./timeTests.ts";

export type { Scene } from "./test.ts";

/**
 * What a search finds, in the order of the collection: ids of cards, or of notes any of whose cards is what is asked. A note
 * without cards is found only among notes, by what is asked of notes.
 */
export function search(scene: Scene, node: Node, mode: BrowseMode): (CardId | NoteId)[] {
  const test = testFor(scene, node);
  const found: string[] = [];
  const entries = entriesOf(scene.collection);
  const [first] = entries;
  if (!first) return found;
  const item = new Item(scene.collection, first);
  for (const entry of entries) {
    const { ids } = entry;
    // A note without cards is among notes, if all that is asked is asked of notes.
    const asked = test.byNote ? Math.min(1, ids.length + (mode === "notes" ? 1 : 0)) : ids.length;
    for (let i = 0; i < asked; i++) {
      item.turn(entry, i);
      if (!test.holds(item)) continue;
      if (mode === "notes") {
        found.push(entry.note.id);
        break;
      }
      if (test.byNote) for (const id of ids) found.push(id);
      else found.push(ids[i] as string);
    }
  }
  return found;
}

/** Whether a search asks about answers that only the log of reviews knows. */
export function needsLog(node: Node): boolean {
  switch (node.type) {
    case "and":
    case "or":
      return node.nodes.some(needsLog);
    case "not":
      return needsLog(node.node);
    case "rated":
      return node.grade !== null;
    case "ratedOn":
    case "introduced":
      return true;
    default:
      return false;
  }
}

function testFor(scene: Scene, node: Node): Test {
  switch (node.type) {
    case "and":
      return all(node.nodes.map((inner) => testFor(scene, inner)));
    case "or":
      return any(node.nodes.map((inner) => testFor(scene, inner)));
    case "not":
      return not(testFor(scene, node.node));
    default:
      return testForTerm(scene, node);
  }
}

function testForTerm(scene: Scene, term: Term): Test {
  switch (term.type) {
    case "all":
      return always;
    case "text":
      return textTest(term);
    case "regex":
      return patternTest(term.pattern);
    case "field":
      return fieldTest(term);
    case "tag":
      return tagTest(term);
    case "deck":
      return deckTest(scene, term.name);
    case "noteType":
      return noteTypeTest(term.name);
    case "cardName":
      return cardNameTest(term.name);
    case "preset":
      return presetTest(scene, term.name);
    case "ord":
      return { byNote: false, cost: 1, holds: ({ ord }) => ord === term.ord };
    case "flag":
      return byCard(({ flag }) => flag === term.flag);
    case "deckIds":
      return deckIdTest(term.ids);
    case "typeIds":
      return among(term.ids, ({ note }) => note.type);
    case "noteIds":
      return among(term.ids, ({ note }) => note.id);
    case "cardIds":
      return { ...among(term.ids, ({ entry, i }) => entry.ids[i] ?? ""), byNote: false };
    case "dupe":
      return dupeTest(term);
    case "state":
      return stateTest(scene, term.state);
    case "added":
      return addedTest(scene, term.days);
    case "edited":
      return editedTest(scene, term.days);
    case "introduced":
      return introducedTest(scene, term.days);
    case "rated":
      return ratedTest(scene, term.days, term.grade);
    case "ratedOn":
      return ratedOnTest(scene, term);
    case "number":
      return numberTest(scene, term.of, term.operator, term.value);
    // No card has data of its own, and due dates that were set are not in the log of reviews.
    case "hasCustomData":
    case "customNumber":
    case "customText":
    case "rescheduled":
    case "rescheduledOn":
      return never;
  }
}

function among(ids: readonly string[], idOf: (item: Item) => string): Test {
  const wanted = new Set(ids);
  return { byNote: true, cost: 1, holds: (item) => wanted.has(idOf(item)) };
}
