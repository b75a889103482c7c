import { Failure, type Fault, isFault } from "../contract/faults.ts";
import type { PresetSaved } from "../contract/presets.ts";
import { deckOptions, saveDeckOptions } from "../core/preset/deckOptions.ts";
import {
  choosePreset,
  createPreset,
  deletePreset,
  type PresetChange,
  resetPreset,
  savePreset,
} from "../core/preset/edit.ts";
import { presets } from "../core/preset/presets.ts";
import { studyDay } from "../core/schedule/day.ts";
import type { Context } from "./context.ts";
import type { Part } from "./part.ts";

export function presetHandlers({ collection, world, now, commit }: Context): Part<"presets"> {
  const today = () => studyDay(now().ms, now().calendar);
  async function change(made: PresetChange | Fault): Promise<PresetSaved> {
    if (isFault(made)) throw new Failure(made);
    await commit("preset", made.what, made.records);
    return { preset: made.preset, cards: 0 };
  }
  return {
    presets: () => presets(collection),
    savePreset: ({ preset, changes }) => change(savePreset(collection, preset, changes)),
    createPreset: (input) => change(createPreset(collection, input, world.newId)),
    deletePreset: ({ preset }) => change(deletePreset(collection, preset)),
    resetPreset: ({ preset, fields }) => change(resetPreset(collection, preset, fields)),
    choosePreset: (input) => change(choosePreset(collection, input)),
    deckOptions: ({ deck }) => deckOptions(collection, deck, today()),
    saveDeckOptions: async (input) => {
      const made = saveDeckOptions(collection, input, today());
      if (isFault(made)) return made;
      await commit("limits", made.what, made.records);
      return deckOptions(collection, input.deck, today());
    },
  };
}
