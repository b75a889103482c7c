import { expect, test } from "vitest";
import { readLimits } from "../../../../main/core/codec/anki/limits.ts";
import { readPreset } from "../../../../main/core/codec/anki/readPreset.ts";
import { writePreset } from "../../../../main/core/codec/anki/writePreset.ts";
import { defaultPreset } from "../../../../main/core/collection.ts";

test("orders of ours go as what is nearest there, and come back as ours while nobody changes them there", () => {
  const written = writePreset(defaultPreset, 1, false);
  expect(written).toMatchObject({ newGatherPriority: 1, newSortOrder: 1, reviewOrder: 0 });
  expect(readPreset(written, "1")).toEqual(defaultPreset);
  const changed = readPreset({ ...written, newGatherPriority: 3, reviewOrder: 12 }, "1");
  expect(changed.order).toEqual({ ...defaultPreset.order, newGather: "randomNotes", reviews: "overdue" });
  const loss = { ...defaultPreset, order: { ...defaultPreset.order, reviews: "loss" as const } };
  expect(readPreset(writePreset(loss, 1, false), "1").order.reviews).toBe("loss");
});

test("a preset of Anki's that says little is what it is there, not what is usual here", () => {
  expect(readPreset({ name: "Old" }, "7")).toMatchObject({
    bury: { fresh: false, reviews: false, interday: false },
    ...{ leechLapses: 8, leechAction: "tag", easyDays: [1, 1, 1, 1, 1, 1, 1], buttons: 4, newIgnoresReviews: false },
    order: { newGather: "deck", newSort: "template", newMix: "mixed", interdayMix: "mixed", reviews: "day" },
  });
  expect(readPreset({}, "7", true).newIgnoresReviews).toBe(true);
});

test("what only one preset says of new cards and the limit of reviews stays with it", () => {
  const beside = { ...defaultPreset, newIgnoresReviews: true };
  const written = writePreset(beside, 1, false);
  expect(readPreset(written, "1", false).newIgnoresReviews).toBe(true);
  expect(writePreset(beside, 1, true)).not.toHaveProperty("mneme.newIgnoresReviews");
});

test.each([
  [{ newLimit: -3, reviewLimit: "x", desiredRetention: 30 }, {}],
  [{ newLimit: 1e9, newLimitToday: { limit: 4, today: -1 } }, { newPerDay: 9_999 }],
  [{ newLimitToday: { limit: 4, today: 1e12 }, reviewLimitToday: 7 }, {}],
  [
    { newLimitToday: { limit: 4 }, desiredRetention: "97" },
    { today: { day: 20_000, newPerDay: 4 }, desiredRetention: 0.97 },
  ],
  [
    { newLimitToday: { limit: 4, today: 3 }, reviewLimitToday: { limit: 5, today: 9 } },
    { today: { day: 20_009, reviewsPerDay: 5 } },
  ],
])("a deck that says %j", (raw, limits) => {
  expect(readLimits(raw, 20_000)).toEqual(limits);
});
