import { signal } from "@preact/signals";
import type { TodayView } from "../../main/contract/views.ts";
import type { Api } from "../api.ts";
import { createClock, hasCome } from "./clock.ts";

export function createToday(api: Api, tick: () => number) {
  const view = signal<TodayView | null>(null);
  /** Why there is no view, or no fresh one. */
  const trouble = signal<string | null>(null);
  /** Ids of the decks whose inner decks are shown. */
  const unfolded = signal<ReadonlySet<string>>(new Set());
  const clock = createClock(tick);

  async function load(): Promise<void> {
    const reply = await api.call("today", {});
    trouble.value = reply.ok ? null : reply.say;
    if (!reply.ok) return;
    clock.set(reply.value.now);
    view.value = reply.value;
  }

  return {
    view,
    trouble,
    unfolded,
    now: clock.now,
    load,
    fold(deck: string) {
      const next = new Set(unfolded.value);
      if (!next.delete(deck)) next.add(deck);
      unfolded.value = next;
    },
    /** Lets the clock run on; reads again once a learning card is back, or a new day has begun. */
    async advance(): Promise<void> {
      clock.advance();
      if (view.value && hasCome(clock.now.value, view.value.waiting, view.value.until)) await load();
    },
  };
}
