import type { ChangeTypeModel } from "../../state/noteTypes/changeType.ts";
import { changeType as words } from "../../text/noteTypes.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Field } from "../../ui/Field.tsx";
import { CommandButton } from "../CommandButton.tsx";
import { useApp } from "../context.ts";

/** Asks which type notes shall have and what of the old one goes where, and says what that would do. */
export function ChangeType({ change }: { change: ChangeTypeModel }) {
  const app = useApp();
  const { from, to, mapping, byPlace, effects } = change.view.value;
  const none = "-";
  const pick = <T,>(value: string, read: (value: string) => T): T | null => (value === none ? null : read(value));
  return (
    <Dialog title={words.title} wide onLeave={app.leaveDialog} tools={<CommandButton id="close" look="icon" />}>
      <p class="sub">
        {words.count(change.notes.length)} {words.from(from.name)}.
      </p>
      <div class="editor">
        <Field label={words.to}>
          {(wiring) => (
            <select
              {...wiring}
              class="input"
              data-first=""
              value={to.id}
              onChange={(event) => void change.to(event.currentTarget.value)}
            >
              {change.types.map((type) => (
                <option key={type.id} value={type.id}>
                  {type.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <h3 class="heading">{words.fields}</h3>
        <div class="mapping">
          {to.fields.map(({ id, name }) => (
            <Field key={id} label={words.fieldFrom(name)}>
              {(wiring) => (
                <select
                  {...wiring}
                  class="input"
                  value={mapping.fields[id] ?? none}
                  onChange={(event) => void change.mapField(id, pick(event.currentTarget.value, String))}
                >
                  <option value={none}>{words.nothing}</option>
                  {from.fields.map((field) => (
                    <option key={field.id} value={field.id}>
                      {field.name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ))}
        </div>
        <h3 class="heading">{words.cards}</h3>
        {byPlace ? (
          <p class="help">{words.byPlace}</p>
        ) : (
          <div class="mapping">
            {to.templates.map(({ ord, name }) => (
              <Field key={ord} label={words.cardFrom(name)}>
                {(wiring) => (
                  <select
                    {...wiring}
                    class="input"
                    value={String(mapping.templates[ord] ?? none)}
                    onChange={(event) => void change.mapCard(ord, pick(event.currentTarget.value, Number))}
                  >
                    <option value={none}>{words.newCard}</option>
                    {from.templates.map((template) => (
                      <option key={template.ord} value={template.ord}>
                        {template.name}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            ))}
          </div>
        )}
      </div>
      {from.format !== to.format && <p class="help">{words.rewritten(to.format)}</p>}
      <p class="trouble" role="alert">
        {change.trouble.value}
      </p>
      <footer class="dialog-actions">
        <p class={effects.go + effects.texts > 0 ? "effects warns" : "effects"} role="status">
          {words.effects(effects)}
        </p>
        <CommandButton id="saveChangeType" look="primary" />
      </footer>
    </Dialog>
  );
}
