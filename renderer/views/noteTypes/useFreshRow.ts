import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * Keeps the focus in a list whose rows come and go: in the name of a row that was asked for (`expect`), all of it selected, and
 * beside a row that is gone.
 */
export function useFreshRow(ids: readonly (string | number)[]) {
  const list = useRef<HTMLOListElement>(null);
  const expected = useRef(false);
  const known = useRef(ids);
  const names = () => [...(list.current?.querySelectorAll<HTMLInputElement>("input.row-name") ?? [])];
  useLayoutEffect(() => {
    const before = known.current;
    known.current = ids;
    const added = ids.findIndex((id) => !before.includes(id));
    if (expected.current && added >= 0) {
      expected.current = false;
      names()[added]?.focus();
      names()[added]?.select();
    } else if (ids.length < before.length && document.activeElement === document.body) {
      const gone = before.findIndex((id) => !ids.includes(id));
      const row = names()[Math.min(gone, ids.length - 1)]?.closest("li");
      [...(row?.querySelectorAll("button") ?? [])].at(-1)?.focus();
    }
  });
  return {
    list,
    expect: () => {
      expected.current = true;
    },
  };
}
