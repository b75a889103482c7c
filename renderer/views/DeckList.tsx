import { ChevronRight, Upload } from "lucide";
import type { DeckView } from "../../main/contract/views.ts";
import { type DeckNode, deckTree } from "../state/tree.ts";
import { number } from "../text/numbers.ts";
import { today as words } from "../text/today.ts";
import { Icon } from "../ui/Icon.tsx";
import { useApp } from "./context.ts";

export function DeckList({ decks }: { decks: readonly DeckView[] }) {
  return (
    <section class="decks" aria-labelledby="decks">
      <h2 class="heading" id="decks">
        {words.decks}
      </h2>
      <Rows nodes={deckTree(decks)} />
    </section>
  );
}

function Rows({ nodes }: { nodes: readonly DeckNode[] }) {
  return (
    <ul>
      {nodes.map((node) => (
        <Row node={node} key={node.deck.id} />
      ))}
    </ul>
  );
}

function Row({ node: { deck, name, inner } }: { node: DeckNode }) {
  const app = useApp();
  const open = app.today.unfolded.value.has(deck.id);
  return (
    <li>
      <div class="deck">
        {inner.length > 0 && (
          <button
            type="button"
            class="tool fold"
            aria-expanded={open}
            aria-label={open ? words.fold(name) : words.unfold(name)}
            onClick={() => app.today.fold(deck.id)}
          >
            <Icon of={ChevronRight} />
          </button>
        )}
        <button type="button" class="deck-study" onClick={() => void app.study(deck.id)}>
          <span class="deck-name">{name}</span>
          <span class="deck-size">{words.cards(deck)}</span>
          <Counts deck={deck} />
        </button>
        <button
          type="button"
          class="tool quiet"
          aria-label={words.exportDeck(name)}
          data-tip={words.exportDeck(name)}
          onClick={() => void app.exportDeck(deck.id)}
        >
          <Icon of={Upload} />
        </button>
      </div>
      {inner.length > 0 && open && (
        <>
          {deck.description && <p class="deck-about">{deck.description}</p>}
          <Rows nodes={inner} />
        </>
      )}
    </li>
  );
}

function Counts({ deck: { due, fresh } }: { deck: DeckView }) {
  if (due + fresh === 0) return <span class="deck-counts none">{words.nothingDue}</span>;
  return (
    <span class="deck-counts">
      {due > 0 && (
        <>
          <strong>{number(due)}</strong> {words.due}
        </>
      )}
      {due > 0 && fresh > 0 && " · "}
      {fresh > 0 && `${number(fresh)} ${words.fresh}`}
    </span>
  );
}
