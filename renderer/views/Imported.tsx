import type { ImportView } from "../../main/contract/views.ts";
import { imported as words } from "../text/notes.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { CommandButton } from "./CommandButton.tsx";
import { useApp } from "./context.ts";

/** What came in with the imported files, and each place that could not be understood. */
export function Imported({ views }: { views: readonly ImportView[] }) {
  const app = useApp();
  return (
    <Dialog title={words.title} onLeave={app.leaveDialog} tools={<CommandButton id="close" look="icon" />}>
      {views.map((view) => (
        <Report view={view} key={view.decks.join()} />
      ))}
      <footer class="dialog-actions">
        <button type="button" class="button primary" data-first="" onClick={app.close}>
          {words.close}
        </button>
      </footer>
    </Dialog>
  );
}

function Report({ view }: { view: ImportView }) {
  return (
    <section class="report">
      <p class="report-headline">{words.headline(view)}</p>
      <p class="sub">{words.decks(view.decks)}</p>
      {view.problems.length > 0 && (
        <>
          <p>{words.problems(view.problems.length)}</p>
          <table class="rows">
            <thead>
              <tr>
                <th scope="col">{words.line}</th>
                <th scope="col">{words.cause}</th>
              </tr>
            </thead>
            <tbody>
              {view.problems.map(({ line, cause }) => (
                <tr key={`${line} ${cause}`}>
                  <td>{line}</td>
                  <td>{cause}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
