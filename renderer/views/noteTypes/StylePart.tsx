import { useId } from "preact/hooks";
import type { TypeDraft } from "../../state/noteTypes/draft.ts";
import { noteTypes as words } from "../../text/noteTypes.ts";
import { Source } from "../../ui/Source.tsx";
import { useApp } from "../context.ts";
import { Preview } from "./Preview.tsx";

/** The CSS that all cards of a type share. */
export function StylePart({ draft }: { draft: TypeDraft }) {
  const id = useId();
  const { templates, css } = draft.now.value;
  const ord = useApp().noteTypes.card.value ?? templates[0]?.ord ?? 0;
  return (
    <div class="type-columns">
      <div class="type-sources">
        <div class="side">
          <label for={id}>{words.css}</label>
          <p class="help" id={`${id}-help`}>
            {words.cssHelp}
          </p>
          <Source id={id} value={css} about={`${id}-help`} onInput={(value) => draft.set("css", value)} />
        </div>
      </div>
      <Preview draft={draft} ord={ord} />
    </div>
  );
}
