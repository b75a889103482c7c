import type { SearchProblem } from "../contract/browse.ts";
import { Failure } from "../contract/faults.ts";
import type { FilteredSpec } from "../contract/filtered.ts";
import type { DeckId } from "../contract/shapes.ts";
import { type Choice, choose } from "../core/filtered/choose.ts";
import { heldBack, moreToday } from "../core/filtered/moreToday.ts";
import { preview } from "../core/filtered/preview.ts";
import { filteredSource } from "../core/filtered/source.ts";
import { searchFor } from "../core/filtered/wish.ts";
import { isProblem } from "../core/search/escape.ts";
import type { Context } from "./context.ts";
import type { Part } from "./part.ts";

export function filteredHandlers({ collection, study, browse, now, commit }: Context): Part<"filtered"> {
  const mustHave = (deck: DeckId | null) => {
    if (deck !== null && !collection.decks.has(deck)) throw new Failure({ code: "gone", detail: "deck" });
  };

  async function chosen(spec: FilteredSpec): Promise<Choice | SearchProblem> {
    mustHave(spec.deck);
    const moment = now();
    const node = searchFor(collection, spec);
    if (node && isProblem(node)) return node;
    const { wish } = spec;
    const found = node
      ? await browse.cards(node)
      : wish.kind === "rows"
        ? browse.chosen(wish).cards.map(({ id }) => id)
        : [];
    return choose(collection, found, spec, moment, moment.ms);
  }

  return {
    studyFiltered: async (spec) => {
      const choice = await chosen(spec);
      if (isProblem(choice)) return { code: "badChange", detail: choice.say };
      const cards = choice.cards.map(({ card }) => card);
      return study.begin(filteredSource(collection, spec, cards));
    },
    resumeFiltered: () => study.goOn(),
    previewFiltered: async (spec) => {
      const choice = await chosen(spec);
      return isProblem(choice) ? { problem: choice } : preview(collection, choice, now());
    },
    heldBack: ({ deck }) => {
      mustHave(deck);
      return heldBack(collection, deck, now());
    },
    moreToday: async ({ deck, of, count }) => {
      mustHave(deck);
      const name = deck === null ? "" : (collection.decks.get(deck)?.name ?? "");
      await commit("limits", name, moreToday(collection, deck, of, count, now()));
      return heldBack(collection, deck, now());
    },
  };
}
