import { exported as words } from "../text/notes.ts";
import { today } from "../text/today.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { CommandButton } from "./CommandButton.tsx";
import { useApp } from "./context.ts";

/** Asks which deck to export; the row of a deck on Today does it without asking. */
export function ExportDeck() {
  const app = useApp();
  return (
    <Dialog title={words.title} onLeave={app.leaveDialog} tools={<CommandButton id="close" look="icon" />}>
      <p class="sub">{words.which}</p>
      <ul class="choices">
        {app.today.view.value?.decks.map((deck) => (
          <li key={deck.id}>
            <button type="button" class="choice" onClick={() => void app.exportDeck(deck.id)}>
              <span>{deck.path.join(" › ")}</span>
              <span class="deck-size">{today.cards(deck)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
