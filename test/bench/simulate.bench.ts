// A simulated learner over a year, through the whole app: what is remembered, and what it costs. Beside it the same learner with SM-2.
import { expect, it } from "vitest";
import { Learner } from "./simulate/learner.ts";
import { Sm2 } from "./simulate/sm2.ts";
import { Tally } from "./simulate/tally.ts";
import { calendar, evening, firstDay, year } from "./simulate/year.ts";

const cards = 2_000;
const days = 365;
const seeds = ["one", "two", "three"];
const percent = (share: number) => `${(100 * share).toFixed(2)} %`;

/** A line of the table. */
function line(name: string, tally: Tally, learner: Learner, study = days): string {
  const all = tally.over(firstDay, firstDay + study);
  const minutes = tally.minutes();
  const at = (p: number) => (minutes[Math.floor((minutes.length - 1) * p)] ?? 0).toFixed(1);
  const { seen, known } = learner.knows(evening(firstDay + study));
  return [
    `${name}: true retention ${percent(all.recalled / all.reviews)} (expected ${percent(all.expected / all.reviews)})`,
    `${all.reviews} reviews, ${all.answers} answers`,
    `minutes a day: mean ${(all.took / 60_000 / study).toFixed(1)}, median ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)}`,
    `${seen} seen, ${known.toFixed(0)} known in the end, ${(known / (all.took / 3_600_000)).toFixed(1)} per hour`,
  ].join("; ");
}

it.each(seeds)("365 days at default settings, learner %s", async (seed) => {
  const life = await year(seed, cards);
  for (let day = firstDay; day < firstDay + days; day++) await life.study(day);
  console.log(line(`Mneme, ${seed}`, life.tally, life.learner));
  expect(life.tally.days.size).toBe(days);
  await life.end();
});

it.each(seeds)("the same with SM-2, learner %s", (seed) => {
  const [learner, tally] = [new Learner(seed, calendar), new Tally()];
  const sm2 = new Sm2(learner, tally, cards);
  for (let day = firstDay; day < firstDay + days; day++) sm2.study(day);
  console.log(line(`SM-2, ${seed}`, tally, learner));
  expect(tally.days.size).toBe(days);
});

const budget = 15;
const slack = 1.05;

it.each(seeds)("a budget of minutes a day, learner %s", async (seed) => {
  const life = await year(seed, cards);
  await life.ask("saveSettings", { budget });
  for (let day = firstDay; day < firstDay + days; day++) await life.study(day);
  const minutes = life.tally.minutes();
  const within = minutes.filter((each) => each <= budget * slack).length / days;
  console.log(
    `${line(`${budget} minutes a day, ${seed}`, life.tally, life.learner)}; within the budget on ${percent(within)} of days`,
  );
  expect(minutes.length).toBeLessThanOrEqual(days);
  await life.end();
});

const gap = { from: 200, days: 14, extra: 10 };

it.each(seeds)("fourteen days away, then a plan to catch up, learner %s", async (seed) => {
  const life = await year(seed, cards);
  const back = firstDay + gap.from + gap.days;
  for (let day = firstDay; day < firstDay + gap.from; day++) await life.study(day);
  const waits = await life.today(back);
  const plan = await life.ask("beginCatchUp", { extra: gap.extra });
  const promised = plan.catchUp?.until ?? 0;
  let done = back;
  while (done < back + 200) {
    await life.study(done);
    if ((await life.ask("today", {})).catchUp === null) break;
    done++;
  }
  console.log(
    `${gap.days} days away, ${seed}: ${waits.gap?.overdue} waited, ${waits.gap?.known.toFixed(0)} still known; ${gap.extra} minutes more a day: promised within ${promised - back + 1} days, done after ${done - back + 1}`,
  );
  expect(done).toBeLessThan(back + 200);
  await life.end();
});
