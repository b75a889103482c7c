import type { TransferProgress } from "../../../main/contract/transfer.ts";
import type { Rehearsal } from "../../state/transfer/rehearsal.ts";
import { importing as words } from "../../text/importing.ts";
import { focusOnce } from "../../ui/focusOnce.ts";
import { useApp } from "../context.ts";

/** A file that is being read, or could not be. */
export function Reading({ file }: { file: Rehearsal }) {
  const { importing } = useApp();
  const { offered, state, trouble } = file;
  const isRefused = state.value === "refused";
  return (
    <section class="import-wait" aria-busy={!isRefused}>
      {isRefused ? (
        <p class="report-headline" role="alert">
          {trouble.value}
        </p>
      ) : (
        <>
          <p class="report-headline">{state.value === "waiting" ? words.waiting : words.reading(offered.name)}</p>
          <p class="sub">{words.nothingYet}</p>
          {file.progress.value && <Progress of={file.progress.value} />}
        </>
      )}
      <div class="page-actions">
        {isRefused ? (
          <>
            <button type="button" class="button primary" ref={focusOnce} onClick={() => void importing.leave()}>
              {words.leave}
            </button>
            <button type="button" class="button plain" onClick={() => void file.read()}>
              {words.readAgain}
            </button>
          </>
        ) : state.value === "waiting" ? null : (
          <button type="button" class="button plain" ref={focusOnce} onClick={() => void file.stop()}>
            {words.stop}
          </button>
        )}
      </div>
    </section>
  );
}

/** How far a long task has come: the stage in words, and a bar where the end is known. */
export function Progress({ of }: { of: TransferProgress }) {
  return (
    <p class="import-progress">
      <progress {...(of.total > 0 ? { value: of.done, max: of.total } : {})} aria-label={words.progress} />
      <span>{words.stage(of)}</span>
    </p>
  );
}
