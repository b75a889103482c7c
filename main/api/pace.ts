import { Failure } from "../contract/faults.ts";
import type { Context } from "./context.ts";
import type { Part } from "./part.ts";

const unbuilt = (): never => {
  throw new Failure({ code: "bug", detail: "not built yet" });
};

export const paceHandlers = (_: Context): Part<"pace"> => ({
  previewBudget: unbuilt,
  studyMore: unbuilt,
  beginCatchUp: unbuilt,
  dropCatchUp: unbuilt,
  daysOff: unbuilt,
  planDaysOff: unbuilt,
  saveDaysOff: unbuilt,
});
