import type { TypeDraft } from "../../state/noteTypes/draft.ts";
import { noteTypes as words } from "../../text/noteTypes.ts";
import { useReorder } from "../../ui/useReorder.ts";
import { useApp } from "../context.ts";
import { FieldRow } from "./FieldRow.tsx";
import { FormatField } from "./FormatField.tsx";
import { useFreshRow } from "./useFreshRow.ts";

/** The fields of a type, in their order. */
export function FieldsPart({ draft }: { draft: TypeDraft }) {
  const { notices } = useApp();
  const { fields } = draft.now.value;
  const ids = fields.map(({ id }) => id);
  const fresh = useFreshRow(ids);
  const order = useReorder(ids, async (field, to) => {
    if (await draft.shape({ kind: "moveField", field, to })) return;
    const name = fields.find(({ id }) => id === field)?.name ?? "";
    notices.announce(words.movedTo(name, to + 1, fields.length));
  });
  const tell = async (asked: Promise<string | null>) => {
    const say = await asked;
    if (say) notices.alert(say);
  };
  return (
    <div class="type-part">
      <p class="help">{words.fieldsHelp}</p>
      <ol class="type-rows" ref={fresh.list}>
        {fields.map((field, index) => (
          <li key={field.id} {...order.row(field.id)}>
            <FieldRow
              draft={draft}
              field={field}
              index={index}
              handle={order.handle(field.id)}
              remove={() => tell(draft.shape({ kind: "deleteField", field: field.id }))}
            />
          </li>
        ))}
      </ol>
      <div class="page-actions">
        <button
          type="button"
          class="button plain"
          onClick={() => {
            fresh.expect();
            void tell(draft.shape({ kind: "addField" }));
          }}
        >
          {words.addField}
        </button>
      </div>
      <FormatField draft={draft} />
    </div>
  );
}
