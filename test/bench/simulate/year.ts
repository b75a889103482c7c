import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp, type World } from "../../../main/app.ts";
import type { CallName, Input, Value } from "../../../main/contract/calls.ts";
import type { Note, Records } from "../../../main/contract/shapes.ts";
import type { TodayView } from "../../../main/contract/views.ts";
import { defaultPreset, defaultSettings } from "../../../main/core/collection.ts";
import { DAY, startOf, studyDay } from "../../../main/core/schedule/day.ts";
import { openStore } from "../../../main/store/store.ts";
import { inProcess } from "../../app/inProcess.ts";
import { Learner } from "./learner.ts";
import { Tally } from "./tally.ts";

export const calendar = { zone: "Europe/Berlin", rolloverHour: 4 };
export const firstDay = studyDay(Date.UTC(2026, 0, 1, 18), calendar);
/** The evening of a study day. */
export const evening = (day: number): number => startOf(day, calendar) + 14 * 3_600_000;

/** How long a person waits for a card on a step, in milliseconds. */
const patience = 60_000;

export interface Year {
  learner: Learner;
  tally: Tally;
  ask<N extends CallName>(name: N, input: Input<N>): Promise<Value<N>>;
  /** Studies on that day, until the app says that it is enough. */
  study(day: number): Promise<void>;
  /** The first screen on that day. */
  today(day: number): Promise<TodayView>;
  end(): Promise<void>;
}

/** A learner before the whole app, with so many cards, on the first day. Only the flushing to disk is left out. */
export async function year(seed: string, cards: number): Promise<Year> {
  const folder = await mkdtemp(join(tmpdir(), "mneme-year-"));
  const clock = { ms: evening(firstDay) };
  let ids = 0;
  const world: World = {
    now: () => clock.ms,
    zone: () => calendar.zone,
    newId: () => `id-${ids++}`,
    folder,
    version: "0",
  };
  const store = await openStore(folder, {
    compact: async () => {},
    now: world.now,
    compactAfter: 1e9,
    open: async () => ({ appendFile: async () => {}, datasync: async () => {}, close: async () => {} }),
  });
  await store.commit({ at: clock.ms, offset: 60, op: "welcome", what: "", records: deckOf(cards, clock.ms) });
  const app = createApp(store, world, { fork: inProcess });
  const learner = new Learner(seed, calendar);
  const tally = new Tally();
  const ask: Year["ask"] = async (name, input) => {
    const reply = await app.call(name, input);
    if (!reply.ok) throw new Error(`${name}: ${reply.say}`);
    return reply.value as Value<typeof name>;
  };
  return {
    learner,
    tally,
    ask,
    async study(day) {
      clock.ms = Math.max(clock.ms, evening(day));
      let view = await ask("study", { deck: null });
      while (true) {
        const card = view.ahead[0];
        if (!card) {
          if (view.waiting === null || view.waiting > clock.ms + patience) return;
          clock.ms = view.waiting;
          view = await ask("study", { deck: null });
          continue;
        }
        const recall = learner.recall(card.card, clock.ms);
        const { grade, took } = learner.answer(card.card, clock.ms);
        tally.add(day, card.phase, grade, recall, took);
        view = await ask("answer", { card: card.card, seen: card.seen, grade, tookMs: took });
        clock.ms += took;
      }
    },
    today(day) {
      clock.ms = Math.max(clock.ms, evening(day));
      return ask("today", {});
    },
    async end() {
      await app.close();
      await rm(folder, { recursive: true });
    },
  };
}

function deckOf(cards: number, at: number): Records {
  const unknown = { description: "", language: "", source: "", licence: "", asOf: "" };
  const note = (position: number): Note => ({
    id: `n${position}`,
    type: "basic",
    deck: "d",
    fields: { Front: `Question ${position}?`, Back: `Answer ${position}` },
    tags: [],
    position,
    created: at - DAY,
    modified: at - DAY,
  });
  return {
    settings: [[null, defaultSettings]],
    presets: [[null, defaultPreset]],
    decks: [[null, { id: "d", name: "Deck", ...unknown, preset: "default" }]],
    notes: Array.from({ length: cards }, (_, i) => [null, note(i)]),
  };
}
