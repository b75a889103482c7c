import type { RefObject, TargetedPointerEvent } from "preact";
import { useRef, useState } from "preact/hooks";
import { type Column, fitting, reorder } from "./columns.ts";

/** How far a press must go to be a drag, in CSS pixels. */
const slack = 5;

/** Follows a press until it is let go. */
function follow(event: TargetedPointerEvent<HTMLElement>, on: (by: number, x: number) => void, end: () => void): void {
  const { clientX: start, pointerId } = event;
  const move = (next: PointerEvent) => next.pointerId === pointerId && on(next.clientX - start, next.clientX);
  const up = () => {
    window.removeEventListener("pointermove", move);
    window.removeEventListener("pointerup", up);
    window.removeEventListener("pointercancel", up);
    end();
  };
  window.addEventListener("pointermove", move);
  window.addEventListener("pointerup", up);
  window.addEventListener("pointercancel", up);
}

/** Dragging heads to another place, and their edges to another width. */
export function useColumnDrag(
  head: RefObject<HTMLElement | null>,
  columns: readonly Column[],
  onColumns: (columns: readonly Column[]) => void,
) {
  const [over, setOver] = useState<number | null>(null);
  const moved = useRef(false);
  const under = (x: number): number => {
    const titles = [...(head.current?.querySelectorAll("[role=columnheader]") ?? [])];
    const found = titles.findIndex((title) => x < title.getBoundingClientRect().right);
    return found < 0 ? titles.length - 1 : found;
  };
  return {
    /** The column on whose place a dragged one would be put; null without a drag. */
    over,
    /** Whether the press that ends now was a drag: then it is no click. */
    moved: () => moved.current,
    lift(event: TargetedPointerEvent<HTMLElement>, index: number) {
      moved.current = false;
      if (event.button !== 0) return;
      let to = index;
      follow(
        event,
        (by, x) => {
          if (!moved.current && Math.abs(by) < slack) return;
          moved.current = true;
          to = under(x);
          setOver(to);
        },
        () => {
          setOver(null);
          if (moved.current && to !== index) onColumns(reorder(columns, index, to));
        },
      );
    },
    stretch(event: TargetedPointerEvent<HTMLElement>, index: number) {
      event.preventDefault();
      const { width = 0 } = event.currentTarget.parentElement?.getBoundingClientRect() ?? {};
      const put = (by: number) =>
        onColumns(columns.map((each, i) => (i === index ? { ...each, width: fitting(width + by) } : each)));
      follow(event, put, () => undefined);
    },
  };
}
