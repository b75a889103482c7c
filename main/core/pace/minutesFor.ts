import type { Left } from "../../contract/views.ts";
import type { Times } from "./times.ts";

/** Answers to steps until a card is through them for the day; and how many reviews are usually forgotten. */
const steps = 1.5;
const lapses = 0.1;

/** Minutes that so many cards take, at a person's own times. */
export function minutesFor(
  { learning, review, fresh }: Pick<Left, "learning" | "review" | "fresh">,
  times: Times,
): number {
  const forgotten = times.forgotten + steps * times.step;
  const each = (1 - lapses) * times.passed + lapses * forgotten;
  return (learning * steps * times.step + review * each + fresh * (times.fresh + steps * times.step)) / 60;
}
