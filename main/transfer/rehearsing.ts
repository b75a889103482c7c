import { statfs } from "node:fs/promises";
import { Failure } from "../contract/faults.ts";
import { MediaStaging } from "../store/staging.ts";
import type { Limits } from "./format.ts";
import type { Asks } from "./messages.ts";
import type { Present } from "./present.ts";
import { Rehearsal } from "./rehearsal.ts";
import { stage } from "./stage.ts";
import type { Memory, Surroundings } from "./transfer.ts";

/** The questions about a file that may come in. */
export function rehearsing({ folder, limits, newId, progress, signal }: Surroundings, memory: Memory) {
  const current = (): Rehearsal => {
    if (!memory.rehearsal) throw new Failure({ code: "gone", detail: "rehearsal" });
    return memory.rehearsal;
  };
  return {
    rehearse: async ({ id, path, name, options, mirror }: Asks["rehearse"][0], present: Present) => {
      if (folder === null) throw new Failure({ code: "gone", detail: "rehearsal" });
      const staging = new MediaStaging(folder, id, present.now);
      memory.staging = staging;
      const source = { path, name, limits: await fitting(limits, folder), staging, newId, progress, signal, mirror };
      memory.rehearsal = await Rehearsal.begin(id, source, options, present);
      return memory.rehearsal.view();
    },
    again: ({ options }: Asks["again"][0], present: Present) => current().again(options, present),
    rows: ({ verdict, words, from, to }: Asks["rows"][0]) => current().rows(verdict, words, from, to),
    note: ({ n }: Asks["note"][0]) => current().note(n),
    decide: (wish: Asks["decide"][0]) => current().decide(wish),
    stage: async (_: object, present: Present) => {
      const { id } = current();
      const { plan, done } = await current().settle(present);
      const made = await stage(folder as string, id, plan.pairs(), memory, { signal, progress });
      await memory.staging?.flushed();
      const view = done(made.imported);
      return { view, staged: made.bulk && { what: view.decks[0] ?? view.file, view, bulk: made.bulk } };
    },
  };
}

const spare = 2 ** 30;

/** No file may fill the disk. */
async function fitting(limits: Limits, folder: string): Promise<Limits> {
  const { bavail, bsize } = await statfs(folder);
  return { ...limits, total: Math.max(0, Math.min(limits.total, bavail * bsize - spare)) };
}
