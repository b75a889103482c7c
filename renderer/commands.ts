import {
  Check,
  CircleLetterA,
  CircleLetterB,
  CircleLetterC,
  CircleLetterD,
  Download,
  Eye,
  Gauge,
  type IconNode,
  Info,
  Keyboard,
  ListChecks,
  Pencil,
  Redo2,
  RotateCcw,
  Save,
  Settings,
  SkipForward,
  Smile,
  Sparkles,
  StepForward,
  Sun,
  SunMedium,
  Undo2,
  Upload,
  X,
} from "lucide";
import type { Grade } from "../main/contract/shapes.ts";
import type { App, Place } from "./state/app.ts";

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

const asking: readonly Place[] = ["question", "typed", "choice"];
const studying: readonly Place[] = [...asking, "answer"];
const screens: readonly Place[] = ["today", "settings", "done"];
const dialogs: readonly Place[] = ["note", "info", "shortcuts", "imported", "export"];
const hasDecks = (app: App) => (app.today.view.value?.decks.length ?? 0) > 0;
const hasDue = ({ screen, today }: App) => {
  const view = today.view.value;
  return screen.value !== "study" && view !== null && view.due + view.fresh > 0;
};
const onCard = (app: App) => app.session.value?.card.value != null;

const grade = (text: string, icon: IconNode, value: Grade): Command => ({
  text,
  icon,
  keys: [String(value)],
  where: ["answer"],
  run: (app) => app.session.value?.answer(value),
});

const pick = (icon: IconNode, index: number): Command => {
  const letter = "ABCD".charAt(index);
  return {
    text: `Pick option ${letter}`,
    icon,
    keys: [letter, String(index + 1)],
    where: ["choice"],
    when: (app) => {
      const face = app.session.value?.card.value?.face;
      return face?.type === "choice" && index < face.options.length;
    },
    run: (app) => app.session.value?.pick(index),
  };
};

const table = {
  study: {
    text: "Study",
    icon: StepForward,
    keys: ["Enter", "Space"],
    where: ["today"],
    when: hasDue,
    run: (app) => app.study(null),
  },
  show: {
    text: "Show answer",
    icon: Eye,
    keys: ["Space", "Enter"],
    where: ["question", "choice"],
    run: (app) => app.session.value?.show(),
  },
  check: {
    text: "Check",
    icon: ListChecks,
    keys: ["Enter"],
    where: ["typed"],
    run: (app) => app.session.value?.check(),
  },
  pickA: pick(CircleLetterA, 0),
  pickB: pick(CircleLetterB, 1),
  pickC: pick(CircleLetterC, 2),
  pickD: pick(CircleLetterD, 3),
  again: grade("Again", RotateCcw, 1),
  hard: grade("Hard", Gauge, 2),
  good: grade("Good", Smile, 3),
  easy: grade("Easy", Sparkles, 4),
  accept: {
    text: "Give the outlined grade",
    icon: Check,
    keys: ["Space", "Enter"],
    where: ["answer"],
    run: ({ session }) => session.value?.answer(session.value.proposed.value),
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
  edit: { text: "Edit note", icon: Pencil, keys: ["E"], where: studying, when: onCard, run: (app) => app.edit() },
  info: {
    text: "Card info",
    icon: Info,
    keys: ["I"],
    where: [...studying, "info"],
    when: onCard,
    run: (app) => (app.dialog.value ? app.close() : app.info()),
  },
  bury: {
    text: "Bury card until tomorrow",
    icon: SkipForward,
    keys: ["-"],
    where: studying,
    when: onCard,
    run: (app) => app.bury(false),
  },
  buryNote: {
    text: "Bury note until tomorrow",
    icon: SkipForward,
    keys: ["="],
    where: studying,
    when: onCard,
    run: (app) => app.bury(true),
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
  save: { text: "Save", icon: Save, keys: ["Mod+Enter"], where: ["note"], run: (app) => app.save() },
  close: { text: "Close", icon: X, keys: ["Escape"], where: dialogs, run: (app) => app.leaveDialog() },
  today: { text: "Today", icon: SunMedium, keys: ["D"], where: ["settings", "done"], run: (app) => app.go("today") },
  settings: { text: "Settings", icon: Settings, keys: ["Mod+,"], where: screens, run: (app) => app.go("settings") },
  import: {
    text: "Import deck …",
    icon: Download,
    keys: ["Mod+Shift+I"],
    where: screens,
    run: (app) => app.pickDeck(),
  },
  export: {
    text: "Export deck …",
    icon: Upload,
    keys: ["Mod+E"],
    where: screens,
    when: hasDecks,
    run: (app) => app.open({ kind: "export" }),
  },
  shortcuts: {
    text: "Keys",
    icon: Keyboard,
    keys: ["?", "F1"],
    where: [...studying, ...screens],
    run: (app) => app.open({ kind: "shortcuts" }),
  },
} satisfies Record<string, Command>;

export type CommandId = keyof typeof table;

export const commands: Readonly<Record<CommandId, Command>> = table;

export const commandIds = Object.keys(table) as CommandId[];

/** Whether a command may run now, from a button or the menu. */
export const available = (id: CommandId, app: App): boolean => commands[id].when?.(app) ?? true;

/** The command that a key means in the place where the app is. */
export const commandFor = (key: string, app: App): CommandId | undefined =>
  commandIds.find((id) => {
    const { keys, where } = commands[id];
    return keys.includes(key) && where.includes(app.place.value) && available(id, app);
  });
