import type { TargetedFocusEvent } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { NoteModel } from "../../state/note.ts";
import { browse as words } from "../../text/browse.ts";
import { note as noteWords } from "../../text/notes.ts";
import { useApp } from "../context.ts";
import { NoteForm } from "../writing/NoteForm.tsx";
import { Preview } from "../writing/Preview.tsx";
import { useHeldWindow } from "../writing/useHeldWindow.ts";

/** How long the selection rests until its note is read, in milliseconds: an arrow key that is held down reads none. */
const rest = 120;

/** The note of the selected row: its fields, and the cards it makes. */
export function Pane() {
  const { browse, pane } = useApp();
  const section = useRef<HTMLElement>(null);
  const wanted = browse.chosen.value === 1 ? (browse.current.value?.of.note ?? null) : null;
  useEffect(() => {
    const timer = setTimeout(() => void pane.show(wanted), rest);
    return () => clearTimeout(timer);
  }, [wanted, pane]);
  useEffect(() => () => void pane.show(null), [pane]);
  const note = pane.note.value;
  const opened = useCounter(note);
  const asked = useRef(pane.writing.value);
  useLayoutEffect(() => {
    if (asked.current === pane.writing.value) return;
    asked.current = pane.writing.value;
    section.current?.querySelector<HTMLElement>("[contenteditable=true], textarea, input")?.focus();
  });

  /** The keyboard leaves: what was written is saved. */
  function leave(event: TargetedFocusEvent<HTMLElement>): void {
    const to = event.relatedTarget;
    if (to instanceof Node && !event.currentTarget.contains(to)) void pane.save();
  }

  return (
    <section class="pane" aria-label={words.pane} ref={section} onFocusOut={leave}>
      <h2 class="unseen">{words.pane}</h2>
      {note ? (
        <Shown key={opened} note={note} isOther={note.view.id !== wanted} />
      ) : (
        <p class="help">{browse.chosen.value > 1 ? words.manyChosen : words.noPane}</p>
      )}
    </section>
  );
}

/** Grows with each other value: a note that is read anew is drawn anew. */
function useCounter(value: unknown): number {
  const last = useRef({ value, n: 0 });
  if (last.current.value !== value) last.current = { value, n: last.current.n + 1 };
  return last.current.n;
}

function Shown({ note, isOther }: { note: NoteModel; isOther: boolean }) {
  const { pane } = useApp();
  useHeldWindow(note.changed);
  return (
    <>
      <div class="pane-form">
        <p class="help">
          {note.view.typeName} · {note.view.deck.join(" › ")}
        </p>
        <NoteForm form={note.form} />
        {isOther && note.trouble.value !== null && (
          <div class="dialog-actions" role="alert">
            <span class="asking">{noteWords.unsaved}</span>
            <button type="button" class="button plain" onClick={() => void pane.discard()}>
              {noteWords.discard}
            </button>
          </div>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a stop for Tab, so that the keyboard can scroll it */}
      {/* biome-ignore lint/a11y/useSemanticElements: these are no fields */}
      <div class="pane-cards" role="group" aria-label={words.paneCards} tabIndex={0}>
        <Preview assist={note.assist} />
      </div>
    </>
  );
}
