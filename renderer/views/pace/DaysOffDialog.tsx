import type { DaysOffModel } from "../../state/pace/daysOff.ts";
import { daysOff as words } from "../../text/daysOff.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { CommandButton } from "../CommandButton.tsx";
import { useApp } from "../context.ts";
import { Month } from "./Month.tsx";

/** Days without study, marked in a calendar; what that moves is said before it is saved. */
export function DaysOffDialog({ daysOff }: { daysOff: DaysOffModel }) {
  const app = useApp();
  const changed = daysOff.changed.value;
  return (
    <Dialog
      title={words.title}
      wide
      about="days-off-how"
      onLeave={app.leaveDialog}
      tools={<CommandButton id="close" look="icon" />}
    >
      <div id="days-off-how">
        <p class="sub">{words.how}</p>
        <p class="help">{words.keys}</p>
      </div>
      <div class="days-off">
        <Month daysOff={daysOff} />
        <div>
          <Plan daysOff={daysOff} />
          <p class="trouble" role="alert">
            {daysOff.trouble.value}
          </p>
        </div>
      </div>
      <footer class="dialog-actions">
        <button type="button" class="button plain" onClick={app.leaveDialog}>
          {words.cancel}
        </button>
        <button
          type="button"
          class="button primary"
          data-command="saveDaysOff"
          disabled={!changed}
          onClick={() => void app.pace.saveDaysOff()}
        >
          {words.save}
        </button>
      </footer>
    </Dialog>
  );
}

/** What is marked, and what saving it would do. */
function Plan({ daysOff }: { daysOff: DaysOffModel }) {
  const { plan, changed, days, today } = daysOff;
  const sentences = plan.value ? words.plan(plan.value, today) : [];
  return (
    <div class="days-plan" role="status">
      <p>{words.marked(days.value)}</p>
      {changed.value && plan.value === null && <p class="help">{words.looking}</p>}
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
