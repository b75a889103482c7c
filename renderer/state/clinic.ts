import { computed, signal } from "@preact/signals";
import type { ClinicView } from "../../main/contract/clinic.ts";
import type { CardId } from "../../main/contract/shapes.ts";
import type { Api } from "../api.ts";

/** Cards that are forgotten again and again, looked at one after the other. `first` is what is known of the first. */
export function createClinic(api: Api, cards: readonly CardId[], first: ClinicView) {
  const at = signal(0);
  const view = signal(first);
  const trouble = signal<string | null>(null);

  async function show(next: number, ask: () => ReturnType<typeof read>): Promise<void> {
    const reply = await ask();
    trouble.value = reply.ok ? null : reply.say;
    if (!reply.ok) return;
    at.value = next;
    view.value = reply.value;
  }
  const read = (card: CardId) => api.call("clinic", { card });
  const go = (by: number) => {
    const next = at.value + by;
    const card = cards[next];
    return card === undefined ? Promise.resolve() : show(next, () => read(card));
  };

  return {
    ...{ cards, at, view, trouble },
    hasNext: computed(() => at.value < cards.length - 1),
    hasBefore: computed(() => at.value > 0),
    next: () => go(1),
    before: () => go(-1),
    /** Reads it again, after its note was changed. */
    load: () => go(0),
    /** Takes the card out of the sessions to come, or back in. */
    pause: () => show(at.value, () => api.call("pauseCard", { card: view.value.card, paused: !view.value.suspended })),
  };
}

export type ClinicModel = ReturnType<typeof createClinic>;
