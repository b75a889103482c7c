import { writing as words } from "../../text/writing.ts";
import { useApp } from "../context.ts";

/** Offers what was being written when Mneme ended in the middle of it. */
export function DraftOffer() {
  const app = useApp();
  const draft = app.draft.value;
  if (!draft) return null;
  const deck = app.today.view.value?.decks.find(({ id }) => id === draft.deck);
  return (
    <div class="draft-offer" role="status">
      <span>{words.draft(deck?.path ?? [], draft.note === null)}</span>
      <button type="button" class="button link" onClick={() => void app.resumeDraft()}>
        {words.goOn}
      </button>
      <button type="button" class="button link" onClick={() => void app.dropDraft()}>
        {words.throwAway}
      </button>
    </div>
  );
}
