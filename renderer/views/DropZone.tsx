import { useEffect, useState } from "preact/hooks";
import { today } from "../text/today.ts";
import { useApp } from "./context.ts";

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;

/** Takes files and folders dropped anywhere on the window: a second way to a command that has a button and a key. */
export function DropZone() {
  const app = useApp();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const drag = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(app.dialog.value?.kind !== "note" && app.dialog.value?.kind !== "add");
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return; // text dropped into a field is the field's
      event.preventDefault();
      setOver(false);
      void app.drop([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener("dragover", drag);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", drag);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, [app]);
  return over ? <div class="drop">{today.drop}</div> : null;
}
