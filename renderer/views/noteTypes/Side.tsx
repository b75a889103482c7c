import { useId, useRef } from "preact/hooks";
import type { TemplateSide } from "../../../main/contract/noteTypeEdits.ts";
import type { Template } from "../../../main/contract/shapes.ts";
import type { TypeDraft } from "../../state/noteTypes/draft.ts";
import { noteTypes as words } from "../../text/noteTypes.ts";
import { Source } from "../../ui/Source.tsx";

interface Props {
  draft: TypeDraft;
  template: Template;
  side: TemplateSide;
}

/** One side's source: the names to put into it, and what is wrong with it, each in its place. */
export function Side({ draft, template, side }: Props) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const { fields, kind } = draft.now.value;
  const problems = draft
    .problemsAt((at) => at.in === "side" && at.ord === template.ord && at.side === side)
    .flatMap(({ at, say }) => (at.in === "side" ? [{ at, say }] : []));
  const write = (value: string) => draft.setTemplate(template.ord, { [side]: value });

  /** By the browser's own editing, so that its undo knows of it. */
  function insert(text: string): void {
    const field = area.current;
    if (!field) return;
    field.focus();
    if (document.execCommand?.("insertText", false, text)) return;
    field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
    write(field.value);
  }

  function show(offset: number): void {
    area.current?.focus();
    area.current?.setSelectionRange(offset, offset);
  }

  const back = side === "back" || side === "listBack";
  const names = [...(back ? ["FrontSide"] : []), ...fields.map(({ name }) => name)];
  const clozes = kind === "cloze" ? fields.map(({ name }) => `cloze:${name}`).slice(0, 1) : [];
  return (
    <div class="side">
      <label for={id}>{words.sides[side]}</label>
      <fieldset class="inserts" aria-label={words.insert}>
        {[...clozes, ...names].map((name) => (
          <button
            key={name}
            type="button"
            class="insert"
            aria-label={words.insertInto(name, words.sides[side])}
            onClick={() => insert(`{{${name}}}`)}
          >
            {name}
          </button>
        ))}
      </fieldset>
      <Source
        id={id}
        area={area}
        value={template[side]}
        about={`${id}-problems`}
        wrong={new Set(problems.map(({ at }) => at.line))}
        onInput={write}
      />
      <ul class="side-problems" id={`${id}-problems`} aria-live="polite">
        {problems.map(({ at, say }) => (
          <li key={`${at.offset} ${say}`}>
            <button type="button" class="button link" onClick={() => show(at.offset)}>
              {words.place(at)}
            </button>
            {`: ${say}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
