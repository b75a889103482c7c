import type { Card } from "../../../contract/shapes.ts";
import { readCardData, writeCardData } from "./cardData.ts";
import type { AnkiCard } from "./collection.ts";
import { type CardSetting, deriveCard } from "./deriveCard.ts";
import { keptMembers, keptText } from "./kept.ts";
import { type KeptCard, memoryMark, saysMemory, withinReach } from "./readCard.ts";
import { readState } from "./readState.ts";

export interface CardWriting extends CardSetting {
  dayOf: (ms: number) => number;
  /** Numbers of the filtered decks that go out too. */
  filtered: ReadonlySet<number>;
}

export const keptOfCard = (card: Card): Partial<KeptCard> => keptMembers<KeptCard>(keptText(card));

/**
 * The row of a card. While its schedule is the one that came from Anki, it is Anki's row; once it has changed, only what has nothing
 * to do with that stays: its number, its ease, what add-ons noted.
 */
export function writeCard(card: Card, setting: CardWriting): AnkiCard {
  const derived = deriveCard(card, setting);
  const { of: mark, ...kept } = keptOfCard(card);
  if (Object.keys(kept).length === 0) return derived;
  const row = atHome({ ...derived, ...kept }, derived, kept, setting);
  const state = readState(row, { ...setting, last: card.last });
  const isScheduled = scheduled.every((name) => state[name] === card[name]) && sameMemory(card, row, mark);
  const isSame = isScheduled && states.every((name) => state[name] === card[name]);
  if (isSame) return row;
  const base = isScheduled
    ? row
    : { ...derived, id: row.id, factor: row.factor || derived.factor, data: grown(row.data, derived.data) };
  const isPutOff = putOff.every((name) => state[name] === card[name]);
  return {
    ...base,
    queue: isScheduled && isPutOff ? row.queue : derived.queue,
    flags: (row.flags & ~7) | card.flag,
    // When it was changed last says when it was buried, and of some cards when they were answered.
    mod: isScheduled && card.buried === null ? row.mod : Math.max(row.mod, derived.mod),
    usn: -1,
    ...(isScheduled && !isPutOff && row.odid !== 0 && { odid: 0, odue: 0, did: derived.did, due: derived.due }),
  };
}

const scheduled = ["phase", "step", "due", "day", "interval", "reps", "lapses"] as const;
const putOff = ["suspended", "buried", "buriedAsSibling"] as const;
const states = [...putOff, "flag"] as const;

/** A card whose filtered deck does not go out, or whose home is another by now, is at home. */
function atHome(row: AnkiCard, derived: AnkiCard, kept: Partial<KeptCard>, { filtered }: CardWriting): AnkiCard {
  if (kept.did === undefined || (filtered.has(row.did) && row.odid === derived.did)) return row;
  const { did, due, queue } = derived;
  return { ...row, did, due, odid: 0, odue: 0, queue: row.queue < 0 ? row.queue : queue };
}

/** Of a memory that Anki did not say itself, only a mark of what was made of its log is kept. */
function sameMemory(card: Card, { data }: AnkiCard, mark: number | undefined): boolean {
  if (mark !== undefined && mark !== memoryMark(card)) return false;
  if (card.phase === "new") return true;
  const said = readCardData(data);
  if (!saysMemory(said)) return mark !== undefined;
  return (
    near(withinReach(said.s as number), card.stability, 5e-5) &&
    near(said.d as number, card.difficulty, 5e-4) &&
    said.lrt === Math.floor(card.last / 1_000)
  );
}

const near = (a: number, b: number, by: number) => Math.abs(a - b) <= by * 1.0001;

/** The new memory, beside what Anki or add-ons noted of the card. */
function grown(before: string, after: string): string {
  const { others, pos } = readCardData(before);
  const { dropped: _, ...now } = readCardData(after);
  if (Object.keys(others).length === 0 && pos === undefined) return after;
  return writeCardData({ ...now, ...(pos !== undefined && { pos }), others });
}
