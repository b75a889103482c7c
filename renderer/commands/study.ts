import {
  Check,
  CircleLetterA,
  CircleLetterB,
  CircleLetterC,
  CircleLetterD,
  Eye,
  Gauge,
  type IconNode,
  ListChecks,
  RotateCcw,
  SkipForward,
  Smile,
  Sparkles,
} from "lucide";
import type { Grade } from "../../main/contract/shapes.ts";
import { type Command, type Commands, onCard, studying } from "./command.ts";

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

export const studyCommands = {
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
} satisfies Commands;
