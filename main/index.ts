// Composition root of the desktop app. Wiring only.
import { join } from "node:path";
import { dialog, app as electron, nativeTheme } from "electron";
import type { App } from "./app.ts";
import { type WindowHandlers, windowCalls } from "./contract/calls.ts";
import { dispatch, refusal } from "./contract/dispatch.ts";
import type { Reply } from "./contract/faults.ts";
import type { FetchView } from "./contract/media.ts";
import type { ExportPreview, Offered } from "./contract/transfer.ts";
import type { SettingsView } from "./contract/views.ts";
import { readFilters, writeFilters } from "./fileFilters.ts";
import { dataFolder } from "./folder.ts";
import { isPublic } from "./isPublic.ts";
import { openApp, transferScript } from "./open.ts";
import { filesIn, Opening } from "./opening.ts";
import { forwardKeys, setInFace } from "./shell/faceKeys.ts";
import { forkUtility } from "./shell/forkUtility.ts";
import { serveCalls, serveOffers } from "./shell/ipc.ts";
import { keepLayout, readLayout } from "./shell/layout.ts";
import { setMenu } from "./shell/menu.ts";
import { openLink } from "./shell/openLink.ts";
import { pickFiles, pickTarget } from "./shell/pickFiles.ts";
import { registerSchemes, serveFiles } from "./shell/protocol.ts";
import { serveFaces } from "./shell/serveFaces.ts";
import { serveMedia } from "./shell/serveMedia.ts";
import { keepUserDataIn } from "./shell/userData.ts";
import { closeNetwork, refuseTheRest } from "./shell/walls.ts";
import { bringForward, loadPage, openWindow, tell } from "./shell/window.ts";
import { typefaces } from "./typefaces.ts";

const beside = (path: string) => join(import.meta.dirname, path);
const folder = dataFolder(process.env, process.platform);

// Files that were opened with Mneme: macOS tells of them by an event, perhaps before the window is there.
const opening = new Opening(
  async (path) => (await data()).app.offer(path),
  (offered) => tell("offered", offered),
);
void opening.open(filesIn(process.argv, process.cwd()));
electron.on("open-file", (event, path) => {
  event.preventDefault();
  void opening.open([path]);
});

keepUserDataIn(folder);
if (!electron.requestSingleInstanceLock()) electron.exit(0);
registerSchemes();
closeNetwork();

electron
  .whenReady()
  .then(start)
  .catch(async (error: unknown) => {
    const say = error instanceof Error ? error.message : String(error);
    console.error(`Mneme could not start: ${say}`);
    await dialog.showMessageBox({ type: "error", title: "Mneme", message: "Mneme could not start.", detail: say });
    electron.exit(1);
  });

async function start(): Promise<void> {
  refuseTheRest((face, { what, n }) => void pressed(face, what, n));
  forwardKeys();
  serveFiles(beside("../renderer"));
  serveMedia(async (name) => (await faces())?.media(name) ?? null);
  serveFaces({
    document: async (url) => (await faces())?.document(url) ?? null,
    style: typefaces(beside("../renderer")),
  });
  setMenu();
  serveCalls((name, input) =>
    typeof name === "string" && Object.hasOwn(windowCalls, name)
      ? dispatch(windowCalls, windowHandlers, name, input)
      : run(name, input),
  );
  serveOffers((paths) => data().then(async ({ app }) => ({ ok: true, value: await offerAll(app, paths) }), refusal));
  const window = openWindow(beside("../preload/preload.cjs"));
  electron.on("second-instance", (_, args, folder) => {
    bringForward(window);
    void opening.open(filesIn(args, folder));
  });
  // The page loads while the data open; its first call waits for both.
  await Promise.all([loadPage(window), data().catch(() => {})]);
}

let begun: ReturnType<typeof openApp> | null = null;

/** Opened once. After a fault, which the window shows, the next call tries again. */
function data(): ReturnType<typeof openApp> {
  begun ??= open().catch((error: Error) => {
    begun = null;
    console.error(error.message);
    throw error;
  });
  return begun;
}

async function open(): ReturnType<typeof openApp> {
  const opened = await openApp(
    folder,
    electron.getVersion(),
    electron.isPackaged ? undefined : process.env.MNEME_CLOCK,
    {
      fork: forkUtility(transferScript()),
      progress: (progress) => tell("transfer", progress),
      mirror: (view) => tell("mirror", view),
    },
  );
  await followTheme(opened.app);
  closeBeforeQuit(opened.app);
  return opened;
}

async function run(name: unknown, input: unknown): Promise<Reply<unknown>> {
  const opened = await data().catch((error: unknown) => refusal(error));
  if ("ok" in opened) return opened;
  const reply = await opened.app.call(name, input);
  if (name === "saveSettings" || name === "undo" || name === "redo") await followTheme(opened.app);
  return reply;
}

/** Files that are not there any more are left out. */
async function offerAll(app: App, paths: string[]): Promise<Offered[]> {
  const found = await Promise.allSettled(paths.map((path) => app.offer(path)));
  return found.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
}

/** Null while the data cannot be opened; the window says why. */
const faces = () =>
  data().then(
    ({ app }) => app.faces,
    () => null,
  );

async function pressed(face: string, what: "link" | "play", n: number): Promise<void> {
  if (what === "play") return tell("play", { face, n });
  const address = (await faces())?.link(face, n);
  if (address) tell("link", address);
}

let told = false;
let fetching: AbortController | null = null;

const layoutFile = () => join(electron.getPath("userData"), "layout.json");

const windowHandlers: WindowHandlers = {
  async pickFiles({ folder }) {
    const paths = await pickFiles(readFilters(), folder);
    return paths.length > 0 ? offerAll((await data()).app, paths) : null;
  },
  async exportFile({ spec }) {
    const { app } = await data();
    const preview = await app.call("exportPreview", { spec });
    if (!preview.ok) return preview.fault;
    const path = await pickTarget((preview.value as ExportPreview).name, writeFilters(spec.format));
    return path === null ? null : app.exportTo(spec, path);
  },
  openLink: ({ url }) => openLink(url),
  inFace({ focused }) {
    setInFace(focused);
    return null;
  },
  async fetchImages({ card }) {
    fetching?.abort();
    fetching = new AbortController();
    const { app } = await data();
    const progress = (view: FetchView) => tell("fetching", view);
    return app.fetchImages(card, { allowed: isPublic, signal: fetching.signal, progress });
  },
  stopFetching() {
    fetching?.abort();
    return null;
  },
  layout: () => readLayout(layoutFile()),
  async keepLayout({ layout }) {
    await keepLayout(layoutFile(), layout);
    return null;
  },
  async painted() {
    if (process.env.MNEME_ANNOUNCE) console.log("Mneme is on screen.");
    const { app, problems } = await data();
    // A page that was loaded anew knows nothing of what the one before it began.
    await app.stopTransfers();
    if (!told) for (const problem of problems) tell("notice", problem);
    told = true;
    await opening.ready();
    return null;
  },
};

async function followTheme(app: App): Promise<void> {
  const reply = await app.call("settings", {});
  if (reply.ok) nativeTheme.themeSource = (reply.value as SettingsView).theme;
}

function closeBeforeQuit(app: App): void {
  let closed = false;
  electron.on("will-quit", (event) => {
    if (closed) return;
    event.preventDefault();
    void app.close().finally(() => {
      closed = true;
      electron.quit();
    });
  });
}
