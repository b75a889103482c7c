import type { Card, CardId, Deck, NoteType } from "../../../contract/shapes.ts";
import { cardId, defaultPreset } from "../../collection.ts";
import { renameFiles } from "../../media/references.ts";
import type { ParcelNote } from "../../parcel/parcel.ts";
import { readCardData } from "./cardData.ts";
import type { AnkiCard, AnkiNote } from "./collection.ts";
import { homeOf } from "./home.ts";
import { fieldsFromAnki } from "./markdownFields.ts";
import { readCard } from "./readCard.ts";
import { fieldsOf, keptNote, splitFields, splitTags, timesOf } from "./readNotes.ts";
import { replayRules } from "./readPreset.ts";
import type { Scene } from "./scene.ts";

export interface Gathered {
  notes: ParcelNote[];
  cards: Card[];
  /** Ids of cards by Anki's. */
  ids: Map<number, CardId>;
}

/** The notes with their cards. */
export function gatherNotes(scene: Scene): Gathered {
  const gathered: Gathered = { notes: [], cards: [], ids: new Map() };
  const guids = new Set<string>();
  let last = Number.NaN;
  for (const row of scene.notes) {
    const type = row.id === last ? undefined : typeOf(row, scene);
    last = row.id;
    if (!type) scene.problems.ofNote(String(row.id), "Its note type is not there, so it is left out.", "broken");
    else gatherNote(row, type, guids, scene, gathered);
  }
  gathered.notes.sort((a, b) => a.position - b.position || a.created - b.created);
  return gathered;
}

/** One generator of packages calls its only note type otherwise than its notes do. */
function typeOf({ id, mid }: AnkiNote, { types: { byId }, problems }: Scene): NoteType | undefined {
  const type = byId.get(String(mid));
  if (type || byId.size !== 1) return type;
  problems.ofNote(String(id), "Its note type is not there; it has become the only one there is.");
  return [...byId.values()][0];
}

function gatherNote(row: AnkiNote, type: NoteType, guids: Set<string>, scene: Scene, gathered: Gathered): void {
  const id = String(row.id);
  const { texts, mended } = splitFields(row.flds, type.fields.length);
  if (mended) scene.problems.ofNote(id, mended);
  const { texts: own, isOurs } = fieldsFromAnki(type, texts, row.data);
  const tags = splitTags(row.tags);
  const guid = guidOf(row, guids, scene);
  const position = scene.positions.get(row.id) ?? 0;
  const rows = scene.cards.get(row.id) ?? [];
  const deck = homeOf(rows[0] ?? { did: 1, odid: 0 }, scene.decks).deck;
  const times = timesOf(row, scene.now);
  const note: ParcelNote = {
    ...{ id, guid, type: type.id, deck: deck.id },
    fields: fieldsOf(type, scene.renamed.size > 0 ? own.map((text) => renameFiles(text, scene.renamed)) : own),
    ...{ tags, position, ...times },
  };
  const ords = gatherCards(rows, note, type, deck, scene, gathered);
  gathered.notes.push({
    ...note,
    ...keptNote(row, { type, texts, fields: note.fields, isOurs, tags, cards: ords, created: times.created }),
  });
}

function guidOf({ id, guid }: AnkiNote, taken: Set<string>, { problems }: Scene): string {
  const own = guid !== "" && !taken.has(guid) ? guid : String(id);
  if (own !== guid)
    problems.ofNote(
      String(id),
      guid === ""
        ? "It has no mark of its own to be known by; it got one."
        : "Another note has the mark by which it is known; it got one of its own.",
    );
  taken.add(own);
  return own;
}

function gatherCards(
  rows: readonly AnkiCard[],
  note: ParcelNote,
  type: NoteType,
  deck: Deck,
  scene: Scene,
  gathered: Gathered,
): Set<number> {
  const ords = new Set<number>();
  for (const row of rows) {
    const ord = (type.kind === "standard" ? type.templates[row.ord]?.ord : undefined) ?? row.ord;
    if (ords.has(ord)) {
      scene.problems.ofNote(note.id, `It has two cards ${row.ord + 1}; the second is left out.`);
      continue;
    }
    ords.add(ord);
    const card = gatherCard(row, ord, note, deck, scene);
    if (hasRow(card)) gathered.cards.push(card);
    gathered.ids.set(row.id, card.id);
    if (!isMade(type, row.ord))
      scene.problems.ofNote(
        note.id,
        `Its note type makes no card ${row.ord + 1}; what is known of that one is kept, but it is not shown.`,
      );
  }
  return ords;
}

/** A new card in its note's deck of which nothing is kept needs no row. */
const hasRow = ({ phase, reps, lapses, suspended, buried, flag, deck, kept }: Card): boolean =>
  phase !== "new" ||
  reps > 0 ||
  lapses > 0 ||
  suspended ||
  buried !== null ||
  flag > 0 ||
  deck !== undefined ||
  kept !== undefined;

const isMade = ({ kind, templates }: NoteType, ord: number) =>
  ord >= 0 && ord < (kind === "cloze" ? 500 : templates.length);

function gatherCard(row: AnkiCard, ord: number, note: ParcelNote, deck: Deck, scene: Scene): Card {
  const { deck: home, did, lost } = homeOf(row, scene.decks);
  if (lost)
    scene.problems.ofNote(note.id, `The deck of its card ${row.ord + 1} is not there; it is in “${home.name}” now.`);
  const { dropped } = readCardData(row.data);
  if (dropped.length > 0)
    scene.problems.ofNote(
      note.id,
      `What its card ${row.ord + 1} said of its memory cannot be (${dropped.join(", ")}), and was made anew.`,
    );
  const card = readCard(row, cardId(note.id, ord), note.id, ord, scene.log.byCard.get(row.id) ?? [], {
    ...{ nid: row.nid, did, ord: row.ord, created: note.created, position: note.position },
    ...{ creation: scene.creation, today: scene.today, startOf: scene.startOf, dayOf: scene.dayOf, now: scene.now },
    preset: presetOf(home, scene),
    rules: scene.presets.rules.get(home.preset) ?? usualRules,
  });
  return home === deck ? card : { ...card, deck: home.id };
}

const usualRules = replayRules(undefined);

function presetOf({ preset }: Deck, { presets }: Scene) {
  for (const each of presets.byId.values()) if (each.id === preset) return each;
  return defaultPreset;
}
