import type { NoteType } from "../../../main/contract/shapes.ts";
import type { TypeDraft } from "../../state/noteTypes/draft.ts";
import { noteTypes as words } from "../../text/noteTypes.ts";
import { Field } from "../../ui/Field.tsx";

const formats: readonly NoteType["format"][] = ["markdown", "html"];

/** How fields are written: fixed as soon as there are notes, since their text would mean something else. */
export function FormatField({ draft }: { draft: TypeDraft }) {
  const used = (draft.view.value?.effects.notes ?? 1) > 0;
  return (
    <Field label={words.format} help={words.formatHelp}>
      {(wiring) => (
        <select
          {...wiring}
          class="input"
          disabled={used}
          value={draft.now.value.format}
          onChange={(event) => draft.set("format", event.currentTarget.value as NoteType["format"])}
        >
          {formats.map((each) => (
            <option key={each} value={each}>
              {words.formats[each]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
