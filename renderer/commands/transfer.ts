import {
  ArrowLeftToLine,
  ArrowRightToLine,
  Download,
  FolderInput,
  History,
  type IconNode,
  Import,
  ListFilter,
  Search,
  SlidersHorizontal,
  Upload,
  X,
} from "lucide";
import type { Verdict } from "../../main/contract/transfer.ts";
import type { App } from "../state/app.ts";
import { importing as words } from "../text/importing.ts";
import { type Command, type Commands, screens } from "./command.ts";

const hasDecks = (app: App) => (app.today.view.value?.decks.length ?? 0) > 0;
const current = ({ importing }: App) => importing.current.value;
const isReady = (app: App) => current(app)?.state.value === "ready";

const filter = (key: string, verdict: Verdict | null): Command => ({
  text: verdict ? `Show what is ${words.verdict(verdict).toLowerCase()}` : "Show all notes of the file",
  icon: ListFilter,
  keys: [key],
  where: ["import"],
  when: isReady,
  run: (app) => current(app)?.filter(verdict),
});

/** A note that both sides changed, where the keyboard stands. */
const onConflict = (app: App) => isReady(app) && current(app)?.current.value?.verdict === "conflict";
const take = (text: string, icon: IconNode, key: string, side: "mine" | "theirs"): Command => ({
  text,
  icon,
  keys: [key],
  where: ["import"],
  when: onConflict,
  run: (app) => current(app)?.decide(current(app)?.current.value?.n ?? 0, null, side),
});
const takeAll = (text: string, icon: IconNode, key: string, side: "mine" | "theirs"): Command => ({
  text,
  icon,
  keys: [key],
  where: ["import"],
  when: (app) => isReady(app) && (current(app)?.view.value?.undecided ?? 0) > 0,
  run: (app) => current(app)?.decide(null, null, side),
});

export const transferCommands = {
  import: {
    text: "Import …",
    icon: Download,
    keys: ["Mod+Shift+I"],
    where: screens,
    run: (app) => app.importing.choose(false),
  },
  importFolder: {
    text: "Import a folder …",
    icon: FolderInput,
    keys: ["Mod+Alt+I"],
    where: screens,
    run: (app) => app.importing.choose(true),
  },
  importHistory: {
    text: "Import history …",
    icon: History,
    keys: ["Mod+Shift+H"],
    where: screens,
    run: (app) => app.openImports(),
  },
  export: {
    text: "Export …",
    icon: Upload,
    keys: ["Mod+E"],
    where: screens,
    when: hasDecks,
    run: (app) => app.openExport(),
  },
  exportIt: {
    text: "Export",
    icon: Upload,
    keys: ["Mod+Enter"],
    where: ["export"],
    when: ({ dialog: { value } }) => value?.kind === "export" && value.exporting.ready.value,
    run: ({ dialog: { value } }) => value?.kind === "export" && value.exporting.save(),
  },
  importIt: {
    text: "Import this file",
    icon: Import,
    keys: ["Mod+Enter"],
    where: ["import"],
    when: (app) => isReady(app) && current(app)?.isStale.value === false,
    run: (app) => app.importing.importIt(),
  },
  importAll: {
    text: "Import all files",
    icon: Import,
    keys: ["Mod+Shift+Enter"],
    where: ["import"],
    when: ({ importing }) => importing.ready.value.length > 1,
    run: (app) => app.importing.importAll(),
  },
  importOptions: {
    text: "Options of the import",
    icon: SlidersHorizontal,
    keys: ["O"],
    where: ["import"],
    when: isReady,
    run: ({ importing }) => importing.toggleSide(),
  },
  importSearch: {
    text: "Search these notes",
    icon: Search,
    keys: ["Mod+F", "/"],
    where: ["import"],
    when: isReady,
    run: () => document.querySelector<HTMLElement>("[data-import-search]")?.focus(),
  },
  showAll: filter("0", null),
  showNew: filter("1", "new"),
  showChanged: filter("2", "changed"),
  showConflicts: filter("3", "conflict"),
  showSame: filter("4", "same"),
  showKept: filter("5", "kept"),
  showSuspicious: filter("6", "suspicious"),
  showBroken: filter("7", "broken"),
  takeMine: take("Keep mine in this note", ArrowLeftToLine, "M", "mine"),
  takeTheirs: take("Take theirs in this note", ArrowRightToLine, "T", "theirs"),
  takeAllMine: takeAll("Keep mine in all undecided", ArrowLeftToLine, "Shift+M", "mine"),
  takeAllTheirs: takeAll("Take theirs in all undecided", ArrowRightToLine, "Shift+T", "theirs"),
  leaveImport: {
    text: "Leave the import",
    icon: X,
    keys: ["Escape"],
    where: ["import"],
    run: ({ importing }) => importing.leave(),
  },
} satisfies Commands;
