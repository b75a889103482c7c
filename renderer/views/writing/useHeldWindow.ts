import type { ReadonlySignal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";

/** Holds a closing window back while text is unsaved; the shell then asks what to do. */
export function useHeldWindow(isUnsaved: ReadonlySignal<boolean>): void {
  useLayoutEffect(() => {
    const hold = (event: BeforeUnloadEvent) => isUnsaved.peek() && event.preventDefault();
    window.addEventListener("beforeunload", hold);
    return () => window.removeEventListener("beforeunload", hold);
  }, [isUnsaved]);
}
