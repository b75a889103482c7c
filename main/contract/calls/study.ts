import * as v from "valibot";
import type { CardInfoView, SessionView, SummaryView, TodayView, TypedView, UndoView } from "../views.ts";
import { id, instant, takes, text, whole } from "./schemas.ts";

const deck = v.nullable(id);

/** Studying, and taking back. */
export const studyCalls = {
  today: takes({}).returns<TodayView>(),
  study: takes({ deck }).returns<SessionView>(),
  answer: takes({
    card: id,
    seen: v.strictObject({ reps: whole(0, 1e9), at: instant }),
    grade: v.picklist([1, 2, 3, 4]),
    tookMs: whole(0, 1e9),
  }).returns<SessionView>(),
  bury: takes({ card: id, whole: v.boolean() }).returns<SessionView>(),
  undo: takes({}).returns<UndoView>(),
  redo: takes({}).returns<UndoView>(),
  checkTyped: takes({ card: id, typed: text }).returns<TypedView>(),
  cardInfo: takes({ card: id }).returns<CardInfoView>(),
  summary: takes({ since: instant, deck }).returns<SummaryView>(),
};
