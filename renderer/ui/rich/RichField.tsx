import type { Signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { rich as words } from "../../text/rich.ts";
import { Details } from "./Details.tsx";
import { createEditor, type Editor } from "./editor.ts";
import type { Intake } from "./take.ts";
import { detailOf } from "./tools.ts";
import type { Written } from "./written.ts";

/** What the fields of one form share. */
export interface Desk extends Omit<Intake, "format"> {
  /** The field that the toolbar works on. */
  active: Signal<Written | null>;
  /** The highest number of a gap in the other fields of the note. */
  gapsElsewhere(field: Written): number;
  address(name: string): string;
}

interface Props {
  field: Written;
  desk: Desk;
  /** Where a form begins. */
  first: boolean;
  /** Id of what is said against its text; null if nothing is. */
  refusal: string | null;
  /** Beside the label. */
  children?: ComponentChildren;
}

/** One field: its label, the text with its form or its source, and what there is to say about the place of the caret. */
export function RichField({ field, desk, first, refusal, children }: Props) {
  const id = useId();
  const details = useRef<HTMLFieldSetElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const [chord, tell] = useState("");
  const isPlain = field.first === null;
  const isSource = isPlain || field.isSource.value;
  const editor = field.editor.value;
  const detail = !isSource && editor && desk.active.value === field ? detailOf(editor.state.value) : null;
  const about = refusal ? `${id}-help ${refusal}` : `${id}-help`;

  const place = useEditor(field, desk, {
    tell,
    // The details of what was just made are drawn first.
    details: () => requestAnimationFrame(() => details.current?.querySelector<HTMLElement>("input, textarea")?.focus()),
    attach: () => files.current?.click(),
    source: () => void field.turn(),
  });
  useLayoutEffect(() => {
    editor?.view.setProps({
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-labelledby": `${id}-label`,
        "aria-describedby": about,
        ...(refusal && { "aria-invalid": "true" }),
        ...(first && { "data-first": "" }),
      },
    });
  }, [editor, about, refusal, first]);

  const source = useRef<HTMLTextAreaElement>(null);
  const turned = useRef(isSource);
  useLayoutEffect(() => {
    if (turned.current === isSource) return;
    turned.current = isSource;
    if (isSource) source.current?.focus();
    else editor?.view.focus();
  }, [isSource, editor]);

  const look = {
    fontFamily: field.font || undefined,
    fontSize: field.size ? `${field.size}px` : undefined,
  };
  return (
    <div class="rich-field">
      <div class="rich-head">
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: a second way; Tab reaches the text */}
        <label id={`${id}-label`} for={isSource ? `${id}-source` : undefined} onClick={() => editor?.view.focus()}>
          {field.label}
        </label>
        {detail && editor ? (
          <Details kind={detail} editor={editor} place={details} sized={field.format === "html"} />
        ) : (
          <p class="help">{chord || field.help}</p>
        )}
        {children}
      </div>
      <p class="unseen" id={`${id}-help`}>
        {field.help}
      </p>
      <div class="unseen" role="status">
        {chord}
      </div>
      {isSource && (
        <textarea
          id={`${id}-source`}
          ref={source}
          class={isPlain ? "input grows" : "input grows source"}
          rows={1}
          dir={field.rtl ? "rtl" : "auto"}
          style={isPlain ? look : undefined}
          spellcheck={false}
          aria-describedby={about}
          aria-invalid={refusal ? true : undefined}
          data-first={first ? "" : undefined}
          value={field.text.value}
          onFocus={() => {
            desk.active.value = field;
          }}
          onInput={(event) => field.wrote(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (isPlain || !isSourceKey(event)) return;
            event.preventDefault();
            void field.turn();
          }}
        />
      )}
      {!isPlain && <div class="rich" dir={field.rtl ? "rtl" : "auto"} style={look} hidden={isSource} ref={place} />}
      {!isPlain && (
        <input
          type="file"
          hidden
          multiple
          ref={files}
          aria-label={words.tools.attach}
          accept="image/*,audio/*,video/*"
          onChange={(event) => {
            void editor?.attach([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = "";
          }}
        />
      )}
    </div>
  );
}

const isSourceKey = ({ ctrlKey, metaKey, shiftKey, code }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && shiftKey && code === "KeyX";

/** Makes the editor in the element that bears the ref, and takes it away with it. */
function useEditor(
  field: Written,
  desk: Desk,
  work: { tell(text: string): void; details(): void; attach(): void; source(): void },
) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!field.first || !place.current) return;
    const editor: Editor = createEditor(place.current, {
      doc: field.latest() ?? field.first,
      first: field.first,
      intake: { format: field.format, clean: desk.clean, attach: desk.attach },
      gapsElsewhere: () => desk.gapsElsewhere(field),
      onChange: field.edited,
      onFocus: () => {
        desk.active.value = field;
      },
      address: desk.address,
      tell: work.tell,
      bench: work,
    });
    field.editor.value = editor;
    return () => {
      field.editor.value = null;
      if (desk.active.peek() === field) desk.active.value = null;
      editor.destroy();
    };
  }, [field]);
  return place;
}
