import type { Adding } from "../../state/adding.ts";
import { writing as words } from "../../text/writing.ts";
import { useApp } from "../context.ts";

/** What was added in this sitting, the latest first. */
export function AddedNotes({ adding }: { adding: Adding }) {
  const app = useApp();
  const added = adding.added.value;
  return (
    <section class="preview" aria-labelledby="added-notes">
      <h3 class="heading" id="added-notes">
        {words.history}
      </h3>
      {added.length === 0 && <p class="help">{words.historyEmpty}</p>}
      <ul class="added-notes">
        {added.map((note) => (
          <li key={note.id}>
            <span class="added-title">{words.titleOf(note)}</span>
            <span class="faint">
              {note.typeName} · {note.deck.join(" › ")} ·{" "}
              <button type="button" class="button link" onClick={() => void app.openNote(note.id)}>
                {words.edit}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
