import { useId } from "preact/hooks";
import type { BudgetModel } from "../../state/pace/budget.ts";
import { budget as words } from "../../text/pace.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Field } from "../../ui/Field.tsx";
import { CommandButton } from "../CommandButton.tsx";
import { useApp } from "../context.ts";
import { DayBars } from "./DayBars.tsx";

const least = 1;
/** Minutes that the slider reaches; the field takes more. */
const most = 120;

/** How many minutes a day shall take, with what that would come to. */
export function BudgetDialog({ budget }: { budget: BudgetModel }) {
  const app = useApp();
  const { minutes, text, trouble, type } = budget;
  const slid = Math.min(most, Math.max(least, minutes.value ?? least));
  const refused = trouble.value;
  return (
    <Dialog title={words.title} onLeave={app.leaveDialog} tools={<CommandButton id="close" look="icon" />}>
      <form
        class="editor"
        onSubmit={(event) => {
          event.preventDefault();
          void app.pace.takeBudget();
        }}
      >
        <Field label={words.field} help={words.help} outcome={refused ? { saved: false, say: refused } : null}>
          {(wiring) => (
            <span class="budget-minutes">
              <input
                {...wiring}
                class="input short"
                type="text"
                inputMode="numeric"
                data-first=""
                value={text.value}
                onFocus={(event) => event.currentTarget.select()}
                onInput={(event) => type(event.currentTarget.value)}
                onChange={() => budget.take()}
              />
              <input
                class="slider"
                type="range"
                aria-label={words.slider}
                min={least}
                max={most}
                value={slid}
                style={{ "--filled": `${(100 * (slid - least)) / (most - least)}%` }}
                aria-valuetext={words.value(slid)}
                onInput={(event) => type(event.currentTarget.value)}
              />
            </span>
          )}
        </Field>
        <Preview budget={budget} />
        <footer class="dialog-actions">
          {budget.set !== null && (
            <button type="button" class="button plain asking" onClick={() => void app.pace.saveBudget(null)}>
              {words.noBudget}
            </button>
          )}
          <button type="button" class="button plain" onClick={app.leaveDialog}>
            {words.cancel}
          </button>
          <button type="submit" class="button primary">
            {words.save}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

/** What the minutes would come to. What was found last stays, faded, until the next is found. */
function Preview({ budget }: { budget: BudgetModel }) {
  const id = useId();
  const found = budget.found.value;
  if (!found) return <p class="budget-preview">{words.looking}</p>;
  const current = budget.isCurrent.value;
  return (
    <section class={current ? "budget-preview" : "budget-preview stale"} aria-labelledby={id}>
      <p class="budget-fits" id={id} role="status">
        {current ? words.fits(found.view) : ""}
      </p>
      <div class="charts">
        <DayBars title={words.chart} ahead={found.view.ahead} from={0} mark={words.mark(found.minutes)} />
      </div>
    </section>
  );
}
