import type { ExportWhat } from "../../../main/contract/transfer.ts";
import { keyLabel } from "../../keys.ts";
import type { Exporting } from "../../state/transfer/exporting.ts";
import { exportFormats } from "../../state/transfer/formats.ts";
import { deckName } from "../../text/cells.ts";
import { exporting as words } from "../../text/exporting.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Field } from "../../ui/Field.tsx";
import { focusOnce } from "../../ui/focusOnce.ts";
import { Kbd } from "../../ui/Kbd.tsx";
import { Tick } from "../browse/bulkFields.tsx";
import { CommandButton } from "../CommandButton.tsx";
import { useApp } from "../context.ts";
import { Choose } from "./Choose.tsx";
import { Progress } from "./Reading.tsx";

/** Takes decks out: what, as what, with what; what the format cannot hold is said before and after. */
export function Export({ exporting }: { exporting: Exporting }) {
  const app = useApp();
  return (
    <Dialog title={words.title} wide onLeave={app.leaveDialog} tools={<CommandButton id="close" look="icon" />}>
      {exporting.done.value ? <Done exporting={exporting} /> : <Form exporting={exporting} />}
    </Dialog>
  );
}

const key = (what: ExportWhat): string =>
  what.of === "deck" ? `deck ${what.deck}` : what.of === "search" ? `search ${what.query}` : "all";

function Form({ exporting }: { exporting: Exporting }) {
  const app = useApp();
  const { spec, set, has, running, ready } = exporting;
  const { what, format } = spec.value;
  const decks = app.today.view.value?.decks ?? [];
  const choices: [ExportWhat, string][] = [
    [{ of: "all" }, words.everything],
    ...exporting.finds.map(({ query, text }): [ExportWhat, string] => [{ of: "search", query }, text]),
    ...decks.map(({ id, path }): [ExportWhat, string] => [{ of: "deck", deck: id }, deckName(path.join("::"))]),
  ];
  return (
    <form
      class="export"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready.value) void exporting.save();
      }}
    >
      <Field label={words.what}>
        {(wiring) => (
          <select
            {...wiring}
            class="input"
            data-first=""
            disabled={running.value}
            value={key(what)}
            onChange={({ currentTarget: { value } }) => {
              const picked = choices.find(([each]) => key(each) === value);
              if (picked) set({ what: picked[0] });
            }}
          >
            {choices.map(([each, text]) => (
              <option key={key(each)} value={key(each)}>
                {text}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Choose
        label={words.format}
        help={words.about(format)}
        options={exportFormats.map((each) => [each, words.formatName(each)])}
        value={format}
        onPick={(each) => set({ format: each })}
      />
      <div class="export-options">
        {(["schedule", "presets", "media", "older", "html"] as const).filter(has).map((option) => (
          <Tick
            key={option}
            label={words[option]}
            on={spec.value[option]}
            disabled={running.value}
            onChange={(on) => set({ [option]: on })}
          />
        ))}
      </div>
      <Preview exporting={exporting} />
      <p class="trouble" role="alert">
        {exporting.trouble.value}
      </p>
      {exporting.progress.value && <Progress of={exporting.progress.value} />}
      <footer class="dialog-actions">
        <button
          type="button"
          class="button plain"
          onClick={() => (running.value ? void exporting.stop() : app.leaveDialog())}
        >
          {words.cancel}
        </button>
        <button type="submit" class="button primary" disabled={!ready.value}>
          {running.value ? words.running : words.save} <Kbd>{keyLabel("Mod+Enter", app.mac)}</Kbd>
        </button>
      </footer>
    </form>
  );
}

function Preview({ exporting }: { exporting: Exporting }) {
  const view = exporting.preview.value;
  return (
    <div class="export-preview" role="status">
      {view ? (
        <>
          <p>{view.notes === 0 ? words.nothing : `${words.preview(view)}.`}</p>
          <Losses losses={view.losses} heading={words.losses} />
        </>
      ) : (
        !exporting.trouble.value && <p>{words.counting}</p>
      )}
    </div>
  );
}

function Losses({ losses, heading }: { losses: readonly string[]; heading: string }) {
  if (losses.length === 0) return <p class="help">{words.noLosses}</p>;
  return (
    <>
      <p class="export-losses">{heading}</p>
      <ul class="losses">
        {losses.map((loss) => (
          <li key={loss}>{loss}</li>
        ))}
      </ul>
    </>
  );
}

function Done({ exporting }: { exporting: Exporting }) {
  const app = useApp();
  const done = exporting.done.value;
  if (!done) return null;
  return (
    <>
      <p class="report-headline" role="status">
        {words.saved(done.notes)}
      </p>
      <p>
        {words.savedAt} <bdi class="path">{done.path}</bdi>
      </p>
      <Losses losses={done.losses} heading={words.leftOut} />
      <footer class="dialog-actions">
        <button
          type="button"
          class="button plain"
          onClick={() => {
            exporting.done.value = null;
          }}
        >
          {words.another}
        </button>
        <button type="button" class="button primary" ref={focusOnce} onClick={app.leaveDialog}>
          {words.close}
        </button>
      </footer>
    </>
  );
}
