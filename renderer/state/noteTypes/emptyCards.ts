import { computed, signal } from "@preact/signals";
import type { EmptyCardsView } from "../../../main/contract/emptyCards.ts";
import type { NoteId } from "../../../main/contract/shapes.ts";
import type { Api } from "../../api.ts";

/** Cards that their notes no longer make; which of them shall be forgotten. */
export function createEmptyCards(api: Api, found: readonly EmptyCardsView[]) {
  /** Notes whose cards shall stay. */
  const kept = signal<ReadonlySet<NoteId>>(new Set());
  const trouble = signal<string | null>(null);
  const chosen = computed(() => found.filter(({ note }) => !kept.value.has(note)).flatMap(({ cards }) => cards));
  return {
    ...{ found, kept, chosen, trouble },
    toggle(note: NoteId) {
      const next = new Set(kept.value);
      if (!next.delete(note)) next.add(note);
      kept.value = next;
    },
    /** True once they are gone. */
    async remove(): Promise<boolean> {
      const reply = await api.call("removeEmptyCards", { cards: chosen.value.map(({ card }) => card) });
      trouble.value = reply.ok ? null : reply.say;
      return reply.ok;
    },
  };
}

export type EmptyCardsModel = ReturnType<typeof createEmptyCards>;
