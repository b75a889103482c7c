import type { EmptyCardsModel } from "../../state/noteTypes/emptyCards.ts";
import { emptyCards as words } from "../../text/noteTypes.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { CommandButton } from "../CommandButton.tsx";
import { useApp } from "../context.ts";

/** Notes listed at once; the others are chosen all the same. */
const most = 300;

/** Shows which cards are no longer made, and asks which of them shall be forgotten. */
export function EmptyCards({ empty }: { empty: EmptyCardsModel }) {
  const app = useApp();
  const { found, kept, chosen } = empty;
  return (
    <Dialog title={words.title} wide onLeave={app.leaveDialog} tools={<CommandButton id="close" look="icon" />}>
      <p class="sub">{found.length === 0 ? words.none : words.about}</p>
      {found.length > 0 && (
        <ul class="checks empty-cards">
          {found.slice(0, most).map(({ note, title, typeName, cards }) => (
            <li key={note}>
              <label>
                <input type="checkbox" checked={!kept.value.has(note)} onChange={() => empty.toggle(note)} />
                <span>
                  <span dir="auto">{title || words.untitled}</span>
                  <span class="help">{words.cards(typeName, cards)}</span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
      {found.length > most && <p class="help">{words.more(found.length - most)}</p>}
      <p class="trouble" role="alert">
        {empty.trouble.value}
      </p>
      <footer class="dialog-actions">
        {found.length > 0 && (
          <>
            <p class="effects" role="status">
              {words.effects(chosen.value)}
            </p>
            <CommandButton id="removeEmptyCards" look="primary" />
          </>
        )}
      </footer>
    </Dialog>
  );
}
