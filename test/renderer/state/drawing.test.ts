import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Shape } from "../../../main/contract/occlusion.ts";
import { createDrawing, type Drawing } from "../../../renderer/state/drawing/drawing.ts";
import { boxOf, fraction } from "../../../renderer/state/drawing/shapes.ts";

const part = fc.double({ min: -0.5, max: 1.5, noNaN: true });
const box = fc.record({ left: part, top: part, width: part, height: part });
const step = fc.oneof(
  fc.record({ do: fc.constant("add"), kind: fc.constantFrom("rect", "ellipse", "text"), box }),
  fc.record({ do: fc.constant("polygon"), points: fc.array(fc.tuple(part, part), { minLength: 3, maxLength: 5 }) }),
  fc.record({ do: fc.constantFrom("move", "resize"), dx: part, dy: part }),
  fc.record({ do: fc.constant("select"), indices: fc.array(fc.nat(4)) }),
  fc.record({ do: fc.constantFrom("remove", "group", "ungroup", "next", "before", "all") }),
  fc.record({ do: fc.constant("hide"), all: fc.boolean() }),
);

function run(drawing: Drawing, next: Record<string, unknown>): void {
  if (next.do === "add") drawing.add(next.kind as "rect", next.box as never);
  else if (next.do === "polygon") drawing.addPolygon(next.points as never);
  else if (next.do === "move" || next.do === "resize") drawing[next.do](next.dx as number, next.dy as number);
  else if (next.do === "select")
    drawing.select((next.indices as number[]).filter((i) => i < drawing.shapes.value.length));
  else if (next.do === "hide") drawing.setHideAll(next.all as boolean);
  else if (next.do === "next" || next.do === "before") drawing.selectNext(next.do === "next" ? 1 : -1);
  else if (next.do === "all") drawing.selectAll();
  else drawing[next.do as "remove"]();
}

describe("laws", () => {
  test("whatever is done, undo leads back to the beginning and redo to the end; every shape can be seen", () => {
    const law = fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      let heard: readonly Shape[] = [];
      const drawing = createDrawing([], (shapes) => {
        heard = shapes;
      });
      for (const next of steps) {
        run(drawing, next);
        for (const index of drawing.selected.value) expect(index).toBeLessThan(drawing.shapes.value.length);
      }
      const end = drawing.shapes.value;
      for (const shape of end.filter(({ kind }) => kind === "rect" || kind === "ellipse")) {
        const { left, top, width, height } = boxOf(shape);
        for (const value of [left, top, width, height]) expect(value).toBeGreaterThanOrEqual(0);
        expect(Math.max(left + width, top + height)).toBeLessThanOrEqual(1.0003);
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(0.0099);
      }
      while (drawing.canUndo.value) drawing.undo();
      expect(drawing.shapes.value).toEqual([]);
      while (drawing.canRedo.value) drawing.redo();
      expect(drawing.shapes.value).toEqual(end);
      if (steps.length > 0 && drawing.canUndo.value) expect(heard).toBe(drawing.shapes.value);
    });
    fc.assert(law);
  });

  test("a fraction is what it says, in four decimals", () => {
    const law = fc.property(part, (value) => {
      expect(Number(fraction(value))).toBeCloseTo(value, 3);
      expect(fraction(value)).toMatch(/^-?(?:\d*\.\d{1,4}|\d+)$/);
    });
    fc.assert(law);
  });
});

describe("cards", () => {
  const numbers = (drawing: Drawing) => drawing.shapes.value.map(({ number }) => number);
  test("each shape is a card of its own; grouped they are one; a label is none", () => {
    const drawing = createDrawing([], () => undefined);
    for (const kind of ["rect", "ellipse", "rect", "text"] as const) drawing.add(kind);
    expect(numbers(drawing)).toEqual([1, 2, 3, 0]);
    drawing.select([1, 2, 3]);
    drawing.group();
    expect(numbers(drawing)).toEqual([1, 2, 2, 0]);
    drawing.ungroup();
    expect(numbers(drawing)).toEqual([1, 2, 3, 0]);
  });
  test("a new shape hides as the others do, and keeps what it does not know", () => {
    const first: Shape = {
      number: 3,
      kind: "rect",
      props: { left: ".1", top: ".1", width: ".1", height: ".1", fill: "red" },
    };
    const drawing = createDrawing([first], () => undefined);
    drawing.add("rect");
    expect(drawing.shapes.value[1]).toMatchObject({ number: 4, props: expect.not.objectContaining({ oi: "1" }) });
    drawing.setHideAll(true);
    expect(drawing.shapes.value.map(({ props }) => props.oi)).toEqual(["1", "1"]);
    drawing.select([0]);
    drawing.move(0.1, 0);
    expect(drawing.shapes.value[0]?.props).toMatchObject({ left: ".2", fill: "red" });
  });
});
