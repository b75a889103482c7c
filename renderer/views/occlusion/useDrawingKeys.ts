import type { Drawing, Tool } from "../../state/drawing/drawing.ts";
import type { Pen } from "./usePen.ts";

const tools: Record<string, Tool> = { s: "select", r: "rect", e: "ellipse", p: "polygon", t: "text" };
const arrows: Record<string, readonly [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** How far an arrow goes, as a fraction of the picture; with Alt a tenth of it. */
const stride = 0.01;

/** The keys of the drawing, while it has the focus; all others go on to the window. */
export function useDrawingKeys(drawing: Drawing, pen: Pen): (event: KeyboardEvent) => void {
  const withMod: Record<string, () => void> = {
    z: drawing.undo,
    y: drawing.redo,
    Z: drawing.redo,
    a: drawing.selectAll,
  };
  const plain: Record<string, () => void> = {
    ".": () => drawing.selectNext(1),
    ",": () => drawing.selectNext(-1),
    g: drawing.group,
    u: drawing.ungroup,
    Delete: drawing.remove,
    Backspace: drawing.remove,
    Enter: () => {
      if (pen.drawing) return pen.close();
      const { value } = drawing.tool;
      if (value === "ellipse" || value === "text") drawing.add(value);
      else drawing.add("rect");
    },
  };

  function run(event: KeyboardEvent): boolean {
    const { key } = event;
    const arrow = arrows[key];
    const tool = tools[key.toLowerCase()];
    if (event.ctrlKey || event.metaKey) {
      withMod[key]?.();
      return key in withMod;
    }
    if (arrow) {
      const by = event.altKey ? stride / 10 : stride;
      if (drawing.selected.value.size > 0) drawing[event.shiftKey ? "resize" : "move"](arrow[0] * by, arrow[1] * by);
      return true;
    }
    if (key === "Escape" && pen.drawing) pen.drop();
    else if (key in plain) plain[key]?.();
    else if (tool) drawing.tool.value = tool;
    else return false;
    return true;
  }

  return (event) => {
    if (!run(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
