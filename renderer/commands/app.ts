import { History, Info, Keyboard, Pencil, Redo2, Settings, StepForward, Sun, SunMedium, Undo2, X } from "lucide";
import type { App } from "../state/app.ts";
import { type Commands, dialogs, onAnyCard, onAnyNote, screens, studying } from "./command.ts";

const hasDue = ({ screen, today }: App) => {
  const view = today.view.value;
  return screen.value !== "study" && view !== null && view.due + view.fresh > 0;
};

export const appCommands = {
  study: {
    text: "Study",
    icon: StepForward,
    keys: ["Enter", "Space"],
    where: ["today"],
    when: hasDue,
    run: (app) => app.study(null),
  },
  undo: {
    text: "Undo",
    icon: Undo2,
    keys: ["Mod+Z", "U"],
    where: [...studying, ...screens],
    run: (app) => app.step("undo"),
  },
  redo: {
    text: "Redo",
    icon: Redo2,
    keys: ["Mod+Shift+Z", "Mod+Y"],
    where: [...studying, ...screens],
    run: (app) => app.step("redo"),
  },
  edit: {
    text: "Edit note",
    icon: Pencil,
    keys: ["E"],
    where: [...studying, "browse"],
    when: onAnyNote,
    run: (app) => app.edit(),
  },
  info: {
    text: "Card info",
    icon: Info,
    keys: ["I"],
    where: [...studying, "browse", "info"],
    when: onAnyCard,
    run: (app) => (app.dialog.value ? app.close() : app.info()),
  },
  previousInfo: {
    text: "Info on the previous card",
    icon: History,
    keys: ["Mod+Alt+I"],
    where: studying,
    when: ({ session }) => session.value?.previous.value != null,
    run: (app) => app.info(app.session.value?.previous.value ?? undefined),
  },
  leave: {
    text: "Leave",
    icon: X,
    keys: ["Escape"],
    where: [...studying, "loading"],
    when: (app) => app.screen.value === "study",
    run: (app) => app.go("today"),
  },
  back: {
    text: "Back to Today",
    icon: Sun,
    keys: ["Enter", "Escape"],
    where: ["done"],
    run: (app) => app.go("today"),
  },
  close: { text: "Close", icon: X, keys: ["Escape"], where: dialogs, run: (app) => app.leaveDialog() },
  today: {
    text: "Today",
    icon: SunMedium,
    keys: ["D"],
    where: ["browse", "settings", "noteTypes", "import", "done"],
    run: (app) => app.go("today"),
  },
  settings: { text: "Settings", icon: Settings, keys: ["Mod+,"], where: screens, run: (app) => app.go("settings") },
  shortcuts: {
    text: "Keys",
    icon: Keyboard,
    keys: ["?", "F1"],
    where: [...studying, ...screens],
    run: (app) => app.open({ kind: "shortcuts" }),
  },
} satisfies Commands;
