import { Pin, PinOff } from "lucide";
import { useEffect, useRef } from "preact/hooks";
import type { Adding } from "../../state/adding.ts";
import type { FieldModel } from "../../state/field.ts";
import { writing as words } from "../../text/writing.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Picker } from "../../ui/Picker.tsx";
import { CommandButton } from "../CommandButton.tsx";
import { useApp } from "../context.ts";
import { AddedNotes } from "./AddedNotes.tsx";
import { Hints, Twins } from "./Advice.tsx";
import { DeckPicker } from "./DeckPicker.tsx";
import { Leaving } from "./Leaving.tsx";
import { FormFoot, NoteForm } from "./NoteForm.tsx";
import { Preview } from "./Preview.tsx";
import { useHeldWindow } from "./useHeldWindow.ts";

/** Adds notes, one after the other. */
export function AddNote({ adding }: { adding: Adding }) {
  const app = useApp();
  const { form, assist } = adding.page.value;
  useHeldWindow(adding.isWritten);
  useNextPage(adding);
  const tools = (
    <span class="tools">
      <CommandButton id="added" look="icon" />
      <CommandButton id="close" look="icon" />
    </span>
  );
  return (
    <Dialog title={words.add} full onLeave={app.leaveDialog} tools={tools}>
      <div class="writing">
        <div class="writing-form">
          <div class="pickers">
            <Picker
              label={words.type}
              options={adding.types.map(({ id, name }) => ({ id, text: name }))}
              value={adding.type.value}
              onPick={(id) => void adding.pickType(id)}
            />
            <DeckPicker decks={adding.decks} value={adding.deck.value} onPick={adding.pickDeck} />
          </div>
          <NoteForm
            key={form}
            form={form}
            beside={(field) => <PinButton adding={adding} field={field} />}
            below={(field) => (
              <>
                {field === form.fields[0] && <Twins assist={assist} />}
                <Hints field={field} assist={assist} />
              </>
            )}
          />
        </div>
        {adding.isHistory.value ? <AddedNotes adding={adding} /> : <Preview assist={assist} />}
      </div>
      {adding.asking.value ? (
        <Leaving
          asking={adding.asking}
          words={{ unsaved: words.unsaved, discard: words.discard, keep: words.keep }}
          save="addNote"
        />
      ) : (
        <FormFoot form={form} said={adding.said.value}>
          <button type="button" class="button plain" onClick={app.leaveDialog}>
            {words.close}
          </button>
          <CommandButton id="addNote" look="primary" />
        </FormFoot>
      )}
    </Dialog>
  );
}

/** Each new page begins in its first field. */
function useNextPage(adding: Adding): void {
  const { form } = adding.page.value;
  const first = useRef(form);
  useEffect(() => {
    if (form === first.current) return;
    first.current = form;
    document.querySelector<HTMLElement>("dialog [data-first]")?.focus();
  }, [form]);
}

function PinButton({ adding, field }: { adding: Adding; field: FieldModel }) {
  const isPinned = adding.pinned.value.has(field.id);
  return (
    <button
      type="button"
      class="tool pin"
      aria-pressed={isPinned}
      aria-label={words.pin(field.label)}
      data-tip={`${words.pinTip}  F9`}
      tabIndex={-1}
      onClick={() => adding.pin(field.id)}
    >
      <Icon of={isPinned ? Pin : PinOff} />
    </button>
  );
}
