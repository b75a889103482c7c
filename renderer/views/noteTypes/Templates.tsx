import { useState } from "preact/hooks";
import type { TemplateSide } from "../../../main/contract/noteTypeEdits.ts";
import type { Template } from "../../../main/contract/shapes.ts";
import type { TypeDraft } from "../../state/noteTypes/draft.ts";
import { noteTypes as words } from "../../text/noteTypes.ts";
import { Preview } from "./Preview.tsx";
import { Side } from "./Side.tsx";

/** The templates of one card, and beside them what they make of a note. */
export function Templates({ draft, template }: { draft: TypeDraft; template: Template }) {
  const [lists, setLists] = useState(template.listFront + template.listBack !== "");
  const side = (which: TemplateSide) => <Side key={which} draft={draft} template={template} side={which} />;
  return (
    <div class="type-columns">
      <div class="type-sources">
        {side("front")}
        {side("back")}
        <details open={lists} onToggle={(event) => setLists(event.currentTarget.open)}>
          <summary>{words.lists}</summary>
          <p class="help">{words.listsHelp}</p>
          {side("listFront")}
          {side("listBack")}
        </details>
      </div>
      <Preview draft={draft} ord={template.ord} />
    </div>
  );
}
