// biome-ignore-all lint/a11y/useFocusableInteractive: the button in a title has the focus
// biome-ignore-all lint/a11y/useSemanticElements: a table of the browser cannot leave out the rows that are not looked at
import type { TargetedKeyboardEvent } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Column, fitting, reorder } from "./columns.ts";
import { useColumnDrag } from "./useColumnDrag.ts";

export interface Sorting {
  column: string;
  down: boolean;
}

interface Props {
  /** Tells what the keys do here: Left and Right go along, with Alt they move a column, with Shift they change its width. */
  help: string;
  columns: readonly Column[];
  sorting: Sorting | null;
  onSort(column: string): void;
  onColumns(columns: readonly Column[]): void;
}

const step = 16;

/** The head of a grid: one stop for Tab; a press sorts, a drag moves, the edge makes wider. */
export function GridHead({ help, columns, sorting, onSort, onColumns }: Props) {
  const head = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(columns[0]?.id);
  const stop = columns.some(({ id }) => id === at) ? at : columns[0]?.id;
  const drag = useColumnDrag(head, columns, onColumns);
  const held = useRef(false);
  // A column that moves takes the focus along.
  useLayoutEffect(() => {
    if (held.current) head.current?.querySelector<HTMLElement>(`[data-column="${CSS.escape(stop ?? "")}"]`)?.focus();
  }, [stop, columns]);

  function onKey(event: TargetedKeyboardEvent<HTMLDivElement>): void {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const index = columns.findIndex(({ id }) => id === stop);
    if (by === 0 || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const to = Math.min(Math.max(index + by, 0), columns.length - 1);
    if (event.altKey) onColumns(reorder(columns, index, to));
    else if (event.shiftKey) onColumns(columns.map((each) => (each.id === stop ? wider(each, by * step) : each)));
    else setAt(columns[to]?.id);
  }

  return (
    <div
      class="grid-head"
      role="rowgroup"
      ref={head}
      onKeyDown={onKey}
      onFocusCapture={() => {
        held.current = true;
      }}
      onBlurCapture={(event) => {
        if (event.relatedTarget) held.current = false;
      }}
    >
      <div role="row" class="grid-row" aria-rowindex={1}>
        {columns.map(({ id, text, numeric, sortable }, i) => {
          const sorted = sorting?.column === id;
          return (
            <div
              key={id}
              role="columnheader"
              class={`grid-title${numeric ? " numeric" : ""}${drag.over === i ? " over" : ""}`}
              aria-colindex={i + 1}
              aria-sort={sorted ? (sorting.down ? "descending" : "ascending") : sortable ? "none" : undefined}
            >
              <button
                type="button"
                data-column={id}
                tabIndex={id === stop ? 0 : -1}
                aria-description={id === stop ? help : undefined}
                aria-disabled={!sortable}
                onFocus={() => setAt(id)}
                onClick={() => sortable && !drag.moved() && onSort(id)}
                onPointerDown={(event) => drag.lift(event, i)}
              >
                {text}
                {sorted && (
                  <span class="grid-arrow" aria-hidden="true">
                    {sorting.down ? "▾" : "▴"}
                  </span>
                )}
              </button>
              <span class="grid-edge" aria-hidden="true" onPointerDown={(event) => drag.stretch(event, i)} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

const wider = (column: Column, by: number): Column => ({ ...column, width: fitting(column.width + by) });
