import { useState } from "preact/hooks";
import { newType as words } from "../../text/noteTypes.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Field } from "../../ui/Field.tsx";
import { CommandButton } from "../CommandButton.tsx";
import { useApp } from "../context.ts";

const blanks = { standard: words.blank, cloze: words.blankCloze } as const;

/** Asks what a new note type is called and what it begins with. */
export function NewType({ copy }: { copy?: string | undefined }) {
  const app = useApp();
  const [name, setName] = useState("");
  const [from, setFrom] = useState(copy ?? "blank standard markdown");
  const [trouble, setTrouble] = useState<string | null>(null);
  const create = async () => {
    const [, kind, format] = /^blank (standard|cloze) (markdown|html)$/.exec(from) ?? [];
    const beginning = kind && format ? { copy: null, kind, format } : { copy: from };
    setTrouble(await app.types.addType(name, beginning as Parameters<typeof app.types.addType>[1]));
  };
  return (
    <Dialog title={words.title} onLeave={app.leaveDialog} tools={<CommandButton id="close" look="icon" />}>
      <form
        class="editor"
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <Field label={words.name} outcome={trouble ? { saved: false, say: trouble } : null}>
          {(wiring) => (
            <input
              {...wiring}
              class="input"
              data-first=""
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={words.from}>
          {(wiring) => (
            <select {...wiring} class="input" value={from} onChange={(event) => setFrom(event.currentTarget.value)}>
              {(["standard", "cloze"] as const).flatMap((kind) =>
                (["markdown", "html"] as const).map((format) => (
                  <option key={`${kind} ${format}`} value={`blank ${kind} ${format}`}>
                    {blanks[kind]}, {words.formats[format]}
                  </option>
                )),
              )}
              {app.noteTypes.rows.value?.map(({ type }) => (
                <option key={type.id} value={type.id}>
                  {words.copyOf(type.name)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div class="dialog-actions">
          <button type="submit" class="button primary">
            {words.create}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
