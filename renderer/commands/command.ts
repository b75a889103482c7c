import type { IconNode } from "lucide";
import type { App, Place } from "../state/app.ts";

/** One thing a person can do. Buttons, keys, tooltips, the sheet of keys, the menu and the README all read it here. */
export interface Command {
  text: string;
  icon: IconNode;
  /** See keys.ts; the first is the one shown. */
  keys: readonly string[];
  /** Where its keys work. */
  where: readonly Place[];
  /** Whether it can be done now; absent: always. */
  when?(app: App): boolean;
  run(app: App): unknown;
}

/** Part of the table of commands. */
export type Commands = Record<string, Command>;

const asking: readonly Place[] = ["question", "typed", "choice"];
/** The places of a session. */
export const studying: readonly Place[] = [...asking, "answer"];
/** The screens outside of a session. */
export const elsewhere: readonly Place[] = ["today", "settings", "noteTypes", "done"];
export const screens: readonly Place[] = [...elsewhere, "browse", "import"];
export const dialogs: readonly Place[] = [
  ...(["note", "add", "info", "shortcuts", "imports", "export"] as const),
  ...(["newType", "changeType", "emptyCards", "link", "ask"] as const),
  ...(["fetch", "budget", "daysOff", "clinic"] as const),
];

export const onCard = (app: App) => app.session.value?.card.value != null;
/** A note is on show: that of a card in a session, or of the selected row of Browse, which may have no card. */
export const onAnyNote = (app: App) =>
  app.screen.value === "browse" ? app.browse.current.value !== null : onCard(app);
/** A card is on show, in a session or as the selected row of Browse. */
export const onAnyCard = (app: App) =>
  app.screen.value === "browse" ? app.browse.current.value?.of.card != null : onCard(app);
