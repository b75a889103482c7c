import type { FieldType } from "../../../main/contract/shapes.ts";
import type { TypeDraft } from "../../state/noteTypes/draft.ts";
import { noteTypes as words } from "../../text/noteTypes.ts";
import { parseWhole } from "../../text/numbers.ts";
import { Field } from "../../ui/Field.tsx";

type Flag = "rtl" | "sticky" | "unsearched";
const flags: readonly Flag[] = ["rtl", "sticky", "unsearched"];

/** What a field is like, beside its name. */
export function FieldOptions({ draft, field }: { draft: TypeDraft; field: FieldType }) {
  const set = (change: Partial<FieldType>) => draft.setField(field.id, change);
  return (
    <div class="field-options">
      <Field label={words.help} help={words.helpHelp}>
        {(wiring) => (
          <input
            {...wiring}
            class="input"
            value={field.help}
            onInput={(event) => set({ help: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={words.font} help={words.fontHelp}>
        {(wiring) => (
          <input
            {...wiring}
            class="input"
            value={field.font}
            onInput={(event) => set({ font: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={words.size} help={words.sizeHelp}>
        {(wiring) => (
          <input
            {...wiring}
            class="input short"
            inputMode="numeric"
            value={field.size || ""}
            onChange={(event) => {
              const size = Math.min(Math.max(parseWhole(event.currentTarget.value) ?? 0, 0), 200);
              event.currentTarget.value = String(size || "");
              set({ size });
            }}
          />
        )}
      </Field>
      <div class="checks">
        <label>
          <input
            type="radio"
            name="type-sort"
            checked={draft.now.value.sort === field.id}
            onChange={() => draft.set("sort", field.id)}
          />
          {words.sort}
        </label>
        {flags.map((flag) => (
          <label key={flag}>
            <input
              type="checkbox"
              checked={field[flag]}
              onChange={(event) => set({ [flag]: event.currentTarget.checked })}
            />
            {words[flag]}
          </label>
        ))}
      </div>
    </div>
  );
}
