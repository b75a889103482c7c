import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useId, useRef } from "preact/hooks";
import type { Completion, SearchProblem } from "../../../main/contract/browse.ts";
import { browse as words } from "../../text/browse.ts";
import { useSuggestions } from "../../ui/useSuggestions.tsx";
import { useApp } from "../context.ts";
import { Marked } from "./Marked.tsx";

type Option = { completion: Completion } | { before: string };

interface Props {
  field: RefObject<HTMLInputElement | null>;
  text: string;
  problem: SearchProblem | null;
  /** Searches before that are offered in an empty field. */
  history: readonly string[];
  /** Where its dialog begins. */
  first?: boolean;
  /** The text has changed. */
  onWrite(text: string): void;
  /** A search before was chosen. */
  onRecall(text: string): void;
  /** Enter, when no suggestion takes it. */
  onEnter?(): void;
}

/** A field for a search: completes what is being written, offers what was sought before, and points at a mistake. */
export function SearchBox({ field, text, problem, history, first = false, onWrite, onRecall, onEnter }: Props) {
  const { api } = useApp();
  const id = useId();
  const options = useSignal<readonly Option[]>([]);
  const asked = useRef(0);

  async function offer(query: string): Promise<void> {
    const mine = ++asked.current;
    if (!query.trim()) {
      options.value = history.map((before) => ({ before }));
      return;
    }
    const reply = await api.call("complete", { query, caret: field.current?.selectionStart ?? query.length });
    if (mine === asked.current) options.value = reply.ok ? reply.value.map((completion) => ({ completion })) : [];
  }

  function take(option: Option): void {
    const input = field.current;
    if (!input) return;
    if ("before" in option) {
      onRecall(option.before);
      return;
    }
    const { insert, offset, length, open } = option.completion;
    const put = open ? insert : `${insert} `;
    const after = text.slice(offset + length);
    input.value = text.slice(0, offset) + put + (open ? after : after.trimStart());
    input.setSelectionRange(offset + put.length, offset + put.length);
    onWrite(input.value);
    if (open) void offer(input.value).then(suggestions.begin);
  }

  const suggestions = useSuggestions({
    label: text.trim() ? words.suggestions : words.history,
    options: options.value,
    show: (option: Option) =>
      "before" in option ? (
        <span class="suggestion">{option.before}</span>
      ) : (
        <span class="suggestion">
          {option.completion.label}
          {option.completion.insert !== option.completion.label && <small>{option.completion.insert}</small>}
        </span>
      ),
    take,
  });

  function press(event: KeyboardEvent): void {
    if (event.key === "ArrowDown" && options.value.length === 0) void offer(text).then(suggestions.begin);
    suggestions.press(event);
    if (event.defaultPrevented || event.isComposing || !onEnter) return;
    if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      suggestions.close();
      onEnter();
      event.preventDefault();
    }
  }

  return (
    <>
      <div class="search-box">
        {problem && <Marked text={text} problem={problem} field={field} />}
        <input
          {...suggestions.wiring}
          ref={field}
          class="input"
          type="text"
          data-search=""
          data-first={first ? "" : undefined}
          aria-label={words.search}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? id : undefined}
          placeholder={words.searchHint}
          spellcheck={false}
          value={text}
          onInput={(event) => {
            onWrite(event.currentTarget.value);
            void offer(event.currentTarget.value).then(suggestions.begin);
          }}
          onKeyDown={press}
          onBlur={suggestions.close}
        />
        {suggestions.list}
      </div>
      <p class="search-problem" role="alert" id={id}>
        {problem && (
          <>
            {words.at(problem.offset)} {problem.say}
          </>
        )}
      </p>
    </>
  );
}
