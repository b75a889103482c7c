import { useState } from "preact/hooks";
import type { Theme } from "../../main/contract/shapes.ts";
import { percent } from "../text/numbers.ts";
import { settings as words } from "../text/settings.ts";
import { Field } from "../ui/Field.tsx";
import { useRest } from "../ui/useRest.ts";
import { useApp } from "./context.ts";
import { useOutcome } from "./settingFields.tsx";

const themes: readonly Theme[] = ["system", "light", "dark"];

export function ThemeSetting({ theme }: { theme: Theme }) {
  const { settings } = useApp();
  const outcome = useOutcome("theme");
  return (
    <fieldset class="field">
      <legend>{words.theme}</legend>
      <div class="control">
        <div class="segments">
          {themes.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="theme"
                checked={theme === each}
                onChange={() => void settings.save("theme", each)}
              />
              <span>{words.themes[each]}</span>
            </label>
          ))}
        </div>
        <span class="outcome" role="status">
          {outcome?.say}
        </span>
      </div>
    </fieldset>
  );
}

/** Whether sounds play by themselves. */
export function AutoplaySetting({ on }: { on: boolean }) {
  const { settings } = useApp();
  return (
    <Field label={words.autoplay} help={words.autoplayHelp} outcome={useOutcome("autoplay")}>
      {(wiring) => (
        <input
          {...wiring}
          type="checkbox"
          class="tick"
          checked={on}
          onChange={(event) => void settings.save("autoplay", event.currentTarget.checked)}
        />
      )}
    </Field>
  );
}

const least = 70;
const most = 99;
const movesSlider = /^(Arrow|Page|Home$|End$)/;

/** Desired retention, in whole per cent; the meaning follows the slider while it moves, the saving waits until it rests. */
export function RetentionSetting({ share }: { share: number }) {
  const { settings } = useApp();
  const [moving, setMoving] = useState<number | null>(null);
  const shown = moving ?? Math.round(share * 100);
  const { put, flush } = useRest(async (value: number) => {
    await settings.save("desiredRetention", value / 100);
    setMoving((now) => (now === value ? null : now));
  });
  return (
    <>
      <Field label={words.retention} help={words.retentionHelp} outcome={useOutcome("desiredRetention")}>
        {(wiring) => (
          <>
            <input
              {...wiring}
              class="slider"
              type="range"
              min={least}
              max={most}
              value={shown}
              style={{ "--filled": `${(100 * (shown - least)) / (most - least)}%` }}
              aria-valuetext={percent(shown / 100)}
              onInput={(event) => setMoving(Number(event.currentTarget.value))}
              onChange={(event) => put(Number(event.currentTarget.value))}
              onBlur={flush}
              onKeyDown={(event) => !movesSlider.test(event.key) && flush()}
            />
            <output class="slider-value">{percent(shown / 100)}</output>
          </>
        )}
      </Field>
      <p class="meaning" role="status">
        {words.retentionMeans(shown / 100)}
      </p>
    </>
  );
}
