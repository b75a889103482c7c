import { isFault } from "../contract/faults.ts";
import { lookup } from "../core/lookup.ts";
import { checkTyped } from "../core/note/typed.ts";
import { cardInfo } from "../core/study/cardInfo.ts";
import { summary } from "../core/study/summary.ts";
import { today } from "../core/study/today.ts";
import type { Context } from "./context.ts";
import type { Part } from "./part.ts";

export const studyHandlers = ({ collection, store, study, now }: Context): Part<"study"> => ({
  today: () => today(collection, now()),
  study: ({ deck }) => study.start(deck),
  answer: (input) => study.answer(input),
  bury: ({ card, whole }) => study.bury(card, whole),
  suspend: ({ card, whole }) => study.suspend(card, whole),
  flag: ({ card, flag }) => study.flag(card, flag),
  mark: ({ card }) => study.mark(card),
  undo: () => study.undo(),
  redo: () => study.redo(),
  checkTyped: ({ card, typed }) => {
    const found = lookup(collection, card);
    return isFault(found) ? found : checkTyped(typed, found.note.fields.Back ?? "");
  },
  cardInfo: async ({ card }) => cardInfo(collection, card, await store.reviewsOf([card]), now()),
  summary: ({ since, deck }) => summary(collection, since, deck, now()),
});
