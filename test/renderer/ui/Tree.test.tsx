import { cleanup, fireEvent, render } from "@testing-library/preact";
import { useState } from "preact/hooks";
import { afterEach, expect, it, vi } from "vitest";
import { Tree } from "../../../renderer/ui/tree/Tree.tsx";
import type { TreeNode } from "../../../renderer/ui/tree/treeRows.ts";

// Preact asks the element whether it knows an event; happy-dom's knows none of dragging.
for (const name of ["ondragstart", "ondragover", "ondragend", "ondragleave", "ondrop"])
  if (!(name in HTMLElement.prototype))
    Object.defineProperty(HTMLElement.prototype, name, { value: null, writable: true });

afterEach(cleanup);

const leaf = (id: string, more: Partial<TreeNode> = {}): TreeNode => ({
  ...{ id, text: id, rename: true, remove: true, moves: true },
  ...more,
});
const nodes: TreeNode[] = [
  leaf("Asia", { inner: [leaf("Armenia"), leaf("Georgia", { inner: [leaf("Tbilisi")] })], more: "12" }),
  leaf("Europe", { inner: [leaf("Austria")] }),
  leaf("All", { rename: false, remove: false, moves: false }),
];

function open() {
  const on = { choose: vi.fn(), rename: vi.fn(), remove: vi.fn(), move: vi.fn(), menu: vi.fn() };
  function Held() {
    const [unfolded, setOpen] = useState<ReadonlySet<string>>(new Set());
    const [renaming, setRenaming] = useState<string | null>(null);
    return (
      <Tree
        label="Places"
        nodes={nodes}
        open={unfolded}
        onFold={(id, isOpen) => {
          setOpen((before) => {
            const next = new Set(before);
            if (isOpen) next.add(id);
            else next.delete(id);
            return next;
          });
        }}
        onChoose={on.choose}
        onRename={on.rename}
        onRemove={on.remove}
        takes={(id, into) => id !== into && into !== "All"}
        onMove={on.move}
        onMenu={on.menu}
        renaming={renaming}
        onRenaming={setRenaming}
        words={{ rename: (text) => `New name for ${text}` }}
      />
    );
  }
  const { container } = render(<Held />);
  const items = () => [...container.querySelectorAll<HTMLElement>("[role=treeitem]")];
  const item = (text: string) => items().find((each) => each.textContent?.startsWith(text)) as HTMLElement;
  const press = (key: string, held: KeyboardEventInit = {}) =>
    fireEvent.keyDown(document.activeElement as Element, { key, ...held });
  const here = () => document.activeElement?.querySelector(".tree-text")?.textContent;
  items()[0]?.focus();
  return { ...on, container, items, item, press, here };
}

it("says of each row where it is", () => {
  const { item, items, press } = open();
  expect(items()).toHaveLength(3);
  expect(item("Asia").getAttribute("aria-expanded")).toBe("false");
  expect(item("All").hasAttribute("aria-expanded")).toBe(false);
  press("ArrowRight");
  const georgia = item("Georgia");
  expect(["aria-level", "aria-posinset", "aria-setsize"].map((name) => georgia.getAttribute(name))).toEqual([
    "2",
    "2",
    "2",
  ]);
  expect(items().filter((each) => each.tabIndex === 0)).toEqual([item("Asia")]);
});

it("walks with the arrows, folds and unfolds", () => {
  const { press, here, items } = open();
  press("ArrowRight");
  expect(here()).toBe("Asia");
  press("ArrowRight");
  expect(here()).toBe("Armenia");
  press("ArrowDown");
  press("ArrowRight");
  press("ArrowRight");
  expect(here()).toBe("Tbilisi");
  press("ArrowLeft");
  expect(here()).toBe("Georgia");
  press("ArrowLeft"); // folds
  press("ArrowLeft");
  expect(here()).toBe("Asia");
  press("End");
  expect(here()).toBe("All");
  press("Home");
  press("ArrowLeft");
  expect(items()).toHaveLength(3);
});

it("goes to what is typed", () => {
  const { press, here } = open();
  press("a");
  expect(here()).toBe("All");
  fireEvent.keyDown(document.activeElement as Element, { key: "e", timeStamp: 9e9 });
  press("ArrowUp");
  press("ArrowUp");
  press("e");
  expect(here()).not.toBe("All");
});

it("chooses with Enter, Space and a click, and tells the keys that are held", () => {
  const { press, choose, item } = open();
  press("Enter");
  expect(choose).toHaveBeenLastCalledWith("Asia", { ctrl: false, shift: false, alt: false });
  press("Enter", { ctrlKey: true });
  expect(choose).toHaveBeenLastCalledWith("Asia", { ctrl: true, shift: false, alt: false });
  fireEvent.click(item("Europe"), { altKey: true });
  expect(choose).toHaveBeenLastCalledWith("Europe", { ctrl: false, shift: false, alt: true });
});

it("renames in place: Enter takes the name, Escape leaves it, an empty one is none", () => {
  const { press, rename, here, container } = open();
  const field = () => container.querySelector<HTMLInputElement>(".tree-rename") as HTMLInputElement;
  const write = (text: string) => {
    field().value = text;
  };
  press("F2");
  expect(document.activeElement).toBe(field());
  expect(field().getAttribute("aria-label")).toBe("New name for Asia");
  write("Orient");
  press("Escape");
  expect(rename).not.toHaveBeenCalled();
  expect(here()).toBe("Asia");
  press("F2");
  write("  ");
  press("Enter");
  expect(rename).not.toHaveBeenCalled();
  press("F2");
  write(" Orient ");
  press("Enter");
  expect(rename).toHaveBeenCalledExactlyOnceWith("Asia", "Orient");
  expect(here()).toBe("Asia");
  press("End");
  press("F2"); // cannot be renamed
  expect(field()).toBeNull();
});

it("moves by cutting and pasting, by Alt and the arrows, by drag and drop", () => {
  const { press, move, item, remove } = open();
  press("x", { ctrlKey: true });
  press("ArrowDown");
  press("v", { ctrlKey: true });
  expect(move).toHaveBeenLastCalledWith("Asia", "Europe");
  press("ArrowRight", { altKey: true });
  expect(move).toHaveBeenLastCalledWith("Europe", "Asia");
  press("ArrowRight"); // Europe is open since something was put there
  press("ArrowLeft", { altKey: true });
  expect(move).toHaveBeenLastCalledWith("Austria", null);
  fireEvent.dragStart(item("Austria"));
  expect(fireEvent.dragOver(item("All"))).toBe(true); // not taken
  expect(fireEvent.dragOver(item("Asia"))).toBe(false);
  expect(item("Asia").classList.contains("over")).toBe(true);
  fireEvent.drop(item("Asia"));
  expect(move).toHaveBeenLastCalledWith("Austria", "Asia");
  const moves = move.mock.calls.length;
  fireEvent.drop(item("Europe")); // nothing is held any more
  expect(move).toHaveBeenCalledTimes(moves);
  press("Delete");
  expect(remove).toHaveBeenCalledOnce();
});
