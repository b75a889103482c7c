import type { RefObject, TargetedPointerEvent } from "preact";
import { useState } from "preact/hooks";
import type { Shape } from "../../../main/contract/occlusion.ts";
import type { Drawing } from "../../state/drawing/drawing.ts";
import { type Box, boxBetween, boxOf, clamp, inBox, newShape, type Point } from "../../state/drawing/shapes.ts";
import type { Corner } from "./ShapeMark.tsx";

type Stroke =
  | { does: "draw"; from: Point; to: Point }
  | { does: "move"; from: Point; to: Point }
  | { does: "size"; index: number; corner: Corner; to: Point };

/** A press that hardly moves is a click. */
const still = 0.005;

type Press = TargetedPointerEvent<SVGSVGElement>;

/** What the pointer does over the picture. Nothing is a step before the button is let go. */
export function usePen(drawing: Drawing, canvas: RefObject<SVGSVGElement | null>) {
  const [stroke, setStroke] = useState<Stroke | null>(null);
  const [corners, setCorners] = useState<readonly Point[]>([]);
  const tool = drawing.tool.value;

  /** The place of the pointer in fractions of the picture. */
  function placeOf(event: { clientX: number; clientY: number }): Point {
    const { left, top, width, height } = canvas.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return [clamp((event.clientX - left) / width, 0, 1), clamp((event.clientY - top) / height, 0, 1)];
  }

  /** What a press begins; null if it is over with it. */
  function begin(event: Press, at: Point): Stroke | null {
    const mark = (event.target as Element).closest<SVGElement>("[data-shape]");
    const index = Number(mark?.dataset.shape ?? -1);
    const corner = mark?.dataset.corner as Corner | undefined;
    if (corner) return { does: "size", index, corner, to: at };
    const chosen = drawing.selected.value;
    const takes = index >= 0 && (tool === "select" || chosen.has(index));
    if (!takes && tool !== "select") return { does: "draw", from: at, to: at };
    const adds = event.shiftKey || event.ctrlKey || event.metaKey;
    if (takes && adds) drawing.select(toggled(chosen, index));
    else if (!takes) drawing.select([]);
    else if (!chosen.has(index)) drawing.select([index]);
    return takes && !adds ? { does: "move", from: at, to: at } : null;
  }

  function down(event: Press): void {
    if (event.button !== 0) return;
    canvas.current?.focus();
    const at = placeOf(event);
    if (tool === "polygon") setCorners([...corners, at]);
    else {
      canvas.current?.setPointerCapture(event.pointerId);
      setStroke(begin(event, at));
    }
  }

  function up(event: Press): void {
    if (stroke) finish({ ...stroke, to: placeOf(event) });
    setStroke(null);
  }

  function finish(done: Stroke): void {
    if (done.does === "size") drawing.place(done.index, boxWhile(done));
    else if (done.does === "move") {
      if (distance(done.from, done.to) > still) drawing.move(done.to[0] - done.from[0], done.to[1] - done.from[1]);
    } else if (tool === "text") drawing.add("text", { left: done.to[0], top: done.to[1], width: 0.1, height: 0.05 });
    else if (distance(done.from, done.to) > still && (tool === "rect" || tool === "ellipse"))
      drawing.add(tool, boxBetween(done.from, done.to));
    else drawing.select([]);
  }

  function boxWhile({ index, corner, to }: Extract<Stroke, { does: "size" }>): Box {
    const shape = drawing.shapes.value[index];
    const { left, top, width, height } = shape ? boxOf(shape) : { left: 0, top: 0, width: 0, height: 0 };
    const fixed: Point = [corner.endsWith("e") ? left : left + width, corner.startsWith("s") ? top : top + height];
    return boxBetween(fixed, to);
  }

  return {
    down,
    up,
    move: (event: Press) => stroke && setStroke({ ...stroke, to: placeOf(event) }),
    /** The corners of a polygon that is being drawn, or the outline of a box. */
    sketch: corners.length > 0 ? corners : stroke?.does === "draw" ? outline(stroke, tool) : [],
    /** A shape as it is shown while it is moved or sized. */
    shown(shape: Shape, index: number): Shape {
      if (stroke?.does === "size" && stroke.index === index) return inBox(shape, boxWhile(stroke));
      if (stroke?.does !== "move" || !drawing.selected.value.has(index)) return shape;
      const box = boxOf(shape);
      const [dx, dy] = [stroke.to[0] - stroke.from[0], stroke.to[1] - stroke.from[1]];
      return inBox(shape, { ...box, left: box.left + dx, top: box.top + dy });
    },
    /** Whether a polygon is being drawn. */
    drawing: corners.length > 0,
    close(): void {
      const distinct = corners.filter((point, i) => i === 0 || String(point) !== String(corners[i - 1]));
      if (distinct.length > 2) drawing.addPolygon(distinct);
      setCorners([]);
    },
    drop: () => setCorners([]),
  };
}

export type Pen = ReturnType<typeof usePen>;

const distance = ([ax, ay]: Point, [bx, by]: Point): number => Math.max(Math.abs(ax - bx), Math.abs(ay - by));

const toggled = (set: ReadonlySet<number>, index: number): number[] =>
  set.has(index) ? [...set].filter((each) => each !== index) : [...set, index];

/** What the box between two corners will be. */
function outline({ from, to }: { from: Point; to: Point }, tool: string): Point[] {
  if (tool === "text") return [];
  const { left, top, width, height } = boxOf(newShape("rect", 1, boxBetween(from, to), false));
  const [right, bottom] = [left + width, top + height];
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
    [left, top],
  ];
}
