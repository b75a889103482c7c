import { useState } from "preact/hooks";
import type { SettingsView } from "../../../main/contract/views.ts";
import { parseMinutes } from "../../state/pace/budget.ts";
import { budget } from "../../text/pace.ts";
import { settings as words } from "../../text/settings.ts";
import { Field } from "../../ui/Field.tsx";
import { CommandButton } from "../CommandButton.tsx";
import { useApp } from "../context.ts";
import { useOutcome } from "../settingFields.tsx";

/** Minutes a day, days off and the streak. */
export function PaceSettings({ view }: { view: SettingsView }) {
  return (
    <>
      <BudgetSetting minutes={view.budget} />
      <StreakSetting on={view.streak} />
      <div class="page-actions">
        <CommandButton id="budget" look="plain" />
        <CommandButton id="daysOff" look="plain" />
      </div>
    </>
  );
}

/** An empty field is no budget. */
function BudgetSetting({ minutes }: { minutes: number | null }) {
  const { settings } = useApp();
  const [draft, setDraft] = useState<{ over: number | null; text: string } | null>(null);
  const save = (text: string) => {
    const next = text.trim() === "" ? null : parseMinutes(text);
    if (next === null && text.trim() !== "") settings.refuse("budget", budget.bad);
    else void settings.save("budget", next);
  };
  return (
    <Field label={words.budget} help={words.budgetHelp} outcome={useOutcome("budget")}>
      {(wiring) => (
        <input
          {...wiring}
          class="input short"
          type="text"
          inputMode="numeric"
          placeholder={budget.noBudget}
          value={draft?.over === minutes ? draft.text : (minutes ?? "")}
          onInput={(event) => setDraft({ over: minutes, text: event.currentTarget.value })}
          onChange={(event) => save(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

function StreakSetting({ on }: { on: boolean }) {
  const { settings } = useApp();
  return (
    <Field label={words.streak} help={words.streakHelp} outcome={useOutcome("streak")}>
      {(wiring) => (
        <input
          {...wiring}
          type="checkbox"
          class="tick"
          checked={on}
          onChange={(event) => void settings.save("streak", event.currentTarget.checked)}
        />
      )}
    </Field>
  );
}
