import { History, Pin, Plus, Save, Tags } from "lucide";
import { type Commands, screens } from "./command.ts";

const onField = () => document.querySelector<HTMLElement>("dialog:last-of-type [data-tags]");

export const writingCommands = {
  add: {
    text: "Add note …",
    icon: Plus,
    keys: ["A"],
    where: [...screens, "question", "answer"],
    run: (app) => app.add(),
  },
  addNote: { text: "Add", icon: Plus, keys: ["Mod+Enter"], where: ["add"], run: (app) => app.addNote() },
  save: { text: "Save", icon: Save, keys: ["Mod+Enter"], where: ["note"], run: (app) => app.save() },
  tags: {
    text: "Go to the tags",
    icon: Tags,
    keys: ["Mod+Shift+T"],
    where: ["note", "add"],
    run: () => onField()?.focus(),
  },
  pin: { text: "Keep the field for the next note", icon: Pin, keys: ["F9"], where: ["add"], run: (app) => app.pin() },
  added: {
    text: "Added in this sitting",
    icon: History,
    keys: ["Mod+H"],
    where: ["add"],
    run: (app) => {
      const adding = app.adding();
      if (adding) adding.isHistory.value = !adding.isHistory.peek();
    },
  },
} satisfies Commands;
