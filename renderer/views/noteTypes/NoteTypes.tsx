import { useEffect, useLayoutEffect } from "preact/hooks";
import { noteTypes as words } from "../../text/noteTypes.ts";
import { focusOnce } from "../../ui/focusOnce.ts";
import { useApp } from "../context.ts";
import { Trouble } from "../Trouble.tsx";
import { TypeEditor } from "./TypeEditor.tsx";
import { TypeList } from "./TypeList.tsx";

/** The screen of note types: all of them, and the one that is open. */
export function NoteTypes() {
  const { noteTypes, notices } = useApp();
  const { rows, trouble, draft } = noteTypes;
  useEffect(() => {
    notices.announce(words.title);
    return noteTypes.leave;
  }, [noteTypes, notices]);
  // A closing window is held back while something is unsaved; the shell then asks what to do.
  useLayoutEffect(() => {
    const hold = (event: BeforeUnloadEvent) => draft.value?.changed.value && event.preventDefault();
    window.addEventListener("beforeunload", hold);
    return () => window.removeEventListener("beforeunload", hold);
  }, [draft]);
  if (!rows.value) return <Trouble say={trouble.value} again={noteTypes.load} />;
  return (
    <main class="page types" aria-label={words.title}>
      <aside class="types-side">
        <h1 tabIndex={-1} ref={focusOnce}>
          {words.title}
        </h1>
        <TypeList rows={rows.value} />
      </aside>
      {draft.value && <TypeEditor key={draft.value.saved.value.id} draft={draft.value} />}
    </main>
  );
}
