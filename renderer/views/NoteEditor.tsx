import type { NoteModel } from "../state/note.ts";
import { note as words } from "../text/notes.ts";
import { writing } from "../text/writing.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { CommandButton } from "./CommandButton.tsx";
import { useApp } from "./context.ts";
import { Hints } from "./writing/Advice.tsx";
import { DeckPicker } from "./writing/DeckPicker.tsx";
import { Leaving } from "./writing/Leaving.tsx";
import { FormFoot, NoteForm } from "./writing/NoteForm.tsx";
import { Preview } from "./writing/Preview.tsx";
import { useHeldWindow } from "./writing/useHeldWindow.ts";

/** Edits a note in place, over whatever is on the screen. */
export function NoteEditor({ note }: { note: NoteModel }) {
  const app = useApp();
  const { view, form } = note;
  useHeldWindow(note.changed);
  return (
    <Dialog title={words.title} full onLeave={app.leaveDialog} tools={<CommandButton id="close" look="icon" />}>
      <div class="writing">
        <div class="writing-form">
          <div class="pickers">
            <p class="sub">{view.typeName}</p>
            <DeckPicker decks={note.decks} value={note.deck.value} onPick={note.pickDeck} />
          </div>
          <NoteForm form={form} below={(field) => <Hints field={field} assist={note.assist} />} />
        </div>
        <Preview assist={note.assist} />
      </div>
      {note.asking.value ? (
        <Leaving
          asking={note.asking}
          words={{ unsaved: words.unsaved, discard: words.discard, keep: words.keep }}
          save="save"
        />
      ) : (
        <Actions note={note} />
      )}
    </Dialog>
  );
}

function Actions({ note }: { note: NoteModel }) {
  const app = useApp();
  return (
    <FormFoot form={note.form} said={note.isKept ? writing.kept : ""}>
      <button type="button" class="button plain" onClick={app.leaveDialog}>
        {words.cancel}
      </button>
      <CommandButton id="save" look="primary" />
    </FormFoot>
  );
}
