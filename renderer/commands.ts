import { appCommands } from "./commands/app.ts";
import { browseCommands } from "./commands/browse.ts";
import { clinicCommands } from "./commands/clinic.ts";
import type { Command } from "./commands/command.ts";
import { noteTypeCommands } from "./commands/noteTypes.ts";
import { paceCommands } from "./commands/pace.ts";
import { studyCommands } from "./commands/study.ts";
import { transferCommands } from "./commands/transfer.ts";
import { writingCommands } from "./commands/writing.ts";
import type { App } from "./state/app.ts";

export type CommandId =
  | keyof typeof studyCommands
  | keyof typeof browseCommands
  | keyof typeof writingCommands
  | keyof typeof appCommands
  | keyof typeof transferCommands
  | keyof typeof noteTypeCommands
  | keyof typeof paceCommands
  | keyof typeof clinicCommands;

// Of two that a key means in the same place, the first that is available runs.
export const commands: Readonly<Record<CommandId, Command>> = {
  ...studyCommands,
  ...browseCommands,
  ...writingCommands,
  ...appCommands,
  ...transferCommands,
  ...noteTypeCommands,
  ...paceCommands,
  ...clinicCommands,
};

export const commandIds = Object.keys(commands) as CommandId[];

/** Whether a command may run now, from a button or the menu. */
export const available = (id: CommandId, app: App): boolean => commands[id].when?.(app) ?? true;

/** The command that a key means in the place where the app is. */
export const commandFor = (key: string, app: App): CommandId | undefined =>
  commandIds.find((id) => {
    const { keys, where } = commands[id];
    return keys.includes(key) && where.includes(app.place.value) && available(id, app);
  });
