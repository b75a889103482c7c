import { app, session } from "electron";
import { home } from "./home.ts";

/** Walls that must stand before Electron is ready: the operating system's sandbox, and no name resolves to any host. */
export function closeNetwork(): void {
  if (!app.commandLine.hasSwitch("no-sandbox")) app.enableSandbox();
  const own = app.isPackaged ? "" : " , EXCLUDE localhost , EXCLUDE 127.0.0.1";
  app.commandLine.appendSwitch("host-resolver-rules", `MAP * ~NOTFOUND${own}`);
  // Electron asks for a spelling dictionary at start, whatever the window's own setting is.
  app.on("session-created", (created) => created.setSpellCheckerLanguages([]));
}

/** Refuses what the app never needs: permissions, devices, navigation, new windows, embedded pages. */
export function refuseTheRest(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  app.on("web-contents-created", (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: "deny" }));
    contents.on("will-attach-webview", (event) => event.preventDefault());
    contents.on("will-redirect", (event) => event.preventDefault());
    // Of every frame, the main one included.
    contents.on("will-frame-navigate", (event) => {
      if (!event.isMainFrame || !home.owns(event.url)) event.preventDefault();
    });
  });
}
