import type { Rehearsal } from "../../state/transfer/rehearsal.ts";
import { importing as words } from "../../text/importing.ts";
import { focusOnce } from "../../ui/focusOnce.ts";
import { useApp } from "../context.ts";

/** What an import did, and where to go from there. */
export function Outcome({ file }: { file: Rehearsal }) {
  const app = useApp();
  const done = file.done.value;
  if (!done) return null;
  const isUndone = file.state.value === "undone";
  const deck = done.decks[0];
  const next = app.importing.ready.value[0];
  return (
    <section class="import-wait">
      {isUndone ? (
        <p class="report-headline">{words.undone}</p>
      ) : (
        <>
          <p class="report-headline">{words.done(done)}</p>
          <p class="sub">{words.inDecks(done.decks)}</p>
          <p class="sub">{words.doneMore(done)}</p>
        </>
      )}
      <div class="page-actions">
        {next ? (
          <>
            <button type="button" class="button primary" ref={focusOnce} onClick={app.importing.next}>
              {words.next(next.offered.name)}
            </button>
            {app.importing.ready.value.length > 1 && (
              <button type="button" class="button plain" onClick={() => void app.importing.importAll()}>
                {words.doAll(app.importing.ready.value.length)}
              </button>
            )}
            <button type="button" class="button plain" onClick={() => void app.importing.leave()}>
              {words.finish}
            </button>
          </>
        ) : (
          <button type="button" class="button primary" ref={focusOnce} onClick={() => void app.importing.leave()}>
            {words.finish}
          </button>
        )}
        {!isUndone && deck !== undefined && (
          <button type="button" class="button plain" onClick={() => void app.browseDeck(deck)}>
            {words.browseIt}
          </button>
        )}
        {isUndone && (
          <button type="button" class="button plain" onClick={() => void file.read()}>
            {words.again}
          </button>
        )}
      </div>
    </section>
  );
}
