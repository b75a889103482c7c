import type { Card, Phase, Preset } from "../../../contract/shapes.ts";
import { type MemoryState, memory } from "../../schedule/memory.ts";
import { hash } from "../../schedule/random.ts";
import { type CardData, readCardData } from "./cardData.ts";
import type { AnkiCard, AnkiReview } from "./collection.ts";
import { type CardSetting, deriveCard } from "./deriveCard.ts";
import { historyOf, isGraded, replay } from "./history.ts";
import { differing, keeping } from "./kept.ts";
import type { ReplayRules } from "./readPreset.ts";
import { readState, type State } from "./readState.ts";

/** All that is known while a card is read. */
export interface CardReading extends CardSetting {
  dayOf: (ms: number) => number;
  rules: ReplayRules;
  now: number;
}

/** Columns that are kept where they do not follow from the card. `did` is for those in filtered decks. */
export const keptColumns = [
  ...(["id", "mod", "usn", "type", "queue", "due", "ivl", "factor", "reps", "lapses", "left"] as const),
  ...(["odue", "odid", "did", "flags", "data"] as const),
];

/** What is kept of a card, beside its columns. */
export interface KeptCard extends Pick<AnkiCard, (typeof keptColumns)[number]> {
  /** `memoryMark` of the card as it was read, where its columns do not tell whether it has been answered since. */
  of: number;
}

/** The card in Mneme, with what has to be kept so that its row can be made again of it. */
export function readCard(
  row: AnkiCard,
  id: string,
  note: string,
  ord: number,
  log: readonly AnkiReview[],
  reading: CardReading,
): Card {
  const data = readCardData(row.data);
  const last = lastOf(row, data, log, reading);
  const state = readState(row, { ...reading, last });
  const memorized = state.phase === "new" ? none : memoryOf(row, state, data, log, reading);
  const card: Card = { id, note, ord, ...state, ...memorized, last: state.phase === "new" ? 0 : last };
  const kept = differing(row, deriveCard(card, reading), keptColumns);
  if (kept === null || isPlain(row, state.phase, data)) return { ...card, ...keeping(kept) };
  return { ...card, ...keeping(`${kept.slice(0, -1)},"of":${memoryMark(card)}}`) };
}

/** A stability that FSRS can have. */
export const withinReach = (days: number): number => Math.min(Math.max(days, 0.001), 36_500);

const none: MemoryState = { stability: 0, difficulty: 0 };

/** Whether Anki itself says what is known of the card, and since when. */
export const saysMemory = ({ s, d, lrt }: CardData): boolean => s !== undefined && d !== undefined && lrt !== undefined;

/** Whether its columns alone tell, once it has changed, that they no longer hold. */
const isPlain = ({ usn }: AnkiCard, phase: Phase, data: CardData): boolean =>
  usn === -1 && (phase === "new" || saysMemory(data));

/** By which a memory is known again. */
export const memoryMark = ({ stability, difficulty, last }: Pick<Card, "stability" | "difficulty" | "last">): number =>
  hash(`${stability} ${difficulty} ${last}`);

function lastOf(
  row: AnkiCard,
  { lrt }: CardData,
  log: readonly AnkiReview[],
  { creation, dayOf, now, startOf }: CardReading,
): number {
  const logged = log.findLast(isGraded)?.id;
  // Both say when the last answer was; the log says it to the millisecond.
  if (logged !== undefined && (lrt === undefined || Math.floor(logged / 1_000) === lrt)) return Math.min(logged, now);
  if (lrt !== undefined) return Math.min(lrt * 1_000, now);
  const state = readState(row, { creation, dayOf, last: 0, preset: anyPreset });
  if (state.phase !== "review") return Math.min(row.mod * 1_000, now);
  const noon = startOf(state.day - state.interval) + 8 * 3_600_000;
  return Math.max(0, Math.min(noon, now));
}

const anyPreset = { learningSteps: [], relearningSteps: [] } as unknown as Preset;

/** By Anki's rules: what it says, else what the log makes of it, else what interval and ease do. */
function memoryOf(
  row: AnkiCard,
  state: State,
  { s, d }: CardData,
  log: readonly AnkiReview[],
  reading: CardReading,
): MemoryState {
  if (s !== undefined && d !== undefined) return { stability: withinReach(s), difficulty: d };
  const formulas = memory(reading.preset.weights);
  const history = historyOf(log, reading.rules.ignoreBefore);
  const replayed = history && replay(history, formulas, reading.rules, reading.dayOf);
  if (replayed) return replayed;
  // On steps, and nobody says how it came there.
  if (state.phase === "learning") return formulas.next(null, 0, state.step > 0 ? 3 : 1);
  const ease = row.factor === 0 ? 2_500 : row.factor;
  return formulas.assumed(Math.max(1, row.ivl), ease / 1_000, reading.rules.historicalRetention);
}
