import { useCallback, useEffect, useRef } from "preact/hooks";
import type { SummaryView } from "../../main/contract/views.ts";
import { hasCome } from "../state/clock.ts";
import type { Session } from "../state/session.ts";
import { done as words } from "../text/done.ts";
import { number, percent } from "../text/numbers.ts";
import { budget } from "../text/pace.ts";
import { shortTitle } from "../text/shortTitle.ts";
import { focusOnce } from "../ui/focusOnce.ts";
import { CommandButton } from "./CommandButton.tsx";
import { useApp } from "./context.ts";
import { CatchUpProgress } from "./pace/CatchUpProgress.tsx";
import { DayBars } from "./pace/DayBars.tsx";
import { Slipping } from "./Slipping.tsx";
import { Trouble } from "./Trouble.tsx";
import { useTicking } from "./useTicking.ts";

/** The end of a session, or the wait for a learning card. */
export function Done({ session }: { session: Session }) {
  const { announce } = useApp().notices;
  const view = useLastSummary(session);
  const spent = session.view.value?.spent ?? false;
  useTicking(
    useCallback(async () => {
      await session.advance();
      const shown = session.summary.value;
      if (shown && hasCome(session.now.value, shown.waiting, shown.tomorrow.at)) await session.read();
    }, [session]),
  );
  useEffect(() => {
    if (view) announce(words.announcement(view, spent, session.now.value));
  }, [view, spent]);
  if (!view) return <Trouble say={session.trouble.value} again={session.read} />;
  return (
    <main class="page" aria-label={words.title}>
      {/* Not the button: one Space too many after the last card would press it. */}
      <h1 tabIndex={-1} ref={focusOnce}>
        {words.headline(view, spent)}
      </h1>
      {spent && view.budget && <p class="sub">{budget.waits(view.budget)}</p>}
      <p class="sub">{words.line(view, session.now.value)}</p>
      {view.answers > 0 && <Figures view={view} />}
      <div class="page-actions">
        <CommandButton id="back" look="primary" />
        {spent && <CommandButton id="goOn" look="plain" />}
      </div>
      <Slipping leeches={view.leeches} />
      {view.catchUp && <CatchUpProgress view={view.catchUp} />}
      <div class={view.hardest.length > 0 ? "columns" : "columns alone"}>
        {view.hardest.length > 0 && <Hardest view={view} />}
        <aside class="charts">
          <DayBars
            title={words.ahead}
            ahead={view.ahead}
            from={1}
            mark={view.budget && budget.mark(view.budget.minutes)}
          />
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
