import { Save, Shapes, Shuffle } from "lucide";
import { type Commands, screens, studying } from "./command.ts";

export const noteTypeCommands = {
  noteTypes: {
    text: "Note types",
    icon: Shapes,
    keys: ["Mod+Shift+N"],
    where: [...screens, ...studying],
    run: (app) => app.go("noteTypes"),
  },
  saveType: {
    text: "Save note type",
    icon: Save,
    keys: ["Mod+Enter"],
    where: ["noteTypes"],
    when: (app) => app.noteTypes.draft.value?.changed.value === true,
    run: (app) => app.saveType(),
  },
  saveChangeType: {
    text: "Change note type",
    icon: Shuffle,
    keys: ["Mod+Enter"],
    where: ["changeType"],
    run: (app) => app.saveChangeType(),
  },
} satisfies Commands;
