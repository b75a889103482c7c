import type { TypeDraft } from "../../state/noteTypes/draft.ts";
import type { Part } from "../../state/noteTypes/noteTypes.ts";
import { noteTypes as words } from "../../text/noteTypes.ts";
import { Field } from "../../ui/Field.tsx";
import { useApp } from "../context.ts";
import { CardsPart } from "./CardsPart.tsx";
import { FieldsPart } from "./FieldsPart.tsx";
import { StylePart } from "./StylePart.tsx";
import { TypeFoot } from "./TypeFoot.tsx";

const parts: readonly Part[] = ["fields", "cards", "style"];

/** One note type: its name, then fields, cards or style, then what saving would do. */
export function TypeEditor({ draft }: { draft: TypeDraft }) {
  const { noteTypes } = useApp();
  const type = draft.now.value;
  const part = noteTypes.part.value;
  return (
    <section class="type" aria-label={type.name}>
      <div class="type-head">
        <TypeName draft={draft} />
        <p class="help">{words.about(type.kind, type.format)}</p>
        <fieldset class="segments" aria-label={words.part}>
          {parts.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="type-part"
                checked={part === each}
                onChange={() => {
                  noteTypes.part.value = each;
                }}
              />
              <span>{words.parts[each]}</span>
            </label>
          ))}
        </fieldset>
      </div>
      {part === "fields" ? (
        <FieldsPart draft={draft} />
      ) : part === "cards" ? (
        <CardsPart draft={draft} />
      ) : (
        <StylePart draft={draft} />
      )}
      <TypeFoot draft={draft} />
    </section>
  );
}

function TypeName({ draft }: { draft: TypeDraft }) {
  const problems = draft.problemsAt((at) => at.in === "type");
  return (
    <Field
      label={words.name}
      outcome={problems.length > 0 ? { saved: false, say: problems.map(({ say }) => say).join(" ") } : null}
    >
      {(wiring) => (
        <input
          {...wiring}
          class="input type-name"
          value={draft.now.value.name}
          onInput={(event) => draft.set("name", event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
