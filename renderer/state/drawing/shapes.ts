import type { Shape } from "../../../main/contract/occlusion.ts";

/** A box in fractions of the picture. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export type Point = readonly [x: number, y: number];

/** Nothing smaller can be seen or caught. */
const smallest = 0.01;

/** As Anki writes it: four decimals at most, no zero before the point. */
export function fraction(value: number): string {
  const text = value.toFixed(4).replace(/\.?0+$/, "");
  return text === "-0" ? "0" : text.replace(/^(-?)0\./, "$1.");
}

const number = (written: string | undefined): number => Number.parseFloat(written ?? "") || 0;

export function pointsOf({ props }: Shape): Point[] {
  const numbers = (props.points ?? "").split(/[\s,]+/).map(number);
  return Array.from(
    { length: Math.floor(numbers.length / 2) },
    (_, i): Point => [numbers[2 * i] ?? 0, numbers[2 * i + 1] ?? 0],
  );
}

/** Where a shape lies, unturned. */
export function boxOf(shape: Shape): Box {
  const { kind, props } = shape;
  const at = { left: number(props.left), top: number(props.top) };
  if (kind === "rect") return { ...at, width: number(props.width), height: number(props.height) };
  if (kind === "ellipse") return { ...at, width: 2 * number(props.rx), height: 2 * number(props.ry) };
  if (kind === "text") {
    const height = (number(props.fs) || 0.05) * (number(props.scale) || 1);
    return { ...at, width: height * 0.5 * Math.max(2, (props.text ?? "").length), height };
  }
  const points = pointsOf(shape);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** The shape in another box; of a text only the place and the height of its line follow. */
export function inBox(shape: Shape, wanted: Box): Shape {
  const box = fitted(wanted);
  const at = { left: fraction(box.left), top: fraction(box.top) };
  const { kind, props } = shape;
  if (kind === "rect")
    return { ...shape, props: { ...props, ...at, width: fraction(box.width), height: fraction(box.height) } };
  if (kind === "ellipse")
    return { ...shape, props: { ...props, ...at, rx: fraction(box.width / 2), ry: fraction(box.height / 2) } };
  if (kind === "text")
    return { ...shape, props: { ...props, ...at, fs: fraction(box.height / (number(props.scale) || 1)) } };
  const old = boxOf(shape);
  const moved = pointsOf(shape).map(
    ([x, y]): Point => [
      box.left + share(x - old.left, old.width) * box.width,
      box.top + share(y - old.top, old.height) * box.height,
    ],
  );
  return { ...shape, props: { ...props, ...at, points: writePoints(moved) } };
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

const writePoints = (points: readonly Point[]): string =>
  points.map(([x, y]) => `${fraction(x)},${fraction(y)}`).join(" ");

/** The box moved and cut so that it lies on the picture and can be seen. */
function fitted({ left, top, width, height }: Box): Box {
  const [w, h] = [clamp(width, smallest, 1), clamp(height, smallest, 1)];
  return { left: clamp(left, 0, 1 - w), top: clamp(top, 0, 1 - h), width: w, height: h };
}

export const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

/** The box between two corners, whichever way it was drawn. */
export const boxBetween = ([ax, ay]: Point, [bx, by]: Point): Box => ({
  left: Math.min(ax, bx),
  top: Math.min(ay, by),
  width: Math.abs(ax - bx),
  height: Math.abs(ay - by),
});

/** A new shape of that gap number; `hideAll` as the others have it. */
export function newShape(kind: "rect" | "ellipse" | "text", number: number, box: Box, hideAll: boolean): Shape {
  const oi: Record<string, string> = hideAll ? { oi: "1" } : {};
  const blank: Shape = { number, kind, props: kind === "text" ? { left: "0", top: "0", text: "", scale: "1" } : {} };
  const placed = inBox(blank, box);
  return { ...placed, props: { ...placed.props, ...oi } };
}

export function newPolygon(number: number, points: readonly Point[], hideAll: boolean): Shape {
  const props = { left: "0", top: "0", points: writePoints(points) };
  const shape: Shape = { number, kind: "polygon", props };
  const { left, top } = boxOf(shape);
  return {
    ...shape,
    props: { ...props, left: fraction(left), top: fraction(top), ...(hideAll && { oi: "1" }) },
  };
}
