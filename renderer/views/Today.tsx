import { useEffect } from "preact/hooks";
import type { TodayView } from "../../main/contract/views.ts";
import { available } from "../commands.ts";
import { longDay, studyDate } from "../text/dates.ts";
import { budget, catchUp, streak } from "../text/pace.ts";
import { today as words } from "../text/today.ts";
import { Days } from "../ui/Days.tsx";
import { focusOnce } from "../ui/focusOnce.ts";
import { CommandButton } from "./CommandButton.tsx";
import { useApp } from "./context.ts";
import { DeckList } from "./DeckList.tsx";
import { CatchUpOffer } from "./pace/CatchUpOffer.tsx";
import { CatchUpProgress } from "./pace/CatchUpProgress.tsx";
import { DayBars } from "./pace/DayBars.tsx";
import { PaceLine } from "./pace/PaceLine.tsx";
import { Trouble } from "./Trouble.tsx";
import { useTicking } from "./useTicking.ts";
import { DraftOffer } from "./writing/DraftOffer.tsx";

export function Today() {
  const app = useApp();
  const view = app.today.view.value;
  useTicking(app.today.advance);
  const gap = app.pace.offered.value;
  const headline = gap ? catchUp.headline(gap) : view ? words.headline(view) : "";
  useEffect(() => app.notices.announce(gap ? `${headline} ${catchUp.known(gap)}` : headline), [view, gap]);
  if (!view) return <Trouble say={app.today.trouble.value} again={app.today.load} />;
  const studies = available("study", app) && !gap;
  const empty = view.decks.length === 0;
  return (
    <main class="page" aria-label={words.title}>
      <DraftOffer />
      <h1 tabIndex={-1} ref={studies || empty || gap ? null : focusOnce}>
        {headline}
      </h1>
      <p class="sub">{gap ? catchUp.known(gap) : words.line(view, app.today.now.value)}</p>
      {gap && <CatchUpOffer gap={gap} />}
      <div class="page-actions">
        {studies && <CommandButton id="study" look="primary" focused />}
        {empty && <CommandButton id="import" look="primary" focused />}
      </div>
      {!empty && !gap && <PaceLine view={view} />}
      {!empty && (
        <div class="columns">
          <div>
            {view.catchUp && <CatchUpProgress view={view.catchUp} drops />}
            <DeckList decks={view.decks} />
          </div>
          <Fortnights view={view} />
        </div>
      )}
    </main>
  );
}

function Fortnights({ view }: { view: TodayView }) {
  const rollover = useApp().settings.view.value?.rolloverHour ?? 0;
  return (
    <aside class="charts">
      <DayBars title={words.ahead} ahead={view.ahead} from={0} mark={view.budget && budget.mark(view.budget.minutes)} />
      <div>
        <Days
          title={words.past}
          columns={[words.day, words.answers]}
          days={view.past.map((answers, i) => {
            const label = longDay(studyDate(view.now, rollover, i + 1 - view.past.length));
            return { label, value: answers, text: words.answersOn(label, answers) };
          })}
        />
        {view.streak !== null && <p class="streak">{streak.line(view.streak)}</p>}
      </div>
    </aside>
  );
}
