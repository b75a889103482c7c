import { useState } from "preact/hooks";
import type { SettingName } from "../state/settings.ts";
import { parseWhole } from "../text/numbers.ts";
import { settings as words } from "../text/settings.ts";
import { Field } from "../ui/Field.tsx";
import { useApp } from "./context.ts";

type NumberName = "newPerDay" | "reviewsPerDay" | "learnAhead" | "maximumInterval";

/** What the last change of this setting came to, in words. */
export function useOutcome(name: SettingName): { saved: boolean; say: string } | null {
  const outcome = useApp().settings.outcomes.value[name];
  return outcome?.saved ? { saved: true, say: words.saved } : (outcome ?? null);
}

/** What is being typed stays until the setting changes: a refusal must not take it away. */
function useDraft(value: string | number) {
  const [draft, setDraft] = useState<{ over: string | number; text: string } | null>(null);
  return {
    shown: draft?.over === value ? draft.text : value,
    type: (event: InputEvent) => setDraft({ over: value, text: (event.target as HTMLInputElement).value }),
  };
}

interface Props<N, V> {
  name: N;
  label: string;
  help: string;
  value: V;
}

export function NumberSetting({ name, label, help, value }: Props<NumberName, number>) {
  const { settings } = useApp();
  const { shown, type } = useDraft(value);
  const save = (text: string) => {
    const next = parseWhole(text);
    if (next === null) settings.refuse(name, words.whole);
    else void settings.save(name, next);
  };
  return (
    <Field label={label} help={help} outcome={useOutcome(name)}>
      {(wiring) => (
        <input
          {...wiring}
          class="input short"
          type="text"
          inputMode="numeric"
          value={shown}
          onInput={type}
          onChange={(event) => save(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export function StepsSetting({ name, label, help, value }: Props<"learningSteps" | "relearningSteps", string>) {
  const { settings } = useApp();
  const { shown, type } = useDraft(value);
  return (
    <Field label={label} help={help} outcome={useOutcome(name)}>
      {(wiring) => (
        <input
          {...wiring}
          class="input"
          type="text"
          spellcheck={false}
          value={shown}
          onInput={type}
          onChange={(event) => void settings.save(name, event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export function HourSetting({ hour }: { hour: number }) {
  const { settings } = useApp();
  return (
    <Field label={words.rollover} help={words.rolloverHelp(hour)} outcome={useOutcome("rolloverHour")}>
      {(wiring) => (
        <select
          {...wiring}
          class="input short"
          value={hour}
          onChange={(event) => void settings.save("rolloverHour", Number(event.currentTarget.value))}
        >
          {Array.from({ length: 24 }, (_, each) => (
            <option key={each} value={each}>
              {`${String(each).padStart(2, "0")}:00`}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
