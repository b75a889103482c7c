import { importDeck } from "../core/deck/importDeck.ts";
import { deckViews } from "../core/study/deckViews.ts";
import { readText } from "../readText.ts";
import type { Context } from "./context.ts";
import type { Part } from "./part.ts";

export const deckHandlers = ({ collection, world, now, commit }: Context): Part<"decks"> => ({
  decks: () => deckViews(collection, now()),
  importDeck: async (input) => {
    const text = typeof input.text === "string" ? input.text : readText(input.text);
    const { records, view } = importDeck(collection, { name: input.name, text }, world.now(), world.newId);
    if (view.added + view.changed + view.same + view.problems.length === 0)
      return { code: "emptyDeck", detail: input.name };
    await commit("import", view.decks[0] ?? input.name, records);
    return view;
  },
});
