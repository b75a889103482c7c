import type { Signal } from "@preact/signals";
import { organise as words } from "../../text/organise.ts";
import { Field } from "../../ui/Field.tsx";

/** The name of what a dialog makes or renames: it has the focus first. */
export function NameField({ name, help }: { name: Signal<string>; help?: string }) {
  return (
    <Field label={words.name} help={help}>
      {(wiring) => (
        <input
          {...wiring}
          class="input"
          type="text"
          data-first=""
          value={name.value}
          onInput={(event) => {
            name.value = event.currentTarget.value;
          }}
        />
      )}
    </Field>
  );
}
