import { Failure, isFault } from "../contract/faults.ts";
import type { Records, Tables } from "../contract/shapes.ts";
import type { Pair } from "../core/import/pairs.ts";
import { removal } from "../core/import/removal.ts";
import { gatherBulk } from "../store/readBulk.ts";
import type { Asks } from "./messages.ts";
import type { Present } from "./present.ts";
import { stage } from "./stage.ts";
import type { Memory, Surroundings } from "./transfer.ts";

/** The questions about taking an import out again. */
export function removing({ folder, signal, progress }: Surroundings, memory: Memory) {
  async function planned(id: string, { collection, now, calendar }: Present) {
    const brought = collection.imports.get(id);
    if (folder === null || !brought) throw new Failure({ code: "gone", detail: "import" });
    // Its records bear its id; what is damaged of them stays where it is.
    const records = await gatherBulk(folder, { id }, Number.NEGATIVE_INFINITY);
    const made = removal(collection, records, { ms: now, calendar });
    if (isFault(made)) throw new Failure(made);
    return { ...made, file: brought.file };
  }
  return {
    removal: async ({ import: id }: Asks["removal"][0], present: Present) => (await planned(id, present)).view,
    stageRemoval: async ({ import: id, id: bulkId }: Asks["stageRemoval"][0], present: Present) => {
      const { records, view, file } = await planned(id, present);
      const { bulk } = await stage(folder as string, bulkId, pairsOf(records), memory, { signal, progress });
      return { view, staged: bulk && { what: file, view, bulk } };
    },
  };
}

function* pairsOf(records: Records): Generator<Pair> {
  for (const [table, pairs] of Object.entries(records) as [keyof Tables, [unknown, unknown][]][])
    for (const [before, after] of pairs) yield [table, before, after] as Pair;
}
