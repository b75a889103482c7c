// A few lines that never change: the only bridge between the window and the rest.
import { contextBridge, ipcRenderer, webUtils } from "electron";

contextBridge.exposeInMainWorld(
  "mneme",
  Object.freeze({
    call: (name: string, input: unknown) => ipcRenderer.invoke("call", name, input),
    on(event: string, listener: (value: unknown) => void) {
      const heard = (_: unknown, name: string, value: unknown) => {
        if (name === event) listener(value);
      };
      ipcRenderer.on("event", heard);
      return () => {
        ipcRenderer.removeListener("event", heard);
      };
    },
    // Only of files that the person dropped or picked does the browser know a path; the page never sees it.
    offer: (files: File[]) =>
      ipcRenderer.invoke(
        "offer",
        files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== ""),
      ),
  }),
);
