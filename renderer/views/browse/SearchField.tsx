import { useLayoutEffect, useRef } from "preact/hooks";
import { useApp } from "../context.ts";
import { SearchBox } from "./SearchBox.tsx";

/** Searches before that are offered in an empty field. */
const most = 12;

/** The field at the top of Browse. */
export function SearchField() {
  const { browse } = useApp();
  const field = useRef<HTMLInputElement>(null);

  // At once: the next key may be on its way already.
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [browse.seeking.value]);

  return (
    <search class="browse-search">
      <SearchBox
        field={field}
        text={browse.query.value}
        problem={browse.problem.value}
        history={browse.layout.now.value.history.slice(0, most)}
        onWrite={browse.write}
        onRecall={(text) => {
          browse.query.value = text;
          void browse.find();
        }}
        onEnter={() => void browse.find()}
      />
    </search>
  );
}
