import type { ImportsModel, PastImport } from "../../state/transfer/imports.ts";
import { deckName } from "../../text/cells.ts";
import { moment } from "../../text/dates.ts";
import { imports as words } from "../../text/imports.ts";
import { list } from "../../text/numbers.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { focusOnce } from "../../ui/focusOnce.ts";
import { CommandButton } from "../CommandButton.tsx";
import { useApp } from "../context.ts";

/** Everything that was imported; each can be taken out again, but for what was touched since. */
export function ImportHistory({ imports }: { imports: ImportsModel }) {
  const app = useApp();
  return (
    <Dialog
      title={imports.asked.value ? words.asks(imports.asked.value.of.file) : words.title}
      wide
      onLeave={app.leaveDialog}
      tools={<CommandButton id="close" look="icon" />}
    >
      {imports.asked.value ? <Question imports={imports} /> : <List imports={imports} />}
    </Dialog>
  );
}

function List({ imports }: { imports: ImportsModel }) {
  const all = imports.list;
  return (
    <>
      {all.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <table class="rows import-history">
          <thead>
            <tr>
              <th scope="col">{words.columns.at}</th>
              <th scope="col">{words.columns.file}</th>
              <th scope="col">{words.columns.decks}</th>
              <th scope="col">{words.columns.came}</th>
              <th scope="col">
                <span class="unseen">{words.columns.act}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {all.map((each) => (
              <Line key={each.id} imports={imports} of={each} />
            ))}
          </tbody>
        </table>
      )}
      <p class="trouble" role="alert">
        {imports.trouble.value}
      </p>
    </>
  );
}

function Line({ imports, of }: { imports: ImportsModel; of: PastImport }) {
  return (
    <tr class={of.removed ? "import-gone" : undefined}>
      <td>{moment(of.at)}</td>
      <td>{of.file}</td>
      <td>{list(of.decks.slice(0, 3).map(deckName))}</td>
      <td>{of.removed ? words.removed(moment(of.removed.at), of.removed.notes) : words.came(of)}</td>
      <td>
        {!of.removed && (
          <button
            type="button"
            class="button link"
            aria-label={words.removeOf(of.file)}
            onClick={() => void imports.ask(of)}
          >
            {words.remove}
          </button>
        )}
      </td>
    </tr>
  );
}

function Question({ imports }: { imports: ImportsModel }) {
  const app = useApp();
  const asked = imports.asked.value;
  if (!asked) return null;
  const { notes, restored, touched, decks, media } = asked.effects;
  const sentences = [words.goes(notes), words.back(restored), words.stays(touched), words.along(decks, media)];
  return (
    <>
      <ul class="removal">
        {sentences.filter(Boolean).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p class="trouble" role="alert">
        {imports.trouble.value}
      </p>
      <footer class="dialog-actions">
        <button type="button" class="button plain" ref={focusOnce} onClick={imports.keep}>
          {words.keep}
        </button>
        <button type="button" class="button primary grave" onClick={() => void app.removeImport()}>
          {words.doIt(notes)}
        </button>
      </footer>
    </>
  );
}
