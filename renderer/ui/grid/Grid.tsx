// biome-ignore-all lint/a11y/useSemanticElements: a table of the browser cannot leave out the rows that are not looked at
import type { ComponentChildren, TargetedKeyboardEvent, TargetedMouseEvent } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Column, least, template } from "./columns.ts";
import { GridHead, type Sorting } from "./GridHead.tsx";
import { GridRow, type Row } from "./GridRow.tsx";
import { destination, select } from "./gridKeys.ts";
import { has } from "./ranges.ts";
import { clip, extend, flip, only, type Selection } from "./selection.ts";
import { useRows } from "./useRows.ts";

/** Heights in CSS pixels; the style sheet has the same. */
const rowHeight = 32;
const headHeight = 36;
/** Rows drawn beyond the edges. */
const ahead = 12;

interface Props {
  label: string;
  /** See GridHead. */
  headHelp: string;
  columns: readonly Column[];
  count: number;
  /** The row at a position; undefined while it is on its way. */
  rowAt(position: number): Row | undefined;
  /** These positions are in sight, or soon: from, to before. */
  onNeed(from: number, to: number): void;
  selection: Selection;
  onSelect(selection: Selection): void;
  /** Enter, or a double click. */
  onOpen?(position: number): void;
  /** Right button, Shift+F10 or the menu key: where it was asked for, in the window. */
  onMenu?(x: number, y: number): void;
  sorting: Sorting | null;
  onSort(column: string): void;
  onColumns(columns: readonly Column[]): void;
  /** Changes when the list is another one: then it is shown from its top. */
  list: unknown;
  /** One row is selected at a time. */
  single?: boolean;
  /** Grows when the keyboard is to come here. */
  seek: number;
  /** Stands in the place of the rows. */
  children?: ComponentChildren;
}

/**
 * A table of any length, drawn only where it is looked at. The keyboard moves from row to row, and with Right into the
 * cells of a row; rows are selected by position.
 */
export function Grid(props: Props) {
  const { label, columns, count, rowAt, onNeed, selection, onSelect, onOpen, onMenu, list, children } = props;
  const scroller = useRef<HTMLDivElement>(null);
  /** Which cell of the row the keyboard is in; -1 is the row as a whole. */
  const [cell, setCell] = useState(-1);
  const focused = useRef(false);
  const stands = clip(selection, count).cursor;
  const rows = useRows({ count, height: rowHeight, head: headHeight, ahead, keep: stands, scroller });
  const drawn = rows.getVirtualItems();

  const range = rows.range;
  const [from, to] = range
    ? [Math.max(0, range.startIndex - ahead), Math.min(count, range.endIndex + 1 + ahead)]
    : [0, 0];
  useLayoutEffect(() => onNeed(from, to), [onNeed, from, to, list]);
  const listed = useRef<unknown>(null);
  useLayoutEffect(() => {
    // A list that is shown again begins where the keyboard stood in it; another one at its top.
    if (listed.current === null && stands > 0) rows.scrollToIndex(stands, { align: "center" });
    else scroller.current?.scrollTo({ top: 0 });
    listed.current = { list };
  }, [list]);
  const sought = useRef(props.seek);
  if (sought.current !== props.seek) focused.current = true;
  sought.current = props.seek;
  // The focus follows the keyboard; it is never taken from elsewhere.
  useLayoutEffect(() => {
    if (!focused.current || !scroller.current) return;
    const row = scroller.current.querySelector<HTMLElement>(`[data-position="${stands}"]`);
    const target = cell < 0 ? row : row?.querySelectorAll<HTMLElement>("[role=gridcell]")[cell];
    const goal = target ?? scroller.current;
    if (document.activeElement !== goal) goal.focus({ preventScroll: true });
  }, [stands, cell, count, props.seek]);

  const goTo = (next: Selection) => {
    onSelect(next);
    if (next.cursor >= 0) rows.scrollToIndex(next.cursor, { align: "auto" });
  };
  const page = () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1);

  function onKey(event: TargetedKeyboardEvent<HTMLDivElement>): void {
    if (event.altKey || count === 0) return;
    const along = cellAfter(event.key, cell, columns.length);
    if (along !== null && !event.ctrlKey && !event.metaKey && !event.shiftKey) setCell(along);
    else if (event.key === "Enter" && onOpen && !event.ctrlKey && !event.metaKey && !event.shiftKey) onOpen(stands);
    else {
      const next = select(event, clip(selection, count), count, destination(event.key, stands, count, page()));
      if (!next) return;
      goTo(next);
    }
    event.preventDefault();
  }

  const positionOf = (event: TargetedMouseEvent<HTMLDivElement>): number | null => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-position]") : null;
    return row ? Number(row.dataset.position) : null;
  };

  function onPress(event: TargetedMouseEvent<HTMLDivElement>): void {
    const position = positionOf(event);
    if (position === null) return;
    const add = event.ctrlKey || event.metaKey;
    focused.current = true;
    setCell(-1);
    if (event.button === 2) {
      if (!has(selection.ranges, position)) onSelect(only(position));
    } else if (event.button === 0)
      onSelect(
        event.shiftKey
          ? extend(clip(selection, count), position, add)
          : add
            ? flip(selection, position)
            : only(position),
      );
    // Else Shift and a click would mark text.
    event.preventDefault();
    scroller.current?.querySelector<HTMLElement>(`[data-position="${position}"]`)?.focus({ preventScroll: true });
  }

  function askMenu(event: TargetedMouseEvent<HTMLDivElement>): void {
    if (!onMenu || positionOf(event) === null) return;
    event.preventDefault();
    if (!has(selection.ranges, stands) && event.button !== 2) onSelect(only(stands));
    const { left, bottom } = (event.target as Element).getBoundingClientRect();
    const byKey = event.clientX === 0 && event.clientY === 0;
    if (byKey || event.button !== 2) onMenu(left + 24, bottom);
    else onMenu(event.clientX, event.clientY);
  }

  return (
    <div
      ref={scroller}
      class="grid"
      role="grid"
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      aria-multiselectable={!props.single}
      tabIndex={count === 0 ? 0 : -1}
      style={{ "--columns": template(columns), "--least": `${least(columns)}px` }}
    >
      <GridHead
        help={props.headHelp}
        columns={columns}
        sorting={props.sorting}
        onSort={props.onSort}
        onColumns={props.onColumns}
      />
      <div
        class="grid-body"
        role="rowgroup"
        style={{ blockSize: `${count * rowHeight}px` }}
        onKeyDown={onKey}
        onMouseDown={onPress}
        onDblClick={(event) => {
          const position = positionOf(event);
          if (position !== null) onOpen?.(position);
        }}
        onContextMenu={askMenu}
        onFocusCapture={() => {
          focused.current = true;
        }}
        onBlurCapture={(event) => {
          // A row that is drawn anew loses the focus to nothing: that is no leaving.
          if (event.relatedTarget) focused.current = false;
        }}
      >
        {drawn.map(({ index, start }) => (
          <GridRow
            key={index}
            position={index}
            top={start - headHeight}
            row={rowAt(index)}
            columns={columns}
            selected={has(selection.ranges, index)}
            stop={index === stands ? cell : null}
          />
        ))}
      </div>
      {children}
    </div>
  );
}

/** Where Left, Right, and inside of cells Home and End lead; null if the key is none of these. */
function cellAfter(key: string, cell: number, cells: number): number | null {
  if (key === "ArrowRight") return Math.min(cell + 1, cells - 1);
  if (key === "ArrowLeft") return Math.max(cell - 1, -1);
  if (cell < 0) return null;
  return key === "Home" ? 0 : key === "End" ? cells - 1 : null;
}
