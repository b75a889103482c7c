import type { HTMLAttributes } from "preact";
import { useRef, useState } from "preact/hooks";
import type { TreeRow } from "./treeRows.ts";

interface Owner {
  open: ReadonlySet<string>;
  onFold(id: string, open: boolean): void;
  takes?(id: string, into: string | null): boolean;
  onMove?(id: string, into: string | null): void;
}

/** How long a dragged thing rests on a folded one until that opens, in milliseconds. */
const rest = 600;

/** Drag and drop inside a tree: onto a row puts it inside, onto the free space puts it at the top. */
export function useTreeDrag({ open, onFold, takes, onMove }: Owner) {
  const dragged = useRef<string | null>(null);
  const opening = useRef<ReturnType<typeof setTimeout> | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const leave = () => {
    if (opening.current) clearTimeout(opening.current);
    opening.current = null;
    setOver(null);
  };
  const accepts = (into: string | null): boolean =>
    dragged.current !== null && (takes?.(dragged.current, into) ?? false);

  function hover(event: DragEvent, into: string | null): void {
    event.stopPropagation();
    if (into !== over) leave();
    if (into !== null && dragged.current !== null && !open.has(into))
      opening.current ??= setTimeout(() => onFold(into, true), rest);
    if (!accepts(into)) return;
    event.preventDefault();
    setOver(into);
  }

  function drop(event: DragEvent, into: string | null): void {
    event.stopPropagation();
    const id = dragged.current;
    leave();
    if (id === null || !accepts(into)) return;
    event.preventDefault();
    dragged.current = null;
    onMove?.(id, into);
  }

  return {
    over,
    around: {
      onDragOver: (event: DragEvent) => dragged.current !== null && hover(event, null),
      onDrop: (event: DragEvent) => dragged.current !== null && drop(event, null),
      onDragLeave: leave,
    },
    on: ({ node }: TreeRow): HTMLAttributes<HTMLDivElement> => ({
      draggable: node.moves ?? false,
      onDragStart: (event) => {
        dragged.current = node.id;
        event.dataTransfer?.setData("text/plain", node.text);
        if (event.dataTransfer) event.dataTransfer.effectAllowed = "move";
      },
      onDragEnd: () => {
        dragged.current = null;
        leave();
      },
      onDragOver: (event) => dragged.current !== null && hover(event, node.id),
      onDrop: (event) => dragged.current !== null && drop(event, node.id),
    }),
  };
}
