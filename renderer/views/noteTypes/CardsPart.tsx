import { GripVertical, Trash2 } from "lucide";
import { useId } from "preact/hooks";
import type { Template } from "../../../main/contract/shapes.ts";
import type { TypeDraft } from "../../state/noteTypes/draft.ts";
import { noteTypes as words } from "../../text/noteTypes.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useApp } from "../context.ts";
import { Templates } from "./Templates.tsx";
import { useTypeRows } from "./useTypeRows.ts";

/** The cards of a type, and the templates of the one that is chosen. */
export function CardsPart({ draft }: { draft: TypeDraft }) {
  const { noteTypes } = useApp();
  const { templates, kind } = draft.now.value;
  const chosen = templates.find(({ ord }) => ord === noteTypes.card.value) ?? templates[0];
  const rows = templates.map(({ ord, name }) => ({ id: ord, name }));
  const { list, order, shape, add } = useTypeRows(draft, rows, (ord, to) => ({ kind: "moveTemplate", ord, to }));
  return (
    <div class="type-part">
      <ol class="type-rows cards" ref={list}>
        {templates.map((template, index) => (
          <li key={template.ord} {...order.row(template.ord)}>
            <div class="type-row" data-chosen={template === chosen ? "" : undefined}>
              <span class="tool grip" title={words.move(template.name)} {...order.handle(template.ord)}>
                <Icon of={GripVertical} />
              </span>
              <CardName
                draft={draft}
                template={template}
                index={index}
                chosen={template === chosen}
                choose={() => {
                  noteTypes.card.value = template.ord;
                }}
              />
              <button
                type="button"
                class="tool"
                aria-label={words.removeCard(template.name)}
                data-tip={words.removeCard(template.name)}
                onClick={() => void shape({ kind: "deleteTemplate", ord: template.ord })}
              >
                <Icon of={Trash2} />
              </button>
            </div>
          </li>
        ))}
      </ol>
      {kind === "standard" && (
        <div class="page-actions">
          <button type="button" class="button plain" onClick={() => add({ kind: "addTemplate" })}>
            {words.addCard}
          </button>
        </div>
      )}
      {chosen && <Templates key={chosen.ord} draft={draft} template={chosen} />}
    </div>
  );
}

interface NameProps {
  draft: TypeDraft;
  template: Template;
  index: number;
  chosen: boolean;
  choose(): void;
}

function CardName({ draft, template: { ord, name }, index, chosen, choose }: NameProps) {
  const id = useId();
  const problems = draft.problemsAt((at) => at.in === "template" && at.ord === ord);
  return (
    <div class="row-cell">
      <input
        class="input row-name"
        aria-label={words.cardName(index + 1)}
        aria-invalid={problems.length > 0 || undefined}
        aria-describedby={id}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        aria-current={chosen ? "true" : undefined}
        value={name}
        onFocus={choose}
        onInput={(event) => draft.setTemplate(ord, { name: event.currentTarget.value })}
      />
      <p class="trouble" role="alert" id={id}>
        {problems.map(({ say }) => say).join(" ")}
      </p>
    </div>
  );
}
