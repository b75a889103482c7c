import { type Calendar, offsetAt, startOf } from "../../schedule/day.ts";
import type { AnkiCol } from "./collection.ts";
import { type Counting, countingOf } from "./creation.ts";
import { type Json, readObject, truthOf, writeJson } from "./json.ts";
import type { KeptCollection } from "./keptCollection.ts";
import { patch } from "./patch.ts";

/** What Anki says of the limits of the whole collection. */
export interface LimitRules {
  /** New cards ignore the limit of reviews. */
  beside: boolean;
  /** The limits of outer decks hold for a deck that is studied alone. */
  fromTop: boolean;
}

const keys = { beside: "newCardsIgnoreReviewLimit", fromTop: "applyAllParentLimits" } as const;

export function limitRules(conf: string): LimitRules {
  const read = readObject(conf) ?? {};
  return { beside: truthOf(read[keys.beside]), fromTop: truthOf(read[keys.fromTop]) };
}

/** The text of `conf` with other rules; the very same text if they are those that it says. */
export function withLimitRules(conf: string, rules: LimitRules): string {
  const was = limitRules(conf);
  const next = patch(readObject(conf) ?? {});
  for (const rule of ["beside", "fromTop"] as const) next.put(keys[rule], was[rule], rules[rule], rules[rule]);
  return was.beside === rules.beside && was.fromTop === rules.fromTop ? conf : writeJson(next.done());
}

/** The row of `col` without what is in it, and the study day from which the collection counts. */
export interface Frame extends Counting {
  col: Omit<AnkiCol, "models" | "decks" | "dconf" | "tags">;
}

/** The collection that the parcel came from; or one that began with the earliest of those days. */
export function frameOf(
  kept: KeptCollection | null,
  { calendar, now, earliest }: { calendar: Calendar; now: number; earliest: number },
): Frame {
  if (kept) {
    const { tags: _, ...col } = kept.col;
    return { col: { ...col, ver: 11 }, ...countingOf(col, calendar) };
  }
  const crt = Math.floor(startOf(earliest, calendar) / 1_000);
  const conf = newConf(-offsetAt(crt * 1_000, calendar.zone), -offsetAt(now, calendar.zone), calendar.rolloverHour);
  const col = { crt, mod: now, scm: now, ver: 11, dty: 0, usn: 0, ls: 0, conf: writeJson(conf) };
  return { col, ...countingOf(col, calendar) };
}

const newConf = (creationOffset: number, localOffset: number, rollover: number): Json => ({
  ...{ activeDecks: [1], curDeck: 1, newSpread: 0, collapseTime: 1_200, timeLim: 0, estTimes: true, dueCounts: true },
  ...{ curModel: null, nextPos: 1, sortType: "noteFld", sortBackwards: false, addToCur: true, dayLearnFirst: false },
  ...{ schedVer: 2, sched2021: true, fsrs: true, creationOffset, localOffset, rollover },
});

/** The column `tags`: those that the collection knew, and those that its notes have. */
export function tagsOf(kept: KeptCollection | null, notes: readonly { tags: readonly string[] }[]): string {
  const known = kept && readObject(kept.col.tags);
  const names = new Set(notes.flatMap(({ tags }) => tags));
  const folded = new Set(Object.keys(known ?? {}).map((tag) => tag.toLowerCase()));
  const more = [...names].filter((tag) => !folded.has(tag.toLowerCase()));
  // Packages of decks leave the list empty.
  if (known && (more.length === 0 || folded.size === 0)) return (kept as KeptCollection).col.tags;
  return writeJson({ ...known, ...Object.fromEntries(more.map((tag) => [tag, -1])) });
}
