import { ChevronLeft, ChevronRight, CirclePause, Pencil, Split, Stethoscope } from "lucide";
import type { App } from "../state/app.ts";
import { type Commands, onAnyCard, studying } from "./command.ts";

const opened = ({ dialog }: App) => (dialog.value?.kind === "clinic" ? dialog.value.clinic : null);
const hasLeeches = ({ session }: App) => (session.value?.summary.value?.leeches.length ?? 0) > 0;

/** Cards that keep slipping. */
export const clinicCommands = {
  clinic: {
    text: "Why it keeps slipping …",
    icon: Stethoscope,
    keys: ["W"],
    where: [...studying, "browse", "done"],
    when: (app) => (app.place.value === "done" ? hasLeeches(app) : onAnyCard(app)),
    run: (app) => app.openClinic(),
  },
  clinicEdit: {
    text: "Edit note",
    icon: Pencil,
    keys: ["E"],
    where: ["clinic"],
    run: (app) => app.openNote(opened(app)?.view.value.note ?? ""),
  },
  clinicSplit: {
    text: "Split into smaller cards …",
    icon: Split,
    keys: ["S"],
    where: ["clinic"],
    when: (app) => opened(app)?.view.value.split != null,
    run: (app) => app.splitLeech(),
  },
  clinicPause: {
    text: "Pause it, or take it back in",
    icon: CirclePause,
    keys: ["P"],
    where: ["clinic"],
    run: (app) => opened(app)?.pause(),
  },
  clinicBefore: {
    text: "Card before",
    icon: ChevronLeft,
    keys: ["Left"],
    where: ["clinic"],
    when: (app) => opened(app)?.hasBefore.value ?? false,
    run: (app) => opened(app)?.before(),
  },
  clinicNext: {
    text: "Next card",
    icon: ChevronRight,
    keys: ["Right"],
    where: ["clinic"],
    when: (app) => opened(app)?.hasNext.value ?? false,
    run: (app) => opened(app)?.next(),
  },
} satisfies Commands;
