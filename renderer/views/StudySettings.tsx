import { useState } from "preact/hooks";
import type { Settings } from "../../main/contract/shapes.ts";
import type { SettingsView } from "../../main/contract/views.ts";
import type { SettingName } from "../state/settings.ts";
import { parseNumber } from "../text/numbers.ts";
import { studying, timebox, timer, autoAdvance as words } from "../text/reviewing.ts";
import { settings } from "../text/settings.ts";
import { Field } from "../ui/Field.tsx";
import { useApp } from "./context.ts";
import { useOutcome } from "./settingFields.tsx";

type Advance = Settings["autoAdvance"];
type Part = keyof Advance;

/** What a session does besides showing cards: nothing of it unless the person asks for it. */
export function StudySettings({ view }: { view: SettingsView }) {
  return (
    <section>
      <h2 class="heading">{studying}</h2>
      <TimerSetting on={view.timer} />
      <TimeboxSetting minutes={view.timebox} />
      <AutoAdvanceSettings times={view.autoAdvance} />
    </section>
  );
}

function TimerSetting({ on }: { on: boolean }) {
  const app = useApp();
  return (
    <Field label={timer.title} help={timer.help} outcome={useOutcome("timer")}>
      {(wiring) => (
        <input
          {...wiring}
          type="checkbox"
          class="tick"
          checked={on}
          onChange={(event) => void app.settings.save("timer", event.currentTarget.checked)}
        />
      )}
    </Field>
  );
}

function TimeboxSetting({ minutes }: { minutes: number }) {
  const app = useApp();
  return (
    <NumberField
      {...{ name: "timebox", label: timebox.title, help: timebox.help, value: minutes, refusal: settings.whole }}
      outcome={useOutcome("timebox")}
      save={(next) => {
        if (Number.isInteger(next)) void app.settings.save("timebox", next);
        else app.settings.refuse("timebox", settings.whole);
      }}
    />
  );
}

/** The three make one setting: what was said about it stands beside the part that was changed. */
function AutoAdvanceSettings({ times }: { times: Advance }) {
  const app = useApp();
  const outcome = useOutcome("autoAdvance");
  const [changed, setChanged] = useState<Part>("question");
  const said = (part: Part) => (part === changed ? outcome : null);
  const change = <P extends Part>(part: P, value: Advance[P]) => {
    setChanged(part);
    void app.settings.save("autoAdvance", { ...times, [part]: value });
  };
  return (
    <>
      <p class="help">{words.help}</p>
      {(["question", "answer"] as const).map((side) => (
        <NumberField
          key={side}
          {...{ name: "autoAdvance", label: words[side], help: words[`${side}Help`], refusal: words.seconds }}
          value={times[side]}
          outcome={said(side)}
          save={(next) => change(side, next)}
          onRefuse={() => setChanged(side)}
        />
      ))}
      <Field label={words.action} help={words.actionHelp} outcome={said("action")}>
        {(wiring) => (
          <select
            {...wiring}
            class="input short"
            value={times.action}
            onChange={(event) => change("action", event.currentTarget.value as Advance["action"])}
          >
            {Object.entries(words.actions).map(([action, text]) => (
              <option key={action} value={action}>
                {text}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  );
}

interface NumberProps {
  name: SettingName;
  label: string;
  help: string;
  /** What is said of something that is no number. */
  refusal: string;
  value: number;
  outcome: ReturnType<typeof useOutcome>;
  save(value: number): void;
  onRefuse?(): void;
}

/** What is being typed stays until the setting changes: a refusal must not take it away. */
function NumberField({ name, label, help, refusal, value, outcome, save, onRefuse }: NumberProps) {
  const app = useApp();
  const [draft, setDraft] = useState<{ over: number; text: string } | null>(null);
  const leave = (text: string) => {
    const next = parseNumber(text);
    if (next !== null) return save(next);
    onRefuse?.();
    app.settings.refuse(name, refusal);
  };
  return (
    <Field label={label} help={help} outcome={outcome}>
      {(wiring) => (
        <input
          {...wiring}
          class="input short"
          type="text"
          inputMode="decimal"
          value={draft?.over === value ? draft.text : value}
          onInput={(event) => setDraft({ over: value, text: event.currentTarget.value })}
          onChange={(event) => leave(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
