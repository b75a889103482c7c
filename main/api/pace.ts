import { wantedIn } from "../core/pace/admit.ts";
import { previewBudget } from "../core/pace/ahead.ts";
import { beginCatchUp, dropCatchUp } from "../core/pace/catchUp.ts";
import { daysOffView, planDaysOff, saveDaysOff } from "../core/pace/daysOff.ts";
import { studyMore } from "../core/pace/studyMore.ts";
import { gather } from "../core/study/queue.ts";
import { today } from "../core/study/today.ts";
import type { Context } from "./context.ts";
import type { Part } from "./part.ts";

export const paceHandlers = ({ collection, study, now, commit }: Context): Part<"pace"> => ({
  previewBudget: ({ minutes }) =>
    previewBudget(collection, minutes, wantedIn(collection, gather(collection, null, now()).main), now()),
  studyMore: async ({ minutes }) => {
    await commit("settings", `more today: ${minutes} min`, studyMore(collection, minutes, now()));
    return study.again();
  },
  beginCatchUp: async ({ extra }) => {
    await commit("catchUp", `${extra} min more a day`, beginCatchUp(collection, extra, now()));
    return today(collection, now());
  },
  dropCatchUp: async () => {
    await commit("catchUp", "dropped", dropCatchUp(collection));
    return today(collection, now());
  },
  daysOff: () => daysOffView(collection, now()),
  planDaysOff: ({ days }) => planDaysOff(collection, days, now()),
  saveDaysOff: async ({ days }) => {
    await commit("daysOff", String(days.length), saveDaysOff(collection, days, now()));
    return daysOffView(collection, now());
  },
});
