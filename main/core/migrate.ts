import type { Kept, Preset, Records, Tables } from "../contract/shapes.ts";
import { readObject } from "./codec/anki/json.ts";
import { keptText } from "./codec/anki/kept.ts";
import { type OwnLimits, readLimits } from "./codec/anki/limits.ts";
import { readPreset } from "./codec/anki/readPreset.ts";
import { type Collection, defaultPreset, tableNames } from "./collection.ts";

type AnyRecord = Record<string, unknown>;
type Migration = { [T in keyof Tables]?: (record: AnyRecord) => AnyRecord };

/**
 * What each format added to the records of the one before; `migrations[0]` leads from format 1 to 2, and so on. Each has a
 * collection of the old format in test/fixtures. What is there already stays, so a record of the new format passes unchanged.
 */
const migrations: readonly Migration[] = [
  {
    // 2: note types of the person's own; suspended cards and flags; when a note was changed.
    cards: (card) => ({ ...card, suspended: card.suspended ?? false, flag: card.flag ?? 0 }),
    notes: (note) => ({ ...note, modified: note.modified ?? note.created }),
  },
  // 3: decks of cards, and what other programs know; all of it may be absent, but an older Mneme would drop it.
  {},
  {
    // 4: presets with everything that a day's study is arranged by. Settings are read over the defaults in any case.
    // What came from Anki has said so all along, in what was kept of it.
    presets: (preset) => ({ ...defaultPreset, ...ankiPreset(preset), ...preset }),
    decks: (deck) => ({ ...ankiLimits(deck), ...deck }),
  },
];

/** The records of a change as the newest format writes them. `v` is the format that they were written in. */
export function upgrade(records: Records, v: number): Records {
  const steps = migrations.slice(v - 1);
  if (steps.length === 0) return records;
  const side = (table: keyof Tables, record: unknown) => record && raise(steps, table, record as AnyRecord);
  return Object.fromEntries(
    Object.entries(records).map(([table, pairs]) => [
      table,
      pairs.map((pair) => pair.map((record) => side(table as keyof Tables, record))),
    ]),
  );
}

/** As `upgrade`, for a whole collection, in place. */
export function upgradeAll(collection: Collection, v: number): void {
  const steps = migrations.slice(v - 1);
  if (steps.length === 0) return;
  for (const table of tableNames) {
    const map = collection[table] as Map<string, unknown>;
    for (const [id, record] of map) map.set(id, raise(steps, table, record as AnyRecord));
  }
}

function ankiPreset({ id, kept }: AnyRecord): Partial<Preset> {
  const raw = keptInAnki(kept);
  return raw ? readPreset(raw, String(id)) : {};
}

/** But for those of one day, which is over. */
function ankiLimits({ kept }: AnyRecord): OwnLimits {
  const raw = keptInAnki(kept);
  const { today: _, ...limits } = raw ? readLimits(raw, 0) : {};
  return limits;
}

const keptInAnki = (kept: unknown) => readObject(keptText({ kept: kept as Kept }) ?? "");

const raise = (steps: readonly Migration[], table: keyof Tables, record: AnyRecord): AnyRecord =>
  steps.reduce((raised, step) => step[table]?.(raised) ?? raised, record);
