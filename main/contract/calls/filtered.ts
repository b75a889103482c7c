import * as v from "valibot";
import { type FilteredPreview, filteredOrders, filteredStates, type HeldBack } from "../filtered.ts";
import type { SessionView } from "../views.ts";
import { id, query, ranges, tags, takes, whole } from "./schemas.ts";

const days = whole(1, 9_999);
const deck = v.nullable(id);

const spec = {
  deck,
  wish: v.variant("kind", [
    v.strictObject({ kind: v.literal("forgotten"), days }),
    v.strictObject({ kind: v.literal("ahead"), days }),
    v.strictObject({ kind: v.literal("added"), days }),
    v.strictObject({ kind: v.literal("state"), state: v.picklist(filteredStates), include: tags, exclude: tags }),
    v.strictObject({ kind: v.literal("search"), query }),
    v.strictObject({ kind: v.literal("rows"), result: id, ranges }),
  ]),
  order: v.picklist(filteredOrders),
  limit: whole(1, 99_999),
  schedules: v.boolean(),
};

/** Study beyond what is due today. */
export const filteredCalls = {
  /** Begins a session over the cards of a wish. Faults: `gone`, and `badChange` for a search that cannot be read. */
  studyFiltered: takes(spec).returns<SessionView>(),
  /** Goes on with the one that runs. Fault: `gone`. */
  resumeFiltered: takes({}).returns<SessionView>(),
  /** What such a session would come to. Faults: `gone`. */
  previewFiltered: takes(spec).returns<FilteredPreview>(),
  /** What today's limits keep back. Fault: `gone`. */
  heldBack: takes({ deck }).returns<HeldBack>(),
  /** So many more new cards or reviews today than the limits let in: one undoable change. Fault: `gone`. */
  moreToday: takes({ deck, of: v.picklist(["fresh", "reviews"]), count: whole(1, 9_999) }).returns<HeldBack>(),
};
