import { signal } from "@preact/signals";

/** Whether one of these moments has come; null is a moment that never does. */
export const hasCome = (now: number, ...moments: (number | null)[]): boolean =>
  moments.some((at) => at !== null && now >= at);

/**
 * The main process owns the clock; the window only lets it run on between two replies.
 * `tick` counts milliseconds from any start and never goes back.
 */
export function createClock(tick: () => number) {
  const now = signal(0);
  let set = { at: 0, tick: 0 };
  return {
    /** Epoch milliseconds, as of the last `set` or `advance`. */
    now,
    set(at: number) {
      set = { at, tick: tick() };
      now.value = at;
    },
    advance() {
      now.value = set.at + (tick() - set.tick);
    },
  };
}
