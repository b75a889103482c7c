import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { App } from "../state/app.ts";

export const AppContext = createContext<App | null>(null);

/** The window's app. A view outside of one is a bug. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error("no app around this view");
  return app;
}
