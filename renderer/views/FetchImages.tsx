import { useEffect } from "preact/hooks";
import type { FetchingModel } from "../state/fetching.ts";
import { fetching as words } from "../text/fetching.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { focusOnce } from "../ui/focusOnce.ts";
import { CommandButton } from "./CommandButton.tsx";
import { useApp } from "./context.ts";

/** Asks whether the images of a deck may be fetched, naming who is asked; then shows how far it has come. */
export function FetchImages({ fetching }: { fetching: FetchingModel }) {
  const app = useApp();
  const { remote, state, trouble } = fetching;
  // Whoever closes the dialog wants no more of it.
  useEffect(() => () => fetching.leave(), [fetching]);
  return (
    <Dialog
      title={words.title(state.value, remote.urls.length, remote.deck)}
      onLeave={app.leaveDialog}
      tools={<CommandButton id="close" look="icon" />}
    >
      {state.value === "asking" && <Question fetching={fetching} />}
      {state.value === "running" && <Running fetching={fetching} />}
      {state.value === "done" && <Outcome fetching={fetching} />}
      <p class="trouble" role="alert">
        {trouble.value}
      </p>
    </Dialog>
  );
}

function Question({ fetching }: { fetching: FetchingModel }) {
  const app = useApp();
  const { hosts, urls } = fetching.remote;
  return (
    <>
      <p>{urls.length > 0 ? words.hosts : words.nothing}</p>
      <ul class="hosts">
        {hosts.map(({ host, count }) => (
          <li key={host}>
            <bdi dir="ltr">{host}</bdi> <span class="host-count">{words.host(count)}</span>
          </li>
        ))}
      </ul>
      {urls.length > 0 && <p class="sub">{words.once}</p>}
      <footer class="dialog-actions">
        <button type="button" class="button plain" onClick={app.leaveDialog} data-first="">
          {words.cancel}
        </button>
        {urls.length > 0 && (
          <button type="button" class="button primary" onClick={() => void app.fetchImages()}>
            {words.fetch}
          </button>
        )}
      </footer>
    </>
  );
}

function Running({ fetching }: { fetching: FetchingModel }) {
  const { done, total } = fetching.progress.value;
  return (
    <>
      <p class="fetch-progress">
        <progress value={done} max={Math.max(1, total)} aria-label={words.progressLabel} />
        <span>{words.progress(done, total)}</span>
      </p>
      <footer class="dialog-actions">
        <button type="button" class="button plain" ref={focusOnce} onClick={() => void fetching.stop()}>
          {words.stop}
        </button>
      </footer>
    </>
  );
}

function Outcome({ fetching }: { fetching: FetchingModel }) {
  const app = useApp();
  const { done, total, failed } = fetching.progress.value;
  return (
    <>
      <p role="status">{words.came(fetching.progress.value)}</p>
      {failed.length > 0 && (
        <>
          <p>{words.failed(failed.length)}</p>
          <ul class="hosts" aria-label={words.failed(failed.length)}>
            {words.failures(failed).map(({ of, count, why }) => (
              <li key={`${of} ${why}`}>
                <bdi dir="ltr">{of}</bdi> {count && <span class="host-count">{count}</span>}: {why}
              </li>
            ))}
          </ul>
        </>
      )}
      <footer class="dialog-actions">
        {done < total && (
          <button type="button" class="button plain" onClick={() => void app.fetchImages()}>
            {words.again}
          </button>
        )}
        <button type="button" class="button primary" ref={focusOnce} onClick={app.leaveDialog}>
          {words.close}
        </button>
      </footer>
    </>
  );
}
