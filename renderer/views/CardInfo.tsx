import type { CardInfoView } from "../../main/contract/views.ts";
import { date, moment } from "../text/dates.ts";
import { days, spent, wait } from "../text/durations.ts";
import { info as words } from "../text/notes.ts";
import { number, percent } from "../text/numbers.ts";
import { shortTitle } from "../text/shortTitle.ts";
import { study } from "../text/study.ts";
import { Curve } from "../ui/Curve.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { CommandButton } from "./CommandButton.tsx";
import { useApp } from "./context.ts";

const day = 86_400_000;

/** All that is known about one card. `now` is the main process's moment. */
export function CardInfo({ card, now }: { card: CardInfoView; now: number }) {
  const app = useApp();
  return (
    <Dialog title={words.title} wide onLeave={app.leaveDialog} tools={<CommandButton id="close" look="icon" />}>
      <p class="info-title">{shortTitle(card.title)}</p>
      {card.stability !== null && card.last !== null && card.recall !== null && (
        <figure class="chart">
          <figcaption class="heading">{words.curve}</figcaption>
          <Curve
            words={{
              now: words.curveNow(percent(card.recall)),
              target: words.curveTarget(percent(card.target)),
              due: words.curveDue,
            }}
            label={words.curveOf(percent(card.recall), percent(card.target))}
            stability={card.stability}
            elapsed={(now - card.last) / day}
            interval={card.interval}
            target={card.target}
          />
        </figure>
      )}
      <Facts card={card} />
      <h3 class="heading">{words.log}</h3>
      <Log card={card} />
    </Dialog>
  );
}

function Facts({ card }: { card: CardInfoView }) {
  const when = (at: number | null) => (at === null ? words.never : moment(at));
  const facts: [string, string][] = [
    [words.state, words.phase(card.phase)],
    [words.type, card.typeName],
    [words.deck, card.deck.join(" › ")],
    [words.created, date(card.created)],
    [words.first, when(card.first)],
    [words.last, when(card.last)],
    [words.due, card.due === null ? words.never : card.interval > 0 ? date(card.due) : moment(card.due)],
    [words.reps, number(card.reps)],
    [words.lapses, number(card.lapses)],
    [words.target, percent(card.target)],
  ];
  if (card.interval > 0) facts.push([words.interval, days(card.interval)]);
  if (card.recall !== null) facts.push([words.recall, percent(card.recall)]);
  if (card.stability !== null) facts.push([words.stability, days(card.stability)]);
  if (card.difficulty !== null) facts.push([words.difficulty, words.difficultyOf(card.difficulty)]);
  return (
    <dl class="facts two">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Log({ card }: { card: CardInfoView }) {
  if (card.log.length === 0) return <p class="help">{words.logEmpty}</p>;
  const { columns } = words;
  return (
    <table class="rows">
      <thead>
        <tr>
          {[columns.at, columns.grade, columns.recall, columns.interval, columns.took].map((column) => (
            <th scope="col" key={column}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {card.log.map((review) => (
          <tr key={review.id}>
            <td>{moment(review.at)}</td>
            <td>{study.grades[review.grade - 1] ?? words.byHand}</td>
            <td>{review.recall === null ? "–" : percent(review.recall)}</td>
            <td>
              {wait(
                review.interval < 0 ? { unit: "seconds", n: -review.interval } : { unit: "days", n: review.interval },
              )}
            </td>
            <td>{spent(review.took)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
