import type { Ref } from "preact";
import { NodeSelection, TextSelection } from "prosemirror-state";
import { rich as words } from "../../text/rich.ts";
import { changeGap, gapAt, remark, runOf } from "./cloze.ts";
import type { Editor } from "./editor.ts";
import { schema } from "./schema.ts";
import type { detailOf } from "./tools.ts";

interface Props {
  kind: NonNullable<ReturnType<typeof detailOf>>;
  editor: Editor;
  place: Ref<HTMLFieldSetElement>;
  /** Whether a picture may have a width. */
  sized: boolean;
}

/** What there is to say about the thing at the caret: a gap's number and hint, a link's address, a formula's TeX. */
export function Details({ kind, editor, place, sized }: Props) {
  const back = (event: KeyboardEvent) => {
    if (
      event.isComposing ||
      (event.key !== "Escape" && (event.key !== "Enter" || event.shiftKey || event.ctrlKey || event.metaKey))
    )
      return;
    event.preventDefault();
    goBack(editor);
  };
  return (
    <fieldset class="details" aria-label={words.details} ref={place} onKeyDown={back}>
      {kind === "gap" && <Gap editor={editor} />}
      {kind === "link" && <Link editor={editor} />}
      {kind === "codeBlock" && <Language editor={editor} />}
      {(kind === "image" || kind === "math" || kind === "raw") && <Thing editor={editor} sized={sized} />}
    </fieldset>
  );
}

/** Back into the text: behind a thing that was selected whole. */
function goBack({ view }: Editor): void {
  const { selection, doc, tr } = view.state;
  if (selection instanceof NodeSelection && selection.node.isInline)
    view.dispatch(tr.setSelection(TextSelection.create(doc, selection.to)));
  view.focus();
}

interface LineProps {
  label: string;
  value: string | number;
  onInput(value: string): void;
  /** How long it is usually, in characters. */
  size?: number;
  isNumber?: boolean;
}

const Line = ({ label, value, onInput, size = 16, isNumber = false }: LineProps) => (
  <label class="detail">
    <span>{label}</span>
    <input
      class="input"
      type="text"
      inputMode={isNumber ? "numeric" : undefined}
      size={size}
      value={value}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  </label>
);

function Gap({ editor }: { editor: Editor }) {
  const gap = gapAt(editor.state.value.selection.$from);
  if (!gap) return null;
  const { number, hint } = gap.mark.attrs as { number: number; hint: string };
  const change = (attrs: Partial<{ number: number; hint: string }>) =>
    editor.run(changeGap({ number, hint, ...attrs }));
  const remove = () => {
    editor.run(changeGap(null));
    editor.view.focus();
  };
  return (
    <>
      <Line
        label={words.gap}
        isNumber
        size={3}
        value={number}
        onInput={(value) => /^[1-9]\d{0,2}$/.test(value) && change({ number: Number(value) })}
      />
      <Line label={words.hint} value={hint} onInput={(value) => change({ hint: value })} />
      <button type="button" class="button link" onClick={remove}>
        {words.removeGap}
      </button>
    </>
  );
}

function Link({ editor }: { editor: Editor }) {
  const { $from } = editor.state.value.selection;
  const link = schema.marks.link.isInSet($from.marks());
  if (!link) return null;
  const change = (href: string | null) => {
    const { tr } = editor.view.state;
    const { from, to } = runOf($from, link);
    const next = href === null ? [] : [schema.marks.link.create({ href })];
    remark(tr, from, to, (marks) => marks.flatMap((mark) => (mark.eq(link) ? next : mark)));
    editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, $from.pos)));
  };
  const remove = () => {
    change(null);
    editor.view.focus();
  };
  return (
    <>
      <Line label={words.address} size={28} value={link.attrs.href} onInput={change} />
      <button type="button" class="button link" onClick={remove}>
        {words.removeLink}
      </button>
    </>
  );
}

function Language({ editor }: { editor: Editor }) {
  const { $from } = editor.state.value.selection;
  return (
    <Line
      label={words.language}
      value={$from.parent.attrs.language ?? ""}
      onInput={(language) =>
        editor.view.dispatch(editor.view.state.tr.setNodeAttribute($from.before(), "language", language.trim()))
      }
    />
  );
}

/** A picture, a formula or a piece of source, selected as a whole. */
function Thing({ editor, sized }: { editor: Editor; sized: boolean }) {
  const { selection } = editor.state.value;
  if (!(selection instanceof NodeSelection)) return null;
  const { node, from } = selection;
  const change = (name: string, value: unknown) => {
    const tr = editor.view.state.tr.setNodeAttribute(from, name, value);
    editor.view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, from)));
  };
  switch (node.type.name) {
    case "image":
      return (
        <>
          <Line label={words.alt} size={24} value={node.attrs.alt} onInput={(value) => change("alt", value)} />
          {sized && (
            <Line
              label={words.width}
              isNumber
              size={5}
              value={node.attrs.width ?? ""}
              onInput={(value) =>
                change("width", Number(value) >= 1 ? Math.min(100_000, Math.round(Number(value))) : null)
              }
            />
          )}
        </>
      );
    case "math":
      return (
        <>
          <Line label={words.tex} size={28} value={node.attrs.tex} onInput={(value) => change("tex", value)} />
          <label class="detail">
            <input
              type="checkbox"
              checked={node.attrs.display}
              onChange={(event) => change("display", event.currentTarget.checked)}
            />
            <span>{words.ownLine}</span>
          </label>
        </>
      );
    default:
      return (
        <label class="detail">
          <span>{words.rawSource}</span>
          <textarea
            class="input grows source"
            rows={1}
            value={node.attrs.source}
            onInput={(event) => change("source", event.currentTarget.value)}
          />
        </label>
      );
  }
}
