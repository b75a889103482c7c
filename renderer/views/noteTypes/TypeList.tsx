import type { NoteTypeRow } from "../../../main/contract/noteTypeEdits.ts";
import { noteTypes as words } from "../../text/noteTypes.ts";
import { useApp } from "../context.ts";

export function TypeList({ rows }: { rows: readonly NoteTypeRow[] }) {
  const app = useApp();
  const open = app.noteTypes.draft.value?.saved.value.id;
  return (
    <nav aria-label={words.list}>
      <ul class="types-list">
        {rows.map((row) => (
          <li key={row.type.id}>
            <button
              type="button"
              class="choice"
              aria-current={row.type.id === open ? "true" : undefined}
              onClick={() => app.noteTypes.choose(row.type.id)}
            >
              <span class="types-name">{row.type.name}</span>
              <span class="deck-size">
                {words.notes(row)}
                {row.edited && ` · ${words.edited}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="button plain" onClick={() => app.open({ kind: "newType" })}>
        {words.add}
      </button>
    </nav>
  );
}
