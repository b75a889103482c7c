import type { Card, Preset } from "../../../contract/shapes.ts";
import { type Memory, memory } from "../../schedule/memory.ts";
import { writeCardData } from "./cardData.ts";
import type { AnkiCard } from "./collection.ts";

export interface CardSetting {
  /** Anki's ids of its note and deck. */
  nid: number;
  did: number;
  ord: number;
  /** When its note was made; epoch milliseconds. */
  created: number;
  position: number;
  preset: Preset;
  /** The study day from which `due` counts, and the one that it is. */
  creation: number;
  today: number;
  /** First instant of a study day. */
  startOf: (day: number) => number;
}

const types = { new: 0, learning: 1, review: 2, relearning: 3 } as const;
/** Ease of a card that was never hard. */
const usualFactor = 2_500;

/** The row that Anki would have of a card if nothing else were known of it. */
export function deriveCard(card: Card, setting: CardSetting): AnkiCard {
  const { phase } = card;
  const isBuried = card.buried !== null && card.buried >= setting.today && !card.suspended;
  const changed = Math.max(card.last, setting.created, isBuried ? setting.startOf(card.buried as number) : 0);
  const formulas = memory(setting.preset.weights);
  return {
    id: setting.nid + setting.ord,
    nid: setting.nid,
    did: setting.did,
    ord: setting.ord,
    mod: Math.floor(changed / 1_000),
    usn: -1,
    type: types[phase],
    queue: card.suspended ? -1 : isBuried ? (card.buriedAsSibling ? -2 : -3) : queueOf(card),
    due: dueOf(card, setting),
    ivl: intervalOf(card, setting.preset, formulas),
    factor: phase === "review" || phase === "relearning" ? usualFactor : 0,
    reps: card.reps,
    lapses: card.lapses,
    left: leftOf(card, setting.preset),
    odue: 0,
    odid: 0,
    flags: card.flag,
    data: dataOf(card, setting, formulas),
  };
}

function queueOf({ phase, due }: Card): number {
  if (phase === "new") return 0;
  return phase === "review" ? 2 : due === null ? 3 : 1;
}

function dueOf({ phase, due, day }: Card, { position, creation }: CardSetting): number {
  if (phase === "new") return position;
  return due === null ? day - creation : Math.floor(due / 1_000);
}

/** A forgotten card says already how long it will wait once it has left its steps. */
function intervalOf({ phase, interval, stability }: Card, preset: Preset, formulas: Memory): number {
  if (phase === "review") return interval;
  if (phase !== "relearning") return 0;
  const days = Math.round(formulas.interval(stability, preset.desiredRetention));
  return Math.min(Math.max(1, days), preset.maximumInterval);
}

function leftOf({ phase, step }: Card, { learningSteps, relearningSteps }: Preset): number {
  if (phase === "learning") return Math.max(0, learningSteps.length - step);
  return phase === "relearning" ? Math.max(0, relearningSteps.length - step) : 0;
}

function dataOf({ phase, stability, difficulty, last }: Card, setting: CardSetting, { decay }: Memory): string {
  if (phase === "new") return "{}";
  return writeCardData({
    pos: setting.position,
    s: stability,
    d: difficulty,
    dr: setting.preset.desiredRetention,
    decay,
    lrt: Math.floor(last / 1_000),
    others: {},
  });
}
