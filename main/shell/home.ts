import { app } from "electron";
import { origin } from "./origin.ts";

/** Where this app's window comes from. A development server is believed by an unpackaged app only. */
export const home = origin(app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL);
