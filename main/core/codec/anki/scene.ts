import type { FormatId, Media } from "../../../contract/shapes.ts";
import { type Calendar, startOf } from "../../schedule/day.ts";
import { dayFinder } from "../../schedule/dayFinder.ts";
import { cleanCard } from "./cleanCard.ts";
import type { AnkiCard, AnkiCollection, AnkiNote } from "./collection.ts";
import { countingOf } from "./creation.ts";
import { type Json, readObject } from "./json.ts";
import { positionsOf } from "./positions.ts";
import { type Problems, problemList } from "./problems.ts";
import { type ReadDecks, readDecks } from "./readDecks.ts";
import { type ReadLog, readLog } from "./readLog.ts";
import { type ReadPresets, readPresets } from "./readPresets.ts";
import { type ReadTypes, readTypes } from "./readTypes.ts";
import { limitRules } from "./writeCollection.ts";

export interface Reading {
  media: Media[];
  /** Names of media as notes write them, and what they are here, where it differs. */
  renamed: ReadonlyMap<string, string>;
  whole: boolean;
  format: FormatId;
  calendar: Calendar;
  /** Epoch milliseconds. */
  now: number;
}

/** All that the parts of a collection need of each other while they are read. */
export interface Scene extends Reading {
  problems: Problems;
  presets: ReadPresets;
  decks: ReadDecks;
  types: ReadTypes;
  notes: AnkiNote[];
  /** By note, in the order of their ordinals. */
  cards: Map<number, AnkiCard[]>;
  log: ReadLog;
  limitsFromTop: boolean;
  /** The study day from which the collection counts. */
  creation: number;
  /** Whether it is of the time of three buttons. */
  three: boolean;
  today: number;
  dayOf: (ms: number) => number;
  startOf: (day: number) => number;
  positions: Map<number, number>;
}

export function sceneOf(anki: AnkiCollection, reading: Reading): Scene {
  const problems = problemList();
  const rules = limitRules(anki.col.conf);
  const counting = countingOf(anki.col, reading.calendar);
  const presets = readPresets(objectOf(anki.col.dconf, "presets", problems), rules.beside, problems);
  const usual = presets.byId.get("1")?.id ?? "default";
  const presetOf = (id: string) => presets.byId.get(id)?.id ?? usual;
  const decks = readDecks(
    objectOf(anki.col.decks, "decks", problems),
    { presetOf, creation: counting.creation },
    problems,
  );
  const types = readTypes(anki.col.models, reading.renamed, problems);
  const notes = anki.notes.toSorted((a, b) => a.id - b.id);
  const cards = cardsOf(anki, new Set(notes.map(({ id }) => id)), problems);
  const log = readLog(anki.revlog, cards.ids, problems);
  const dayOf = dayFinder(reading.calendar);
  const starts = new Map<number, number>();
  return {
    ...reading,
    ...{ problems, presets, decks, types, notes, log, dayOf },
    cards: cards.byNote,
    ...counting,
    limitsFromTop: rules.fromTop,
    today: dayOf(reading.now),
    startOf: (day) => {
      const known = starts.get(day) ?? startOf(day, reading.calendar);
      starts.set(day, known);
      return known;
    },
    positions: positionsOf(notes, cards.byNote),
  };
}

function objectOf(text: string, what: string, problems: Problems): Json {
  const read = readObject(text);
  if (!read && text !== "") problems.of(`the ${what}`, "They cannot be read, so the usual ones stand for them.");
  return read ?? {};
}

function cardsOf(anki: AnkiCollection, notes: ReadonlySet<number>, problems: Problems) {
  const byNote = new Map<number, AnkiCard[]>();
  const ids = new Set<number>();
  for (const raw of anki.cards) {
    if (!notes.has(raw.nid)) {
      problems.count("cards without a note", lost);
      continue;
    }
    const { row, mended } = cleanCard(raw);
    if (mended.length > 0)
      problems.ofNote(String(row.nid), `Its card ${row.ord + 1} said what cannot be: ${mended.join(", ")}.`);
    ids.add(row.id);
    const siblings = byNote.get(row.nid);
    if (siblings) siblings.push(row);
    else byNote.set(row.nid, [row]);
  }
  for (const siblings of byNote.values())
    if (siblings.length > 1) siblings.sort((a, b) => a.ord - b.ord || a.id - b.id);
  return { byNote, ids };
}

const lost = (n: number) =>
  n === 1
    ? "One card belongs to no note, and is left out."
    : `${n.toLocaleString("en-US")} cards belong to no note, and are left out.`;
