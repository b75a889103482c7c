// biome-ignore-all lint/a11y/useSemanticElements: a table of the browser cannot leave out the rows that are not looked at
import { Component } from "preact";
import type { Column } from "./columns.ts";

export interface Row {
  /** What its cells say, in the order of the columns. */
  cells: readonly string[];
  /** A class for the row: its colour. */
  look?: string;
}

interface Props {
  position: number;
  /** CSS pixels from the top of the list. */
  top: number;
  row: Row | undefined;
  columns: readonly Column[];
  selected: boolean;
  /** Where Tab stops in it: a cell, -1 for the row itself; null for nowhere. */
  stop: number | null;
}

/** One row. It keeps its height while what it shows is on its way; it is drawn anew only if something about it is new. */
export class GridRow extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    const { position, top, row, columns, selected, stop } = this.props;
    return (
      next.row !== row ||
      next.selected !== selected ||
      next.stop !== stop ||
      next.columns !== columns ||
      next.position !== position ||
      next.top !== top
    );
  }

  override render() {
    const { position, top, row, columns, selected, stop } = this.props;
    return (
      <div
        role="row"
        class={row?.look ? `grid-row ${row.look}` : "grid-row"}
        data-position={position}
        aria-rowindex={position + 2}
        aria-selected={selected}
        aria-busy={row === undefined}
        tabIndex={stop === -1 ? 0 : -1}
        style={{ transform: `translateY(${top}px)` }}
      >
        {columns.map(({ id, numeric, path }, i) => (
          <span
            key={id}
            role="gridcell"
            class={numeric ? "grid-cell numeric" : "grid-cell"}
            aria-colindex={i + 1}
            tabIndex={stop === i ? 0 : -1}
            dir="auto"
          >
            {row ? <Text of={row.cells[i] ?? ""} path={path} /> : <span class="grid-wait" />}
          </span>
        ))}
      </div>
    );
  }
}

/** A path is cut before its last name, so that the outer names can give way to it. */
function Text({ of, path }: { of: string; path: string | undefined }) {
  const at = path ? of.lastIndexOf(path) : -1;
  if (at < 0) return <>{of}</>;
  return (
    <span class="grid-path">
      <span>{of.slice(0, at)}</span>
      <span>{of.slice(at)}</span>
    </span>
  );
}
