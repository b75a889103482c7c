import { GripVertical, Trash2 } from "lucide";
import { useId } from "preact/hooks";
import type { Template } from "../../../main/contract/shapes.ts";
import type { TypeDraft } from "../../state/noteTypes/draft.ts";
import { noteTypes as words } from "../../text/noteTypes.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useReorder } from "../../ui/useReorder.ts";
import { useApp } from "../context.ts";
import { Templates } from "./Templates.tsx";
import { useFreshRow } from "./useFreshRow.ts";

/** The cards of a type, and the templates of the one that is chosen. */
export function CardsPart({ draft }: { draft: TypeDraft }) {
  const { notices, noteTypes } = useApp();
  const { templates, kind } = draft.now.value;
  const ords = templates.map(({ ord }) => ord);
  const chosen = templates.find(({ ord }) => ord === noteTypes.card.value) ?? templates[0];
  const fresh = useFreshRow(ords);
  const order = useReorder(ords, async (ord, to) => {
    if (await draft.shape({ kind: "moveTemplate", ord, to })) return;
    const name = templates.find((each) => each.ord === ord)?.name ?? "";
    notices.announce(words.movedTo(name, to + 1, templates.length));
  });
  const tell = async (asked: Promise<string | null>) => {
    const say = await asked;
    if (say) notices.alert(say);
  };
  return (
    <div class="type-part">
      <ol class="type-rows cards" ref={fresh.list}>
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
                onClick={() => void tell(draft.shape({ kind: "deleteTemplate", ord: template.ord }))}
              >
                <Icon of={Trash2} />
              </button>
            </div>
          </li>
        ))}
      </ol>
      {kind === "standard" && (
        <div class="page-actions">
          <button
            type="button"
            class="button plain"
            onClick={() => {
              fresh.expect();
              void tell(draft.shape({ kind: "addTemplate" }));
            }}
          >
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
