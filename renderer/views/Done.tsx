import { useCallback, useEffect, useRef } from "preact/hooks";
import type { SummaryView } from "../../main/contract/views.ts";
import { hasCome } from "../state/clock.ts";
import type { Session } from "../state/session.ts";
import { longDay, studyDate } from "../text/dates.ts";
import { done as words } from "../text/done.ts";
import { number, percent } from "../text/numbers.ts";
import { shortTitle } from "../text/shortTitle.ts";
import { today } from "../text/today.ts";
import { Bars } from "../ui/Bars.tsx";
import { focusOnce } from "../ui/focusOnce.ts";
import { CommandButton } from "./CommandButton.tsx";
import { useApp } from "./context.ts";
import { Trouble } from "./Trouble.tsx";
import { useTicking } from "./useTicking.ts";

/** The end of a session, or the wait for a learning card. */
export function Done({ session }: { session: Session }) {
  const { announce } = useApp().notices;
  const view = useLastSummary(session);
  useTicking(
    useCallback(async () => {
      await session.advance();
      const shown = session.summary.value;
      if (shown && hasCome(session.now.value, shown.waiting, shown.tomorrow.at)) await session.read();
    }, [session]),
  );
  useEffect(() => {
    if (view) announce(words.announcement(view, session.now.value));
  }, [view]);
  if (!view) return <Trouble say={session.trouble.value} again={session.read} />;
  return (
    <main class="page" aria-label={words.title}>
      {/* Not the button: one Space too many after the last card would press it. */}
      <h1 tabIndex={-1} ref={focusOnce}>
        {words.headline(view)}
      </h1>
      <p class="sub">{words.line(view, session.now.value)}</p>
      {view.answers > 0 && <Figures view={view} />}
      <div class="page-actions">
        <CommandButton id="back" look="primary" />
      </div>
      <div class={view.hardest.length > 0 ? "columns" : "columns alone"}>
        {view.hardest.length > 0 && <Hardest view={view} />}
        <aside class="charts">
          <Ahead view={view} />
        </aside>
      </div>
    </main>
  );
}

/** The summary; while it is read again, the one before. */
function useLastSummary(session: Session): SummaryView | null {
  const last = useRef<SummaryView | null>(null);
  last.current = session.summary.value ?? last.current;
  return last.current;
}

function Figures({ view }: { view: SummaryView }) {
  return (
    <dl class="figures">
      <div>
        <dt>{words.cards(view)}</dt>
        <dd>{number(view.cards)}</dd>
      </div>
      {view.remembered !== null && (
        <div>
          <dt>{words.remembered(view.target)}</dt>
          <dd>{percent(view.remembered)}</dd>
        </div>
      )}
      {view.saved > 0 && (
        <div>
          <dt>{words.saved}</dt>
          <dd>{number(view.saved)}</dd>
        </div>
      )}
    </dl>
  );
}

function Hardest({ view }: { view: SummaryView }) {
  const app = useApp();
  return (
    <section aria-labelledby="hardest">
      <h2 class="heading" id="hardest">
        {words.hardest}
      </h2>
      <ul class="hardest">
        {view.hardest.map((hard) => (
          <li key={hard.card}>
            <span class="hard-title">{shortTitle(hard.title)}</span>
            <span class="hard-why">
              {words.hard(hard)} ·{" "}
              <button
                type="button"
                class="button link"
                aria-label={words.editNote(hard.title)}
                onClick={() => void app.edit(hard.note)}
              >
                {words.edit}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ahead({ view }: { view: SummaryView }) {
  const day = (offset: number) => studyDate(view.tomorrow.at, 0, offset);
  return (
    <Bars
      title={words.ahead}
      columns={[today.day, today.minutes]}
      first={words.firstBar(view.ahead[0] ?? 0)}
      last={words.lastBar(day(view.ahead.length - 1))}
      bars={view.ahead.map((minutes, i) => {
        const label = longDay(day(i));
        return { label, value: minutes, text: today.minutesOn(label, minutes) };
      })}
    />
  );
}
