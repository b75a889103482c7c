import type { ClinicView } from "../contract/clinic.ts";
import { type Fault, isFault } from "../contract/faults.ts";
import type { CardId } from "../contract/shapes.ts";
import { cardRecords } from "../core/bulk/chosen.ts";
import { clinic } from "../core/leech/clinic.ts";
import { lookup } from "../core/lookup.ts";
import { title } from "../core/note/cards.ts";
import type { Context } from "./context.ts";
import type { Part } from "./part.ts";

export function clinicHandlers({ collection, store, commit }: Context): Part<"clinic"> {
  const view = async (card: CardId): Promise<ClinicView | Fault> =>
    clinic(collection, card, await store.reviewsOf([card]));
  return {
    clinic: ({ card }) => view(card),
    pauseCard: async ({ card, paused }) => {
      const found = lookup(collection, card);
      if (isFault(found)) return found;
      if (found.card.suspended !== paused)
        await commit(
          paused ? "suspend" : "unsuspend",
          title(collection, found.note, found.card.ord),
          cardRecords(collection, [found.card], (own) => ({ ...own, suspended: paused })),
        );
      return view(card);
    },
  };
}
