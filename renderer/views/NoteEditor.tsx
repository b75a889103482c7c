import { useId, useLayoutEffect, useState } from "preact/hooks";
import type { NoteModel } from "../state/note.ts";
import { note as words } from "../text/notes.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Field } from "../ui/Field.tsx";
import { focusOnce } from "../ui/focusOnce.ts";
import { CommandButton } from "./CommandButton.tsx";
import { useApp } from "./context.ts";

/** Edits a note in place, over whatever is on the screen. */
export function NoteEditor({ note }: { note: NoteModel }) {
  const app = useApp();
  const { view } = note;
  const trouble = useId();
  useHeldWindow(note);
  return (
    <Dialog title={words.title} wide onLeave={app.leaveDialog} tools={<CommandButton id="close" look="icon" />}>
      <p class="sub">
        {view.typeName} · {view.deck.join(" › ")}
      </p>
      <form class="editor" onSubmit={(event) => event.preventDefault()}>
        {view.fields.map((field, index) => (
          <Field key={field.name} label={field.name} help={field.help}>
            {(wiring) => (
              <textarea
                {...wiring}
                {...(note.refused.value === field.name && refusedBy(trouble, wiring["aria-describedby"]))}
                class="input grows"
                rows={1}
                data-first={index === 0 ? "" : undefined}
                value={note.fields.value[field.name]}
                onInput={(event) => note.write(field.name, event.currentTarget.value)}
              />
            )}
          </Field>
        ))}
        <Field label={words.tags} help={words.tagsHelp}>
          {(wiring) => (
            <input
              {...wiring}
              class="input"
              type="text"
              value={note.tags.value}
              onInput={(event) => {
                note.tags.value = event.currentTarget.value;
              }}
            />
          )}
        </Field>
      </form>
      <p class="trouble" role="alert" id={trouble}>
        {note.trouble.value}
      </p>
      {note.asking.value ? <Unsaved note={note} /> : <Actions />}
    </Dialog>
  );
}

const refusedBy = (cause: string, help: string) => ({ "aria-invalid": true, "aria-describedby": `${help} ${cause}` });

/** Holds a closing window back while text is unsaved; the shell then asks what to do. */
function useHeldWindow(note: NoteModel): void {
  useLayoutEffect(() => {
    const hold = (event: BeforeUnloadEvent) => note.changed.value && event.preventDefault();
    window.addEventListener("beforeunload", hold);
    return () => window.removeEventListener("beforeunload", hold);
  }, [note]);
}

function Actions() {
  const app = useApp();
  return (
    <footer class="dialog-actions">
      <button type="button" class="button plain" onClick={app.leaveDialog}>
        {words.cancel}
      </button>
      <CommandButton id="save" look="primary" />
    </footer>
  );
}

/** Gives the focus back to where the person was writing, once they go on. */
function useReturn(note: NoteModel): void {
  const [writing] = useState(() => document.activeElement);
  useLayoutEffect(
    () => () => {
      const back = writing?.isConnected ? writing : document.querySelector("dialog [data-first]");
      if (!note.asking.value && back instanceof HTMLElement) back.focus();
    },
    [note, writing],
  );
}

function Unsaved({ note }: { note: NoteModel }) {
  const app = useApp();
  useReturn(note);
  const keep = () => {
    note.asking.value = false;
  };
  return (
    <div class="dialog-actions" role="alert">
      <span class="asking">{words.unsaved}</span>
      <button type="button" class="button plain" onClick={app.close}>
        {words.discard}
      </button>
      <button type="button" class="button plain" ref={focusOnce} onClick={keep}>
        {words.keep}
      </button>
      <CommandButton id="save" look="primary" />
    </div>
  );
}
