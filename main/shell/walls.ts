import { app, session } from "electron";
import { type Asked, asked, isFace } from "./frames.ts";
import { home } from "./home.ts";

/** Walls that must stand before Electron is ready: the operating system's sandbox, and no name resolves to any host. */
export function closeNetwork(): void {
  if (!app.commandLine.hasSwitch("no-sandbox")) app.enableSandbox();
  // Only a development server's own machine is spared, and only where there is such a server.
  const own = home.page.startsWith("app:") ? "" : " , EXCLUDE localhost , EXCLUDE 127.0.0.1";
  app.commandLine.appendSwitch("host-resolver-rules", `MAP * ~NOTFOUND${own}`);
  // Electron asks for a spelling dictionary at start, whatever the window's own setting is.
  app.on("session-created", (created) => created.setSpellCheckerLanguages([]));
}

/**
 * Refuses what the app never needs: permissions, devices, navigation, new windows, embedded pages. What is pressed in a face is a
 * navigation that does not happen; `pressed` hears of it, with the URL of the face.
 */
export function refuseTheRest(pressed: (face: string, what: Asked) => void): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  app.on("web-contents-created", (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: "deny" }));
    contents.on("will-attach-webview", (event) => event.preventDefault());
    contents.on("will-redirect", (event) => event.preventDefault());
    // Of every frame, the main one included. Faces are loaded by our own page and by nothing else.
    contents.on("will-frame-navigate", (event) => {
      const { url, isMainFrame, initiator } = event;
      if (isMainFrame ? home.owns(url) : isFace(url) && initiator === contents.mainFrame) return;
      event.preventDefault();
      const what = isMainFrame ? null : asked(url);
      if (what && initiator) pressed(initiator.url, what);
    });
  });
}
