import { useComputed } from "@preact/signals";
import { movedName, type Place, placesOf, renamed } from "../../state/browse/places.ts";
import { places as words } from "../../text/places.ts";
import { Tree } from "../../ui/tree/Tree.tsx";
import { useApp } from "../context.ts";

/** The tree beside the list: a press searches; decks, tags and saved searches are put in order here. */
export function PlacesTree() {
  const { browse, organise, actions, notices } = useApp();
  const places = useComputed(() => (browse.sidebar.value ? placesOf(browse.sidebar.value) : null)).value;
  if (!places) return <div class="places" aria-busy="true" />;
  const { nodes, byId } = places;

  /** Where something would be put: into another of its kind, or at the top by way of their heading. */
  const target = (id: string, into: string | null): Place | null | undefined => {
    const kind = byId.get(id)?.kind;
    return into === null || into === (kind === "deck" ? "decks" : "tags") ? null : byId.get(into);
  };

  function rename(id: string, text: string): void {
    const place = byId.get(id);
    if (place?.kind === "deck") void organise.renameDeck(place.deck, renamed(place.name, text));
    else if (place?.kind === "tag") void organise.renameTag(place.name, renamed(place.name, text));
    else if (place?.kind === "saved") void organise.renameSearch(place.id, text);
  }

  function move(id: string, into: string | null): void {
    const place = byId.get(id);
    const name = movedName(place, target(id, into));
    if (name === null) return;
    if (place?.kind === "deck") void organise.renameDeck(place.deck, name);
    else if (place?.kind === "tag") void organise.renameTag(place.name, name);
  }

  return (
    <div class="places">
      <Tree
        label={words.title}
        nodes={nodes}
        open={new Set(browse.layout.now.value.open)}
        onFold={browse.fold}
        onChoose={(id, held) => {
          const place = byId.get(id);
          if (place?.kind === "group") browse.fold(id, !browse.layout.now.value.open.includes(id));
          else if (place) void browse.choose(place.query, held);
        }}
        onRename={rename}
        onRemove={(id) => organise.remove(byId.get(id))}
        takes={(id, into) => movedName(byId.get(id), target(id, into)) !== null}
        onMove={move}
        onMenu={(id, x, y) => {
          if (byId.get(id)?.kind !== "group" || id === "decks") actions.menu.value = { x, y, of: { tree: id } };
        }}
        say={(text) => notices.announce(words.cut(text))}
        renaming={organise.renaming.value}
        onRenaming={(id) => {
          organise.renaming.value = id;
        }}
        words={words}
      />
    </div>
  );
}
