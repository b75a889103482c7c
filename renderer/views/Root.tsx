import { useEffect, useErrorBoundary } from "preact/hooks";
import { onKey, onMenu, onPress } from "../keyboard.ts";
import type { App } from "../state/app.ts";
import { app as words } from "../text/app.ts";
import { Notice } from "../ui/Notice.tsx";
import { Browse } from "./browse/Browse.tsx";
import { AppContext } from "./context.ts";
import { Dialogs } from "./Dialogs.tsx";
import { Done } from "./Done.tsx";
import { DropZone } from "./DropZone.tsx";
import { NoteTypes } from "./noteTypes/NoteTypes.tsx";
import { Settings } from "./Settings.tsx";
import { Sidebar } from "./Sidebar.tsx";
import { Study } from "./Study.tsx";
import { Today } from "./Today.tsx";
import { Trouble } from "./Trouble.tsx";
import { Import } from "./transfer/Import.tsx";
import { playAt } from "./useSounds.ts";

/** The whole window: one screen, what floats above it, and the ears for keys, menu and news from the main process. */
export function Root({ app }: { app: App }) {
  const [broken] = useErrorBoundary((error) => console.error(error));
  useEffect(() => {
    const key = (event: KeyboardEvent) => onKey(app, event);
    // A window that was left alone may have slept through a night. One whose face has the focus was not left.
    let inFace = false;
    const leave = () => {
      app.tellFocus();
      inFace = document.hasFocus();
      if (!inFace) app.autoAdvance.leave();
    };
    const wake = () => {
      app.tellFocus();
      const here = inFace;
      inFace = false;
      if (here) return;
      if (app.place.value === "today") void app.today.load();
      else if (app.screen.value === "study") void app.session.value?.read();
    };
    window.addEventListener("keydown", key);
    window.addEventListener("blur", leave);
    window.addEventListener("focus", wake);
    const offs = [
      app.api.on("command", (id) => onMenu(app, id)),
      app.api.on("notice", (text) => app.notices.tell(text)),
      app.api.on("press", (press) => onPress(press)),
      app.api.on("link", (url) => app.open({ kind: "link", url })),
      app.api.on("offered", (files) => void app.offer(files)),
      app.api.on("mirror", (view) => app.mirrors.heard(view)),
      app.api.on("play", ({ face, n }) => playAt(app, face, n)),
    ];
    return () => {
      window.removeEventListener("keydown", key);
      window.removeEventListener("blur", leave);
      window.removeEventListener("focus", wake);
      for (const off of offs) off();
    };
  }, [app]);
  if (broken) return <Trouble say={words.windowBroke} again={async () => location.reload()} />;
  return (
    <AppContext.Provider value={app}>
      <Theme app={app} />
      <Screen app={app} />
      <DropZone />
      <Dialogs />
      <Notices app={app} />
    </AppContext.Provider>
  );
}

function Screen({ app }: { app: App }) {
  const studying = app.screen.value === "study";
  const session = app.session.value;
  if (studying && session && session.place.value !== "done") return <Study session={session} />;
  return (
    <div class="with-sidebar">
      <Sidebar />
      <Outside app={app} />
    </div>
  );
}

/** A screen outside of a session, or its end. */
function Outside({ app }: { app: App }) {
  switch (app.screen.value) {
    case "study":
      return app.session.value ? <Done session={app.session.value} /> : <Today />;
    case "settings":
      return <Settings />;
    case "noteTypes":
      return <NoteTypes />;
    case "browse":
      return <Browse />;
    case "import":
      return <Import />;
    case "today":
      return <Today />;
  }
}

function Theme({ app }: { app: App }) {
  const theme = app.settings.view.value?.theme ?? "system";
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return null;
}

function Notices({ app }: { app: App }) {
  const { shown, announced, dismiss } = app.notices;
  const action = shown.value?.action;
  return (
    <>
      <Notice kind={shown.value?.kind ?? null} text={shown.value?.text ?? ""}>
        {shown.value?.undo && (
          <button type="button" class="button link" onClick={() => void app.step("undo")}>
            {words.undo}
          </button>
        )}
        {action && (
          <button type="button" class="button link" onClick={action.run}>
            {action.text}
          </button>
        )}
        <button type="button" class="button link" onClick={dismiss}>
          {words.dismiss}
        </button>
      </Notice>
      <div class="unseen" aria-live="polite">
        {announced}
      </div>
    </>
  );
}
