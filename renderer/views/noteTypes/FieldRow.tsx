import { GripVertical, Settings2, Trash2 } from "lucide";
import type { HTMLAttributes } from "preact";
import { useId, useState } from "preact/hooks";
import type { FieldType } from "../../../main/contract/shapes.ts";
import type { TypeDraft } from "../../state/noteTypes/draft.ts";
import { noteTypes as words } from "../../text/noteTypes.ts";
import { Icon } from "../../ui/Icon.tsx";
import { FieldOptions } from "./FieldOptions.tsx";

interface Props {
  draft: TypeDraft;
  field: FieldType;
  index: number;
  handle: HTMLAttributes<HTMLElement>;
  remove(): void;
}

/** A field: its name, which can be changed in place; its options, if they are wanted. */
export function FieldRow({ draft, field, index, handle, remove }: Props) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const typed = draft.naming.value?.field === field.id ? draft.naming.value.text : field.name;
  const refused = draft.refused.value?.field === field.id ? draft.refused.value.say : null;
  const problems = draft.problemsAt((at) => at.in === "field" && at.field === field.id);
  const say = refused ?? (problems.map((problem) => problem.say).join(" ") || null);
  return (
    <>
      <div class="type-row">
        <span class="tool grip" title={words.move(field.name)} {...handle}>
          <Icon of={GripVertical} />
        </span>
        <input
          class="input row-name"
          aria-label={words.fieldName(index + 1)}
          aria-invalid={say !== null || undefined}
          aria-describedby={`${id}-say`}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          value={typed}
          onInput={(event) => draft.name(field.id, event.currentTarget.value)}
          onBlur={() => void draft.settleName()}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && !event.isComposing) {
              event.preventDefault();
              void draft.settleName();
            } else if (event.key === "Escape" && typed !== field.name) {
              event.preventDefault();
              draft.forgetName();
            }
          }}
        />
        <button
          type="button"
          class="tool"
          aria-expanded={open}
          aria-controls={`${id}-options`}
          aria-label={words.options(field.name)}
          data-tip={words.options(field.name)}
          onClick={() => setOpen(!open)}
        >
          <Icon of={Settings2} />
        </button>
        <button
          type="button"
          class="tool"
          aria-label={words.removeField(field.name)}
          data-tip={words.removeField(field.name)}
          onClick={remove}
        >
          <Icon of={Trash2} />
        </button>
      </div>
      <p class="trouble" role="alert" id={`${id}-say`}>
        {say}
      </p>
      <div id={`${id}-options`} hidden={!open}>
        {open && <FieldOptions draft={draft} field={field} />}
      </div>
    </>
  );
}
