import { keyLabel } from "../../keys.ts";
import type { Rehearsal } from "../../state/transfer/rehearsal.ts";
import { importing as words } from "../../text/importing.ts";
import { focusOnce } from "../../ui/focusOnce.ts";
import { Kbd } from "../../ui/Kbd.tsx";
import { useApp } from "../context.ts";
import { Progress } from "./Reading.tsx";

/** The buttons that import, and say what they will do; or how far that has come. */
export function ImportFoot({ file }: { file: Rehearsal }) {
  const app = useApp();
  const { importing } = app;
  const { state, trouble, brings, isStale, progress } = file;
  const isRunning = state.value === "importing";
  return (
    <footer class="import-foot">
      <p class={trouble.value ? "asking trouble" : "asking help"}>
        <span role="alert">{trouble.value}</span>
        <span role="status">
          {trouble.value
            ? ""
            : isRunning
              ? words.running(file.offered.name)
              : isStale.value
                ? words.readingAgain
                : words.nothingYet}
        </span>
      </p>
      {progress.value && <Progress of={progress.value} />}
      {importing.asking.value ? (
        <Asking />
      ) : isRunning ? (
        <button type="button" class="button plain" onClick={() => void file.stop()}>
          {words.stop}
        </button>
      ) : (
        <>
          <button type="button" class="button plain" onClick={() => void importing.leave()}>
            {words.leave}
          </button>
          {importing.ready.value.length > 1 && (
            <button
              type="button"
              class="button plain"
              data-command="importAll"
              onClick={() => void importing.importAll()}
            >
              {words.doAll(importing.ready.value.length)}
            </button>
          )}
          <button
            type="button"
            class="button primary"
            data-command="importIt"
            disabled={isStale.value}
            onClick={() => void importing.importIt()}
          >
            {brings.value > 0 ? words.doIt(brings.value) : words.doOther} <Kbd>{keyLabel("Mod+Enter", app.mac)}</Kbd>
          </button>
        </>
      )}
    </footer>
  );
}

function Asking() {
  const { importing } = useApp();
  return (
    <>
      <span role="alert">{words.asking}</span>
      <button type="button" class="button plain" onClick={() => void importing.leaveNow()}>
        {words.leaveNow}
      </button>
      <button type="button" class="button primary" ref={focusOnce} onClick={() => void importing.leave()}>
        {words.stay}
      </button>
    </>
  );
}
