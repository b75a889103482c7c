import type { Signal } from "@preact/signals";
import { useEffect, useLayoutEffect } from "preact/hooks";
import type { BrowseMode } from "../../../main/contract/browse.ts";
import { browse as words } from "../../text/browse.ts";
import { CommandButton } from "../CommandButton.tsx";
import { useApp } from "../context.ts";
import { BrowseMenu } from "./BrowseMenu.tsx";
import { Pane } from "./Pane.tsx";
import { PlacesTree } from "./PlacesTree.tsx";
import { Rows } from "./Rows.tsx";
import { SearchField } from "./SearchField.tsx";

const modes: readonly BrowseMode[] = ["cards", "notes"];

/** Everything that is in the collection: sought, looked at, changed. */
export function Browse() {
  const { browse, notices } = useApp();
  const tree = browse.treeShown.value;
  useMedia(narrowest, browse.narrow);
  useMedia(lowest, browse.low);
  useEffect(() => notices.announce(words.title), [notices]);
  return (
    <main class={tree ? "browse with-tree" : "browse"} aria-label={words.title}>
      <h1 class="unseen">{words.title}</h1>
      {tree && <PlacesTree />}
      <section class="browse-main" aria-label={words.results}>
        <div class="browse-bar">
          <CommandButton id="tree" look="icon" />
          <SearchField />
          <Mode />
          <CommandButton id="menu" look="icon" />
        </div>
        <Status />
        <Rows />
        {browse.paneShown.value && <Pane />}
      </section>
      <BrowseMenu />
    </main>
  );
}

/** As in the style sheet. */
const narrowest = "(max-width: 38rem)";
const lowest = "(max-height: 38rem), (max-width: 48rem)";

function useMedia(media: string, matches: Signal<boolean>): void {
  useLayoutEffect(() => {
    const query = window.matchMedia(media);
    const look = () => {
      matches.value = query.matches;
    };
    look();
    query.addEventListener("change", look);
    return () => query.removeEventListener("change", look);
  }, [media, matches]);
}

function Mode() {
  const { browse } = useApp();
  return (
    <fieldset class="segments" aria-label={words.mode}>
      {modes.map((each) => (
        <label key={each}>
          <input
            type="radio"
            name="mode"
            checked={browse.mode.value === each}
            onChange={() => void browse.setMode(each)}
          />
          <span>{words.list[each]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Status() {
  const { browse } = useApp();
  const { trouble, waiting, mode, chosen, list } = browse;
  const text = (n: number) =>
    trouble.value ??
    (waiting.value ? words.searching : list.found.value && words.chosen(mode.value, n, list.count.value));
  return (
    <>
      <p class={trouble.value ? "browse-status trouble" : "browse-status"}>{text(chosen.value)}</p>
      {/* A single row is heard when the keyboard comes to it: only more of them are told. */}
      <p class="unseen" role="status">
        {text(chosen.value > 1 ? chosen.value : 0)}
      </p>
    </>
  );
}
