import { computed, signal } from "@preact/signals";
import type { Shape } from "../../../main/contract/occlusion.ts";
import { type Box, boxOf, inBox, newPolygon, newShape, type Point } from "./shapes.ts";

export type Tool = "select" | "rect" | "ellipse" | "polygon" | "text";

/** Where a shape goes that is made without a pointer. */
const middle: Box = { left: 0.4, top: 0.45, width: 0.2, height: 0.1 };

/** The shapes over a picture while they are drawn. `changed` hears of every step, undo included. */
export function createDrawing(first: readonly Shape[], changed: (shapes: readonly Shape[]) => void) {
  const shapes = signal<readonly Shape[]>(first);
  const selected = signal<ReadonlySet<number>>(new Set());
  const tool = signal<Tool>("rect");
  const past = signal<readonly (readonly Shape[])[]>([]);
  const future = signal<readonly (readonly Shape[])[]>([]);
  const hideAll = computed(() => shapes.value.length === 0 || shapes.value.some(({ props }) => props.oi === "1"));

  function show(next: readonly Shape[], chosen: Iterable<number>): void {
    shapes.value = next;
    selected.value = new Set([...chosen].filter((index) => index < next.length));
    changed(next);
  }

  /** One step: what was before can be taken back. */
  function step(next: readonly Shape[], chosen: Iterable<number> = selected.value): void {
    past.value = [...past.value, shapes.value];
    future.value = [];
    show(next, chosen);
  }

  const nextNumber = () => Math.max(0, ...shapes.value.map(({ number }) => number)) + 1;

  const add = (shape: Shape) => step([...shapes.value, shape], [shapes.value.length]);

  const map = (change: (shape: Shape) => Shape) =>
    step(shapes.value.map((shape, index) => (selected.value.has(index) ? change(shape) : shape)));

  return {
    ...{ shapes, selected, tool, hideAll },
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    select: (indices: Iterable<number>) => {
      selected.value = new Set(indices);
    },
    /** Selects the next shape, or with -1 the one before; round and round. */
    selectNext(by: 1 | -1): void {
      const { length } = shapes.value;
      const from = by === 1 ? Math.max(-1, ...selected.value) : Math.min(length, ...selected.value);
      if (length > 0) selected.value = new Set([(from + by + length) % length]);
    },
    selectAll: () => {
      selected.value = new Set(shapes.value.keys());
    },
    /** A rectangle, an ellipse or a text; without a box in the middle. A text has no card of its own. */
    add: (kind: "rect" | "ellipse" | "text", box: Box = middle) =>
      add(newShape(kind, kind === "text" ? 0 : nextNumber(), box, hideAll.value)),
    addPolygon: (points: readonly Point[]) => add(newPolygon(nextNumber(), points, hideAll.value)),
    remove: () =>
      step(
        shapes.value.filter((_, index) => !selected.value.has(index)),
        [],
      ),
    move: (dx: number, dy: number) =>
      map((shape) => {
        const box = boxOf(shape);
        return inBox(shape, { ...box, left: box.left + dx, top: box.top + dy });
      }),
    resize: (dx: number, dy: number) =>
      map((shape) => {
        const box = boxOf(shape);
        return inBox(shape, { ...box, width: box.width + dx, height: box.height + dy });
      }),
    place: (index: number, box: Box) =>
      step(shapes.value.map((shape, at) => (at === index ? inBox(shape, box) : shape))),
    write: (index: number, text: string) =>
      step(shapes.value.map((shape, at) => (at === index ? { ...shape, props: { ...shape.props, text } } : shape))),
    /** Makes one card of the selected shapes. Labels stay labels. */
    group(): void {
      const numbers = [...selected.value]
        .map((index) => shapes.value[index]?.number ?? 0)
        .filter((number) => number > 0);
      if (numbers.length > 1) map((shape) => (shape.number === 0 ? shape : { ...shape, number: Math.min(...numbers) }));
    },
    /** Makes a card of each selected shape; the first keeps its number. */
    ungroup(): void {
      const taken = new Set(shapes.value.filter((_, index) => !selected.value.has(index)).map(({ number }) => number));
      let next = nextNumber();
      map((shape) => {
        if (shape.number === 0) return shape;
        const number = taken.has(shape.number) ? next++ : shape.number;
        taken.add(number);
        return { ...shape, number };
      });
    },
    setHideAll: (all: boolean) =>
      step(
        shapes.value.map(({ props: { oi: _, ...props }, ...shape }) => ({
          ...shape,
          props: all ? { ...props, oi: "1" } : props,
        })),
      ),
    undo(): void {
      const before = past.value.at(-1);
      if (!before) return;
      past.value = past.value.slice(0, -1);
      future.value = [...future.value, shapes.value];
      show(before, selected.value);
    },
    redo(): void {
      const after = future.value.at(-1);
      if (!after) return;
      future.value = future.value.slice(0, -1);
      past.value = [...past.value, shapes.value];
      show(after, selected.value);
    },
  };
}

export type Drawing = ReturnType<typeof createDrawing>;
