import { useId } from "preact/hooks";
import type { ImportedFile, ImportView, Problem } from "../../main/contract/views.ts";
import { imported as words } from "../text/notes.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { CommandButton } from "./CommandButton.tsx";
import { useApp } from "./context.ts";

/** What became of each imported file, and each place that could not be understood. */
export function Imported({ files }: { files: readonly ImportedFile[] }) {
  const app = useApp();
  const id = useId();
  const gist = (index: number) => `${id}-${index}`;
  return (
    <Dialog
      title={words.title}
      about={files.map((_, index) => gist(index)).join(" ")}
      onLeave={app.leaveDialog}
      tools={<CommandButton id="close" look="icon" />}
    >
      {files.map(({ name, view, say }, index) => (
        <section class="report" key={gist(index)}>
          <div id={gist(index)}>
            <h3 class="heading">{name}</h3>
            {view ? <Gist view={view} /> : <p class="report-headline">{say}</p>}
          </div>
          {view && view.problems.length > 0 && <Problems of={view.problems} />}
        </section>
      ))}
      <footer class="dialog-actions">
        <button type="button" class="button primary" data-first="" onClick={app.close}>
          {words.close}
        </button>
      </footer>
    </Dialog>
  );
}

function Gist({ view }: { view: ImportView }) {
  return (
    <>
      <p class="report-headline">{words.headline(view)}</p>
      <p class="sub">{words.decks(view.decks)}</p>
      {view.problems.length > 0 && <p>{words.problems(view)}</p>}
    </>
  );
}

function Problems({ of }: { of: readonly Problem[] }) {
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">{words.line}</th>
          <th scope="col">{words.cause}</th>
        </tr>
      </thead>
      <tbody>
        {of.map(({ line, cause }) => (
          <tr key={`${line} ${cause}`}>
            <td>{line}</td>
            <td>{cause}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
