import type { TargetedDragEvent, TargetedKeyboardEvent } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

const steps: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 };

/**
 * Lets the rows of a list be put into another order: dragged by their handle, or by Alt with an arrow key from anywhere in a
 * row, where the focus stays. `move` gets the place that the row shall have, counted from 0.
 */
export function useReorder<Id>(ids: readonly Id[], move: (id: Id, to: number) => Promise<unknown>) {
  const [dragged, setDragged] = useState<Id | null>(null);
  const [over, setOver] = useState<Id | null>(null);
  // A row that moves in the document loses the focus: it is given back before anything else happens.
  const moved = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    moved.current?.focus();
    moved.current = null;
  }, [ids.join("\n")]);
  const end = () => {
    setDragged(null);
    setOver(null);
  };
  return {
    handle: (id: Id) => ({
      draggable: true,
      onDragStart: (event: TargetedDragEvent<HTMLElement>) => {
        event.dataTransfer?.setData("text/plain", "");
        setDragged(id);
      },
      onDragEnd: end,
    }),
    row: (id: Id) => ({
      "data-over": dragged !== null && over === id && dragged !== id ? "" : undefined,
      "data-dragged": dragged === id ? "" : undefined,
      onDragOver: (event: TargetedDragEvent<HTMLElement>) => {
        if (dragged === null) return;
        event.preventDefault();
        setOver(id);
      },
      onDrop: (event: TargetedDragEvent<HTMLElement>) => {
        if (dragged === null) return;
        event.preventDefault();
        if (dragged !== id) void move(dragged, ids.indexOf(id));
        end();
      },
      onKeyDown: async (event: TargetedKeyboardEvent<HTMLElement>) => {
        const step = steps[event.key];
        const { target } = event;
        if (!event.altKey || !step || !(target instanceof HTMLElement) || target.matches("textarea, select")) return;
        event.preventDefault();
        const to = ids.indexOf(id) + step;
        if (to < 0 || to >= ids.length) return;
        moved.current = target;
        await move(id, to);
      },
    }),
  };
}
