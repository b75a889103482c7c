import { ChevronRight, Ellipsis } from "lucide";
import { useState } from "preact/hooks";
import type { DeckView } from "../../main/contract/views.ts";
import { type DeckNode, deckTree } from "../state/tree.ts";
import { mirrors as mirrorWords } from "../text/mirrors.ts";
import { number } from "../text/numbers.ts";
import { today as words } from "../text/today.ts";
import { Icon } from "../ui/Icon.tsx";
import { Menu } from "../ui/Menu.tsx";
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
  const mirror = app.mirrors.of(deck.id);
  const told = mirror ? mirrorWords.say(mirror) : "";
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
        <Options deck={deck} name={name} />
      </div>
      {told && (
        <p class="deck-about">
          {told}{" "}
          {(mirror?.news || mirror?.state === "outside") && (
            <button type="button" class="button link" onClick={() => void app.mirrors.look(deck.id)}>
              {mirrorWords.look}
            </button>
          )}
        </p>
      )}
      {inner.length > 0 && open && (
        <>
          {deck.description && <p class="deck-about">{deck.description}</p>}
          <Rows nodes={inner} />
        </>
      )}
    </li>
  );
}

/** What else can be done with a deck. */
function Options({ deck: { id, path }, name }: { deck: DeckView; name: string }) {
  const app = useApp();
  const [at, setAt] = useState<DOMRect | null>(null);
  const whole = path.join("::");
  const mirror = app.mirrors.of(id);
  const place = { kind: "deck" as const, query: "", deck: id, name: whole };
  return (
    <>
      <button
        type="button"
        class="tool quiet"
        aria-haspopup="menu"
        aria-expanded={at !== null}
        aria-label={words.options(name)}
        data-tip={words.options(name)}
        onClick={(event) => {
          void app.mirrors.load();
          setAt(event.currentTarget.getBoundingClientRect());
        }}
      >
        <Icon of={Ellipsis} />
      </button>
      {at && (
        <Menu
          label={words.options(name)}
          x={at.left}
          y={at.bottom}
          onClose={() => setAt(null)}
          items={[
            { id: "browse", text: words.browseDeck, run: () => void app.browseDeck(whole) },
            {
              ...{ id: "rename", text: words.renameDeck, apart: true },
              run: () => app.ask({ kind: "renameDeck", deck: id, name: whole }),
            },
            { id: "new", text: words.newInside, run: () => app.ask({ kind: "newDeck", outer: whole }) },
            { id: "export", text: words.exportIt, run: () => void app.openExport(id) },
            mirror
              ? { id: "mirror", text: mirrorWords.end(mirror.folder), run: () => void app.mirrors.end(id) }
              : { id: "mirror", text: mirrorWords.begin, run: () => void app.mirrors.begin(id) },
            { id: "delete", text: words.deleteDeck, run: () => void app.organise.remove(place) },
          ]}
        />
      )}
    </>
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
