import {
  Bookmark,
  Check,
  ChevronsLeft,
  ChevronsRight,
  CircleLetterA,
  CircleLetterB,
  CircleLetterC,
  CircleLetterD,
  CirclePause,
  Ellipsis,
  Eye,
  FastForward,
  Flag,
  Gauge,
  type IconNode,
  ListChecks,
  Pause,
  Rewind,
  RotateCcw,
  SkipForward,
  Smile,
  Sparkles,
  Timer,
  Volume2,
} from "lucide";
import type { Grade } from "../../main/contract/shapes.ts";
import type { App } from "../state/app.ts";
import { replay } from "../state/sounds.ts";
import { optionsOf } from "../state/turn.ts";
import { places } from "../text/places.ts";
import { type Command, type Commands, onCard, studying } from "./command.ts";

const grade = (text: string, icon: IconNode, value: Grade): Command => ({
  text,
  icon,
  keys: [String(value)],
  where: ["answer"],
  run: (app) => app.session.value?.answer(value),
});

const flag = (colour: number): Command => ({
  text: `Flag: ${places.flag[colour]}`,
  icon: Flag,
  keys: [`Mod+${colour}`],
  where: studying,
  when: onCard,
  run: ({ session }) => session.value?.flag(colour),
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
      return face !== undefined && index < optionsOf(face).length;
    },
    run: (app) => app.session.value?.pick(index),
  };
};

const hasSounds = (app: App) => {
  const face = app.session.value?.card.value?.face;
  return face?.type === "framed" && face.sounds.question.length + face.sounds.answer.length > 0;
};
const isHeard = ({ player }: App) => player.playing.value;

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
  replay: {
    text: "Replay sounds",
    icon: Volume2,
    keys: ["R", "F5"],
    where: studying,
    when: hasSounds,
    run: (app) => replay(app),
  },
  pause: {
    text: "Pause sound",
    icon: Pause,
    keys: ["5"],
    where: studying,
    when: isHeard,
    run: ({ player }) => player.toggle(),
  },
  rewind: {
    text: "Sound 5 seconds back",
    icon: Rewind,
    keys: ["6"],
    where: studying,
    when: isHeard,
    run: ({ player }) => player.seek(-5),
  },
  forward: {
    text: "Sound 5 seconds on",
    icon: FastForward,
    keys: ["7"],
    where: studying,
    when: isHeard,
    run: ({ player }) => player.seek(5),
  },
  autoAdvance: {
    text: "Auto-advance",
    icon: Timer,
    keys: ["Shift+A"],
    where: studying,
    run: ({ autoAdvance }) => autoAdvance.toggle(),
  },
  more: {
    text: "More with this card …",
    icon: Ellipsis,
    keys: ["M"],
    where: studying,
    when: onCard,
    run: ({ menu }) => {
      menu.value = menu.value ? null : "card";
    },
  },
  slower: {
    text: "Sounds slower",
    icon: ChevronsLeft,
    keys: ["["],
    where: studying,
    when: hasSounds,
    run: ({ player }) => player.slower(),
  },
  faster: {
    text: "Sounds faster",
    icon: ChevronsRight,
    keys: ["]"],
    where: studying,
    when: hasSounds,
    run: ({ player }) => player.faster(),
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
  suspendCard: {
    text: "Suspend card",
    icon: CirclePause,
    keys: ["@"],
    where: studying,
    when: onCard,
    run: (app) => app.suspend(false),
  },
  suspendNote: {
    text: "Suspend note",
    icon: CirclePause,
    keys: ["!"],
    where: studying,
    when: onCard,
    run: (app) => app.suspend(true),
  },
  markNote: {
    text: "Mark note",
    icon: Bookmark,
    keys: ["*"],
    where: studying,
    when: onCard,
    run: ({ session }) => session.value?.mark(),
  },
  flagRed: flag(1),
  flagOrange: flag(2),
  flagGreen: flag(3),
  flagBlue: flag(4),
  flagPink: flag(5),
  flagTurquoise: flag(6),
  flagPurple: flag(7),
} satisfies Commands;
