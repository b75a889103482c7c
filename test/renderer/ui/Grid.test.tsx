import { cleanup, fireEvent, render } from "@testing-library/preact";
import { useState } from "preact/hooks";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import type { Column } from "../../../renderer/ui/grid/columns.ts";
import { Grid } from "../../../renderer/ui/grid/Grid.tsx";
import { nothing, type Selection } from "../../../renderer/ui/grid/selection.ts";

// happy-dom lays nothing out: a grid of 400 px.
const height = Object.getOwnPropertyDescriptor(HTMLElement.prototype, "offsetHeight");
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, "offsetHeight", { configurable: true, get: () => 400 });
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, get: () => 400 });
});
afterAll(() => {
  if (height) Object.defineProperty(HTMLElement.prototype, "offsetHeight", height);
});
afterEach(cleanup);

const start: Column[] = [
  { id: "name", text: "Name", width: 200, sortable: true },
  { id: "size", text: "Size", width: 80, numeric: true, sortable: true },
  { id: "place", text: "Place", width: 100 },
];

function open(count: number) {
  const seen = { selection: nothing as Selection, columns: start as readonly Column[] };
  const on = { open: vi.fn(), menu: vi.fn(), sort: vi.fn(), need: vi.fn() };
  function Held() {
    const [selection, select] = useState(nothing);
    const [columns, arrange] = useState<readonly Column[]>(start);
    Object.assign(seen, { selection, columns });
    return (
      <Grid
        label="Things"
        headHelp="Keys"
        columns={columns}
        count={count}
        rowAt={(i) => (i % 10 === 9 ? undefined : { cells: columns.map(({ id }) => `${id} ${i}`) })}
        onNeed={on.need}
        selection={selection}
        onSelect={select}
        onOpen={on.open}
        onMenu={on.menu}
        sorting={{ column: "size", down: true }}
        onSort={on.sort}
        onColumns={arrange}
        list={1}
        seek={0}
      />
    );
  }
  const { container } = render(<Held />);
  const grid = container.querySelector("[role=grid]") as HTMLElement;
  const row = (i: number) => container.querySelector<HTMLElement>(`[data-position="${i}"]`);
  const press = (key: string, held: KeyboardEventInit = {}) =>
    fireEvent.keyDown(document.activeElement ?? grid, { key, ...held });
  return { ...on, container, grid, row, press, seen };
}

it("draws a part of its rows, and says how many there are and which these are", () => {
  const { container, grid, row, need } = open(100_000);
  expect(grid.getAttribute("aria-rowcount")).toBe("100001");
  expect(grid.getAttribute("aria-colcount")).toBe("3");
  const drawn = container.querySelectorAll("[data-position]").length;
  expect(drawn).toBeGreaterThan(11);
  expect(drawn).toBeLessThan(60);
  expect(row(3)?.getAttribute("aria-rowindex")).toBe("5");
  expect(row(3)?.textContent).toBe("name 3size 3place 3");
  expect(row(9)?.getAttribute("aria-busy")).toBe("true");
  expect(need).toHaveBeenCalledWith(0, expect.any(Number));
});

it("has one stop for Tab in its rows, which follows the keyboard", () => {
  const { container, row, press, seen } = open(100_000);
  const stops = () => [...container.querySelectorAll(".grid-body [tabindex='0']")];
  expect(stops()).toEqual([row(0)]);
  row(0)?.focus();
  press("ArrowDown");
  press("ArrowDown");
  expect(document.activeElement).toBe(row(2));
  expect(stops()).toEqual([row(2)]);
  expect(row(2)?.getAttribute("aria-selected")).toBe("true");
  press("End");
  expect(document.activeElement).toBe(row(99_999));
  expect(seen.selection.ranges).toEqual([[99_999, 100_000]]);
  press("Home");
  expect(document.activeElement).toBe(row(0));
  press("PageDown");
  expect(seen.selection.cursor).toBe(10);
});

it("selects by keyboard: Shift draws, Ctrl moves, Space adds, Ctrl+A takes all", () => {
  const { row, press, seen } = open(1_000);
  row(0)?.focus();
  press("ArrowDown");
  press("ArrowDown", { shiftKey: true });
  press("ArrowDown", { shiftKey: true });
  expect(seen.selection.ranges).toEqual([[1, 4]]);
  press("ArrowDown", { ctrlKey: true });
  press("ArrowDown", { ctrlKey: true });
  press(" ", { ctrlKey: true });
  expect(seen.selection.ranges).toEqual([
    [1, 4],
    [5, 6],
  ]);
  press("ArrowDown", { ctrlKey: true, shiftKey: true });
  expect(seen.selection.ranges).toEqual([
    [1, 4],
    [5, 7],
  ]);
  press("a", { ctrlKey: true });
  expect(seen.selection.ranges).toEqual([[0, 1_000]]);
  press("End", { shiftKey: true });
  expect(seen.selection.ranges).toEqual([[5, 1_000]]);
});

it("selects by mouse", () => {
  const { row, seen } = open(1_000);
  const click = (i: number, held: MouseEventInit = {}) => fireEvent.mouseDown(row(i) as HTMLElement, held);
  click(3);
  click(6, { shiftKey: true });
  click(5, { ctrlKey: true });
  expect(seen.selection.ranges).toEqual([
    [3, 5],
    [6, 7],
  ]);
  click(6, { button: 2 }); // a menu for what is selected keeps it
  expect(seen.selection.ranges).toHaveLength(2);
  click(9, { button: 2 });
  expect(seen.selection.ranges).toEqual([[9, 10]]);
});

it("goes into the cells of a row and out again", () => {
  const { row, press } = open(1_000);
  row(0)?.focus();
  press("ArrowRight");
  press("ArrowRight");
  expect(document.activeElement?.textContent).toBe("size 0");
  press("ArrowDown");
  expect(document.activeElement?.textContent).toBe("size 1");
  press("Home");
  expect(document.activeElement?.textContent).toBe("name 1");
  press("ArrowLeft");
  expect(document.activeElement).toBe(row(1));
});

it("opens with Enter and a double click, and asks for a menu by key", () => {
  const { row, press, ...on } = open(1_000);
  row(0)?.focus();
  press("ArrowDown");
  press("Enter");
  expect(on.open).toHaveBeenLastCalledWith(1);
  fireEvent.dblClick(row(4) as HTMLElement);
  expect(on.open).toHaveBeenLastCalledWith(4);
  fireEvent.contextMenu(row(1) as HTMLElement, { clientX: 0, clientY: 0 });
  expect(on.menu).toHaveBeenCalledOnce();
});

it("keeps the keyboard when its rows go", () => {
  const { container, press } = open(0);
  expect(container.querySelector("[role=grid]")?.getAttribute("tabindex")).toBe("0");
  press("ArrowDown");
  expect(container.querySelectorAll("[data-position]")).toHaveLength(0);
});

it("sorts, moves and widens its columns by keyboard", () => {
  const { container, press, sort, seen } = open(10);
  const titles = () => [...container.querySelectorAll<HTMLElement>("[role=columnheader]")];
  const button = (id: string) => container.querySelector<HTMLElement>(`[data-column=${id}]`) as HTMLElement;
  expect(titles().map((title) => title.getAttribute("aria-sort"))).toEqual(["none", "descending", null]);
  expect(container.querySelectorAll(".grid-head button[tabindex='0']")).toHaveLength(1);
  button("name").focus();
  fireEvent.click(button("name"));
  expect(sort).toHaveBeenCalledWith("name");
  fireEvent.click(button("place"));
  expect(sort).toHaveBeenCalledOnce();
  button("name").focus();
  press("ArrowRight");
  expect(document.activeElement).toBe(button("size"));
  press("ArrowRight", { shiftKey: true });
  expect(seen.columns[1]?.width).toBe(96);
  press("ArrowLeft", { altKey: true });
  expect(seen.columns.map(({ id }) => id)).toEqual(["size", "name", "place"]);
  expect(document.activeElement).toBe(button("size"));
  for (let i = 0; i < 20; i++) press("ArrowLeft", { shiftKey: true });
  expect(seen.columns[0]?.width).toBe(48);
});
