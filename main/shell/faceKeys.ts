import { app } from "electron";
import { isForWindow } from "./frames.ts";

let inFace = false;

/** The window says whether a face has the focus: only then are keys forwarded, and then the face does not get them. */
export function setInFace(focused: boolean): void {
  inFace = focused;
}

/** A face runs no script, so the window cannot hear keys that are pressed in one. They reach it this way, and this way only. */
export function forwardKeys(): void {
  app.on("web-contents-created", (_created, contents) => {
    contents.on("did-start-navigation", ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) inFace = false;
    });
    contents.on("before-input-event", (event, input) => {
      if (!inFace || !isForWindow(input)) return;
      event.preventDefault();
      contents.send("event", "press", {
        key: input.key,
        code: input.code,
        ctrlKey: input.control,
        metaKey: input.meta,
        altKey: input.alt,
        shiftKey: input.shift,
        repeat: input.isAutoRepeat,
      });
    });
  });
}
