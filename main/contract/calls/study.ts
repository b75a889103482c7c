import * as v from "valibot";
import type { CardInfoView, SessionView, SummaryView, TodayView, TypedView, UndoView } from "../views.ts";
import { id, instant, takes, text, whole } from "./schemas.ts";

const deck = v.nullable(id);
const days = v.nullable(whole(0, 1e9));

/** Studying, and taking back. */
export const studyCalls = {
  today: takes({}).returns<TodayView>(),
  study: takes({ deck }).returns<SessionView>(),
  answer: takes({
    card: id,
    seen: v.strictObject({ reps: whole(0, 1e9), at: instant, days: v.tuple([days, days, days, days]) }),
    grade: v.picklist([1, 2, 3, 4]),
    tookMs: whole(0, 1e9),
  }).returns<SessionView>(),
  bury: takes({ card: id, whole: v.boolean() }).returns<SessionView>(),
  /** Not shown again until the person says so; the card, or its whole note. */
  suspend: takes({ card: id, whole: v.boolean() }).returns<SessionView>(),
  /** 0 takes the flag away. */
  flag: takes({ card: id, flag: whole(0, 7) }).returns<SessionView>(),
  /** Gives the card's note the tag “marked”, or takes it away. */
  mark: takes({ card: id }).returns<SessionView>(),
  undo: takes({}).returns<UndoView>(),
  redo: takes({}).returns<UndoView>(),
  checkTyped: takes({ card: id, typed: text }).returns<TypedView>(),
  cardInfo: takes({ card: id }).returns<CardInfoView>(),
  summary: takes({ since: instant, deck }).returns<SummaryView>(),
};
