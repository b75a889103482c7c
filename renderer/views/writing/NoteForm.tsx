import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { chordLabel } from "../../keys.ts";
import type { FieldModel } from "../../state/field.ts";
import type { Form } from "../../state/form.ts";
import { note as words } from "../../text/notes.ts";
import { Field } from "../../ui/Field.tsx";
import { ownKey } from "../../ui/rich/fieldKeys.ts";
import { RichField } from "../../ui/rich/RichField.tsx";
import { Toolbar } from "../../ui/rich/Toolbar.tsx";
import { Suggested } from "../../ui/Suggested.tsx";
import { useApp } from "../context.ts";
import { OcclusionEditor } from "../occlusion/OcclusionEditor.tsx";

/** Id of the sentence that says why the note is not saved. */
const troubleId = "note-trouble";

interface Props {
  form: Form;
  /** Beside the label of a field. */
  beside?(field: FieldModel): ComponentChildren;
  /** Below a field. */
  below?(field: FieldModel): ComponentChildren;
}

/** The fields and tags of a note, under one row of tools. */
export function NoteForm({ form, beside, below }: Props) {
  const { mac, api } = useApp();
  const [known, setKnown] = useState<readonly string[]>([]);
  useEffect(() => {
    void api.call("tags", {}).then((reply) => reply.ok && setKnown(reply.value));
  }, [api]);
  const label = (key: string) => chordLabel(ownKey(key), mac);
  return (
    <form class="editor" onSubmit={(event) => event.preventDefault()}>
      <Toolbar field={form.desk.active.value} label={label} />
      {form.fields.map((field, index) => (
        <div class="editor-field" key={field.id}>
          {isDrawn(form, field) ? (
            <Drawing form={form} field={field} />
          ) : (
            <RichField
              field={field}
              desk={form.desk}
              first={index === (isDrawn(form, form.fields[0]) ? 1 : 0)}
              refusal={form.refused.value === field.id ? troubleId : null}
            >
              {beside?.(field)}
            </RichField>
          )}
          {below?.(field)}
        </div>
      ))}
      <Field label={words.tags} help={words.tagsHelp}>
        {(wiring) => (
          <Suggested
            several
            wiring={wiring}
            label={words.tags}
            value={form.tags.value}
            known={known}
            onChange={(value) => {
              form.tags.value = value;
            }}
          />
        )}
      </Field>
    </form>
  );
}

/** The shapes of an image occlusion are drawn, not written. */
const isDrawn = ({ type }: Form, field: FieldModel | undefined): boolean =>
  type.stock === "occlusion" && field?.id === "Occlusion";

function Drawing({ form, field }: { form: Form; field: FieldModel }) {
  const picture = form.fields.find(({ id }) => id === "Image")?.editor.value?.picture() ?? null;
  return <OcclusionEditor key={picture} image={picture} value={field.text.value} onChange={field.wrote} />;
}

/** The foot of a form: what keeps it from being saved or is under way, else what `children` say, and its buttons. */
export function FormFoot({ form, said, children }: { form: Form; said: string; children: ComponentChildren }) {
  const trouble = form.trouble.value;
  const refused = form.refused.value;
  useEffect(() => {
    if (trouble && refused)
      form.fields
        .find(({ id }) => id === refused)
        ?.editor.peek()
        ?.view.focus();
  }, [trouble, refused]);
  return (
    <footer class="dialog-actions">
      <p class="trouble" role="alert" id={troubleId}>
        {trouble}
      </p>
      <p class="help" role="status" hidden={trouble !== null}>
        {form.busy.value || said}
      </p>
      {children}
    </footer>
  );
}
