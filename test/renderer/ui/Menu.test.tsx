import { cleanup, fireEvent, render } from "@testing-library/preact";
import { afterEach, expect, it, vi } from "vitest";
import { Menu } from "../../../renderer/ui/Menu.tsx";

afterEach(cleanup);

function open() {
  const close = vi.fn();
  const run = vi.fn();
  const before = document.createElement("button");
  document.body.append(before);
  before.focus();
  const item = (id: string, disabled = false) => ({ id, text: id, disabled, run: () => run(id) });
  const items = [item("Edit"), item("Export", true), item("Move"), item("Delete")];
  const { unmount, container } = render(<Menu label="Actions" items={items} x={5} y={5} onClose={close} />);
  const press = (key: string) => fireEvent.keyDown(document.activeElement as Element, { key });
  const here = () => document.activeElement?.textContent;
  return { close, run, before, press, here, unmount, container };
}

it("goes through what can be done, around its end, and by first letter", () => {
  const { press, here } = open();
  expect(here()).toBe("Edit");
  press("ArrowDown");
  expect(here()).toBe("Move");
  press("End");
  press("ArrowDown");
  expect(here()).toBe("Edit");
  press("ArrowUp");
  expect(here()).toBe("Delete");
  press("m");
  expect(here()).toBe("Move");
});

it("closes before it does something, and with Escape; keys go no further than the menu", () => {
  const { press, close, run } = open();
  const outside = vi.fn();
  window.addEventListener("keydown", outside);
  press("Escape");
  press("x");
  expect(close).toHaveBeenCalledOnce();
  expect(outside).not.toHaveBeenCalled();
  window.removeEventListener("keydown", outside);
  (document.activeElement as HTMLElement).click();
  expect(run).toHaveBeenCalledExactlyOnceWith("Edit");
  expect(close.mock.invocationCallOrder[1]).toBeLessThan(run.mock.invocationCallOrder[0] ?? 0);
});

it("gives the keyboard back, and closes on a press beside it", () => {
  const { before, unmount, close } = open();
  fireEvent.pointerDown(document.body);
  expect(close).toHaveBeenCalledOnce();
  unmount();
  expect(document.activeElement).toBe(before);
});
