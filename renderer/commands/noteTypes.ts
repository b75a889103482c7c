import { Eraser, Save, Shapes, Shuffle } from "lucide";
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
    run: (app) => app.types.saveType(),
  },
  saveChangeType: {
    text: "Change note type",
    icon: Shuffle,
    keys: ["Mod+Enter"],
    where: ["changeType"],
    run: (app) => app.types.saveChangeType(),
  },
  emptyCards: {
    text: "Empty cards …",
    icon: Eraser,
    keys: ["Mod+Shift+E"],
    where: screens,
    run: (app) => app.types.openEmptyCards(),
  },
  removeEmptyCards: {
    text: "Remove empty cards",
    icon: Eraser,
    keys: ["Mod+Enter"],
    where: ["emptyCards"],
    when: ({ dialog: { value } }) => value?.kind === "emptyCards" && value.empty.chosen.value.length > 0,
    run: (app) => app.types.removeEmptyCards(),
  },
} satisfies Commands;
