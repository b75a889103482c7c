import { useEffect } from "preact/hooks";
import type { TodayView } from "../../main/contract/views.ts";
import { available } from "../commands.ts";
import { longDay, studyDate } from "../text/dates.ts";
import { today as words } from "../text/today.ts";
import { Bars } from "../ui/Bars.tsx";
import { Days } from "../ui/Days.tsx";
import { focusOnce } from "../ui/focusOnce.ts";
import { CommandButton } from "./CommandButton.tsx";
import { useApp } from "./context.ts";
import { DeckList } from "./DeckList.tsx";
import { Trouble } from "./Trouble.tsx";
import { useTicking } from "./useTicking.ts";
import { DraftOffer } from "./writing/DraftOffer.tsx";

export function Today() {
  const app = useApp();
  const view = app.today.view.value;
  useTicking(app.today.advance);
  useEffect(() => app.notices.announce(view ? words.headline(view) : ""), [view]);
  if (!view) return <Trouble say={app.today.trouble.value} again={app.today.load} />;
  const studies = available("study", app);
  const empty = view.decks.length === 0;
  return (
    <main class="page" aria-label={words.title}>
      <DraftOffer />
      <h1 tabIndex={-1} ref={studies || empty ? null : focusOnce}>
        {words.headline(view)}
      </h1>
      <p class="sub">{words.line(view, app.today.now.value)}</p>
      <div class="page-actions">
        {studies && <CommandButton id="study" look="primary" focused />}
        {empty && <CommandButton id="import" look="primary" focused />}
      </div>
      {!empty && (
        <div class="columns">
          <DeckList decks={view.decks} />
          <Fortnights view={view} />
        </div>
      )}
    </main>
  );
}

function Fortnights({ view }: { view: TodayView }) {
  const rollover = useApp().settings.view.value?.rolloverHour ?? 0;
  const day = (offset: number) => studyDate(view.now, rollover, offset);
  const last = view.ahead.length - 1;
  return (
    <aside class="charts">
      <Bars
        title={words.ahead}
        columns={[words.day, words.minutes]}
        first={words.firstBar(view.ahead[0] ?? 0)}
        last={words.lastBar(day(last))}
        bars={view.ahead.map((minutes, i) => {
          const label = longDay(day(i));
          return { label, value: minutes, text: words.minutesOn(label, minutes) };
        })}
      />
      <Days
        title={words.past}
        columns={[words.day, words.answers]}
        days={view.past.map((answers, i) => {
          const label = longDay(day(i + 1 - view.past.length));
          return { label, value: answers, text: words.answersOn(label, answers) };
        })}
      />
    </aside>
  );
}
