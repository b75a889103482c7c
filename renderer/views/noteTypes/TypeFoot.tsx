import type { TypeDraft } from "../../state/noteTypes/draft.ts";
import { noteTypes as words } from "../../text/noteTypes.ts";
import { focusOnce } from "../../ui/focusOnce.ts";
import { CommandButton } from "../CommandButton.tsx";
import { useApp } from "../context.ts";

/** What saving would do, said before it is done; or what is asked first. */
export function TypeFoot({ draft }: { draft: TypeDraft }) {
  const { noteTypes } = useApp();
  return (
    <footer class="type-foot">
      <p class="trouble" role="alert">
        {draft.trouble.value}
      </p>
      {noteTypes.deleting.value ? (
        <Deleting draft={draft} />
      ) : noteTypes.asking.value ? (
        <Unsaved />
      ) : draft.changed.value ? (
        <Changed draft={draft} />
      ) : (
        <Saved draft={draft} />
      )}
    </footer>
  );
}

function Changed({ draft }: { draft: TypeDraft }) {
  const view = draft.view.value;
  const refusals = view?.problems.filter(({ refuses }) => refuses).length ?? 0;
  return (
    <div class="type-actions">
      <p class={view && view.effects.go + view.effects.texts > 0 ? "effects warns" : "effects"} role="status">
        {refusals > 0 ? words.mend(refusals) : view && words.effects(view.effects)}
      </p>
      <button type="button" class="button plain" onClick={draft.discard}>
        {words.discard}
      </button>
      <CommandButton id="saveType" look="primary" />
    </div>
  );
}

/** What can be done with a type that is as it was saved. */
function Saved({ draft }: { draft: TypeDraft }) {
  const app = useApp();
  const row = app.noteTypes.rowOf(draft.saved.value.id);
  return (
    <div class="type-actions">
      <p class="effects" role="status" />
      {row?.edited && (
        <button type="button" class="button plain" onClick={() => void draft.shape({ kind: "restore" })}>
          {words.restore}
        </button>
      )}
      {row && row.notes > 0 && (
        <button type="button" class="button plain" onClick={() => void app.types.changeTypeOfAll()}>
          {words.changeAll(row.notes)}
        </button>
      )}
      {row && !row.stock && (
        <button type="button" class="button plain" onClick={() => void app.types.deleteType()}>
          {words.remove}
        </button>
      )}
      <button
        type="button"
        class="button plain"
        onClick={() => app.open({ kind: "newType", copy: draft.saved.value.id })}
      >
        {words.copy}
      </button>
    </div>
  );
}

function Unsaved() {
  const { noteTypes } = useApp();
  return (
    <div class="type-actions" role="alert">
      <span class="effects">{words.unsaved}</span>
      <button type="button" class="button plain" onClick={noteTypes.discard}>
        {words.throwAway}
      </button>
      <button type="button" class="button plain" ref={focusOnce} onClick={noteTypes.keep}>
        {words.keep}
      </button>
      <CommandButton id="saveType" look="primary" />
    </div>
  );
}

function Deleting({ draft }: { draft: TypeDraft }) {
  const app = useApp();
  const { name, id } = draft.saved.value;
  const notes = app.noteTypes.rowOf(id)?.notes ?? 0;
  return (
    <div class="type-actions" role="alert">
      <span class="effects warns">{words.askDelete(name, notes)}</span>
      <button
        type="button"
        class="button plain"
        ref={focusOnce}
        onClick={() => {
          app.noteTypes.deleting.value = false;
        }}
      >
        {words.cancel}
      </button>
      <button type="button" class="button plain danger" onClick={() => void app.types.deleteType(true)}>
        {words.deleteAll(notes)}
      </button>
    </div>
  );
}
