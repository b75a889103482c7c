import fc from "fast-check";
import { expect, it } from "vitest";
import { studyDay } from "../../../main/core/schedule/day.ts";
import { dayFinder } from "../../../main/core/schedule/dayFinder.ts";

const zones = ["UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Apia", "Antarctica/Troll", "Pacific/Kiritimati"];

it("finds the day that studyDay finds, in whatever order it is asked", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 23 }),
      fc.array(fc.integer({ min: 0, max: 4e12 }), { maxLength: 20 }),
      (zone, rolloverHour, instants) => {
        const calendar = { zone, rolloverHour };
        const dayOf = dayFinder(calendar);
        expect(instants.map(dayOf)).toEqual(instants.map((ms) => studyDay(ms, calendar)));
      },
    ),
  );
});
