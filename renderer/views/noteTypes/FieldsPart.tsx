import type { TypeDraft } from "../../state/noteTypes/draft.ts";
import { noteTypes as words } from "../../text/noteTypes.ts";
import { FieldRow } from "./FieldRow.tsx";
import { FormatField } from "./FormatField.tsx";
import { useTypeRows } from "./useTypeRows.ts";

/** The fields of a type, in their order. */
export function FieldsPart({ draft }: { draft: TypeDraft }) {
  const { fields } = draft.now.value;
  const { list, order, shape, add } = useTypeRows(draft, fields, (field, to) => ({ kind: "moveField", field, to }));
  return (
    <div class="type-part">
      <p class="help">{words.fieldsHelp}</p>
      <ol class="type-rows" ref={list}>
        {fields.map((field, index) => (
          <li key={field.id} {...order.row(field.id)}>
            <FieldRow
              draft={draft}
              field={field}
              index={index}
              handle={order.handle(field.id)}
              remove={() => shape({ kind: "deleteField", field: field.id })}
            />
          </li>
        ))}
      </ol>
      <div class="page-actions">
        <button type="button" class="button plain" onClick={() => add({ kind: "addField" })}>
          {words.addField}
        </button>
      </div>
      <FormatField draft={draft} />
    </div>
  );
}
