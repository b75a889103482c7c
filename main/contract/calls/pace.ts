import * as v from "valibot";
import type { BudgetPreview, DaysOffPlan, DaysOffView } from "../pace.ts";
import type { SessionView, TodayView } from "../views.ts";
import { takes, whole } from "./schemas.ts";

const minutes = whole(1, 1_440);
/** Study days from today on. */
const days = v.pipe(v.array(whole(0, 200_000)), v.maxLength(400));

/** What fits into a day. The budget itself is a setting. */
export const paceCalls = {
  /** What a budget of so many minutes would come to. */
  previewBudget: takes({ minutes }).returns<BudgetPreview>(),
  /** Goes on beyond today's budget, for so many minutes. */
  studyMore: takes({ minutes }).returns<SessionView>(),
  beginCatchUp: takes({ extra: whole(1, 120) }).returns<TodayView>(),
  dropCatchUp: takes({}).returns<TodayView>(),
  daysOff: takes({}).returns<DaysOffView>(),
  /** Counts what it would do, and does nothing. `days`: all that are to be off from today on. */
  planDaysOff: takes({ days }).returns<DaysOffPlan>(),
  /** One undoable change. Fault: `badSetting` for a day that is past. */
  saveDaysOff: takes({ days }).returns<DaysOffView>(),
};
