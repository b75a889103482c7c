import {
  ArrowDownUp,
  CalendarClock,
  Columns3,
  Copy,
  Flag,
  FolderInput,
  FolderPlus,
  FolderTree,
  type IconNode,
  List,
  ListChecks,
  ListOrdered,
  PanelBottom,
  Pause,
  RotateCcw,
  Save,
  Search,
  Shapes,
  SkipForward,
  Star,
  Tag,
  Tags,
  TextSearch,
  Trash2,
} from "lucide";
import type { App } from "../state/app.ts";
import { places } from "../text/places.ts";
import type { Command, Commands } from "./command.ts";

const found = ({ browse }: App) => browse.list.count.value > 0;
const chosen = ({ browse }: App) => browse.chosen.value > 0;

/** A command about the selected rows. */
const bulk = (text: string, icon: IconNode, key: string, run: (app: App) => unknown): Command => ({
  ...{ text, icon, keys: [key], where: ["browse"], when: chosen, run },
});

const flag = (n: number): Command =>
  bulk(`Flag ${places.flag[n]?.toLowerCase()}`, Flag, `Mod+${n}`, (app) => app.actions.flag(n));

export const browseCommands = {
  browse: {
    text: "Browse",
    icon: Search,
    keys: ["B"],
    where: ["today", "settings", "done"],
    run: (app) => app.go("browse"),
  },
  find: {
    text: "Search",
    icon: TextSearch,
    keys: ["Mod+F", "/"],
    where: ["browse"],
    run: ({ browse }) => {
      browse.seeking.value++;
    },
  },
  list: {
    text: "Go to the list",
    icon: List,
    keys: ["Escape"],
    where: ["browse"],
    when: found,
    run: ({ browse }) => browse.goToList(),
  },
  mode: {
    text: "Cards or notes",
    icon: ArrowDownUp,
    keys: ["Mod+Alt+T", "T"],
    where: ["browse"],
    run: ({ browse }) => browse.setMode(browse.mode.value === "cards" ? "notes" : "cards"),
  },
  tree: {
    text: "Show or hide the tree",
    icon: FolderTree,
    keys: ["Mod+Shift+R"],
    where: ["browse"],
    run: ({ browse }) => browse.toggleTree(),
  },
  pane: {
    text: "Show or hide the note",
    icon: PanelBottom,
    keys: ["Mod+Shift+P", "P"],
    where: ["browse"],
    run: ({ browse }) => browse.layout.change({ pane: !browse.layout.now.value.pane }),
  },
  saveNote: {
    text: "Save the note",
    icon: Save,
    keys: ["Mod+Enter"],
    where: ["browse"],
    when: ({ pane }) => pane.note.value?.changed.value ?? false,
    run: async ({ pane, browse }) => {
      if (await pane.save()) browse.goToList();
    },
  },
  menu: {
    text: "Actions",
    icon: ListChecks,
    keys: ["M"],
    where: ["browse"],
    when: found,
    run: ({ actions }) => actions.openMenu(),
  },
  columns: {
    text: "Columns …",
    icon: Columns3,
    keys: ["C"],
    where: ["browse"],
    run: ({ actions }) => actions.columns(),
  },
  moveCards: bulk("Move to deck …", FolderInput, "Mod+D", ({ actions }) => actions.move()),
  addTags: bulk("Add tags …", Tag, "Mod+Shift+A", ({ actions }) => actions.tag()),
  removeTags: bulk("Remove tags …", Tags, "Mod+Alt+Shift+A", ({ actions }) => actions.untag()),
  suspendCards: bulk("Suspend or unsuspend", Pause, "Mod+J", ({ actions }) => actions.suspend()),
  buryCards: bulk("Bury or unbury", SkipForward, "Mod+Shift+J", ({ actions }) => actions.bury()),
  markNotes: bulk("Mark or unmark", Star, "Mod+K", ({ actions }) => actions.mark()),
  flag1: flag(1),
  flag2: flag(2),
  flag3: flag(3),
  flag4: flag(4),
  flag5: flag(5),
  flag6: flag(6),
  flag7: flag(7),
  setDue: bulk("Set due date …", CalendarClock, "Mod+Shift+D", ({ actions }) => actions.due()),
  reset: bulk("Reset …", RotateCcw, "Mod+Alt+N", ({ actions }) => actions.reset()),
  reposition: bulk("Reposition new cards …", ListOrdered, "Mod+Shift+S", ({ actions }) => actions.reposition()),
  replace: bulk("Find and replace …", TextSearch, "Mod+Alt+F", ({ actions }) => actions.replace()),
  changeType: bulk("Change note type …", Shapes, "Mod+Shift+M", ({ actions }) => actions.changeType()),
  deleteNotes: bulk("Delete …", Trash2, "Mod+Delete", ({ actions }) => actions.remove()),
  duplicates: {
    text: "Find duplicates …",
    icon: Copy,
    keys: ["Mod+Shift+F"],
    where: ["browse"],
    run: ({ actions }) => actions.duplicates(),
  },
  saveSearch: {
    text: "Save this search …",
    icon: Save,
    keys: ["Mod+S"],
    where: ["browse"],
    when: ({ browse }) => browse.query.value.trim() !== "",
    run: ({ actions }) => actions.saveSearch(),
  },
  newDeck: {
    text: "New deck …",
    icon: FolderPlus,
    keys: ["N"],
    where: ["browse", "today"],
    run: (app) => app.ask({ kind: "newDeck", outer: null }),
  },
} satisfies Commands;
