import { useEffect } from "preact/hooks";
import type { SettingsView } from "../../main/contract/views.ts";
import { settings as words } from "../text/settings.ts";
import { focusOnce } from "../ui/focusOnce.ts";
import { CommandButton } from "./CommandButton.tsx";
import { useApp } from "./context.ts";
import { PaceSettings } from "./pace/PaceSettings.tsx";
import { StudySettings } from "./StudySettings.tsx";
import { HourSetting, NumberSetting, StepsSetting } from "./settingFields.tsx";
import { AutoplaySetting, RetentionSetting, ThemeSetting } from "./specialSettings.tsx";
import { Trouble } from "./Trouble.tsx";

export function Settings() {
  const { settings, notices } = useApp();
  const view = settings.view.value;
  useEffect(() => {
    notices.announce(words.title);
    return settings.forget;
  }, [settings, notices]);
  if (!view) return <Trouble say={settings.trouble.value} again={settings.load} />;
  return (
    <main class="page settings" aria-label={words.title}>
      <h1 tabIndex={-1} ref={focusOnce}>
        {words.title}
      </h1>
      <section>
        <h2 class="heading">{words.appearance}</h2>
        <ThemeSetting theme={view.theme} />
        <AutoplaySetting on={view.autoplay} />
      </section>
      <section>
        <h2 class="heading">{words.memory}</h2>
        <RetentionSetting share={view.desiredRetention} />
      </section>
      <section>
        <h2 class="heading">{words.day}</h2>
        <NumberSetting name="newPerDay" label={words.newPerDay} help={words.newPerDayHelp} value={view.newPerDay} />
        <NumberSetting
          name="reviewsPerDay"
          label={words.reviewsPerDay}
          help={words.reviewsPerDayHelp}
          value={view.reviewsPerDay}
        />
        <HourSetting hour={view.rolloverHour} />
        <PaceSettings view={view} />
      </section>
      <section>
        <h2 class="heading">{words.learning}</h2>
        <StepsSetting
          name="learningSteps"
          label={words.learningSteps}
          help={words.learningStepsHelp}
          value={view.learningSteps}
        />
        <StepsSetting
          name="relearningSteps"
          label={words.relearningSteps}
          help={words.relearningStepsHelp}
          value={view.relearningSteps}
        />
        <NumberSetting name="learnAhead" label={words.learnAhead} help={words.learnAheadHelp} value={view.learnAhead} />
        <NumberSetting
          name="maximumInterval"
          label={words.maximumInterval}
          help={words.maximumIntervalHelp}
          value={view.maximumInterval}
        />
      </section>
      <StudySettings view={view} />
      <Data view={view} />
    </main>
  );
}

function Data({ view }: { view: SettingsView }) {
  return (
    <section>
      <h2 class="heading">{words.data}</h2>
      <dl class="facts">
        <dt>{words.folder}</dt>
        <dd>
          <code class="path">{view.folder}</code>
          <p class="help">{words.folderHelp}</p>
        </dd>
        <dt>{words.version}</dt>
        <dd>{view.version}</dd>
      </dl>
      <div class="page-actions">
        <CommandButton id="import" look="plain" />
        <CommandButton id="export" look="plain" />
        <CommandButton id="noteTypes" look="plain" />
        <CommandButton id="shortcuts" look="plain" />
      </div>
    </section>
  );
}
