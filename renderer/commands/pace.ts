import { CalendarCheck, CalendarOff, CalendarX, Clock, ClockPlus, ListRestart, Save, Undo2 } from "lucide";
import type { App } from "../state/app.ts";
import type { Commands } from "./command.ts";

const hasDecks = ({ today }: App) => (today.view.value?.decks.length ?? 0) > 0;
const isOffered = ({ pace }: App) => pace.offered.value !== null;

/** What fits into a day. */
export const paceCommands = {
  budget: {
    text: "Minutes a day …",
    icon: Clock,
    keys: ["M"],
    where: ["today", "settings"],
    when: hasDecks,
    run: ({ pace }) => pace.openBudget(),
  },
  daysOff: {
    text: "Days off …",
    icon: CalendarOff,
    keys: ["Shift+D"],
    where: ["today", "settings"],
    when: hasDecks,
    run: ({ pace }) => pace.openDaysOff(),
  },
  catchUp: {
    text: "Plan to catch up",
    icon: ListRestart,
    keys: ["P"],
    where: ["today"],
    when: (app) => app.today.view.value?.gap != null && !isOffered(app),
    run: ({ pace }) => pace.ask(),
  },
  beginCatchUp: {
    text: "Begin this plan",
    icon: CalendarCheck,
    keys: ["Mod+Enter"],
    where: ["today"],
    when: ({ pace }) => pace.choice.value !== null,
    run: ({ pace }) => pace.beginCatchUp(),
  },
  notNow: {
    text: "Not now",
    icon: Undo2,
    keys: ["Escape"],
    where: ["today"],
    when: isOffered,
    run: ({ pace }) => pace.decline(),
  },
  dropCatchUp: {
    text: "Drop the plan",
    icon: CalendarX,
    keys: ["Shift+P"],
    where: ["today"],
    when: ({ today }) => today.view.value?.catchUp != null,
    run: ({ pace }) => pace.dropCatchUp(),
  },
  saveDaysOff: {
    text: "Save the days off",
    icon: Save,
    keys: ["Mod+Enter"],
    where: ["daysOff"],
    run: ({ pace }) => pace.saveDaysOff(),
  },
  goOn: {
    text: "Go on for 5 minutes",
    icon: ClockPlus,
    keys: ["M"],
    where: ["done"],
    when: ({ session }) => session.value?.view.value?.spent ?? false,
    run: ({ pace }) => pace.goOn(),
  },
} satisfies Commands;
