import type { SettingsView } from "../contract/views.ts";
import { ordinals } from "../core/note/cards.ts";
import { saveSettings, settingsView } from "../core/settings.ts";
import type { Context } from "./context.ts";
import type { Part } from "./part.ts";

export function settingsHandlers({ collection, store, world, commit }: Context): Part<"settings"> {
  const settings = (): SettingsView => ({ ...settingsView(collection), folder: world.folder, version: world.version });
  const counts = () => ({
    decks: collection.decks.size,
    notes: collection.notes.size,
    cards: [...collection.notes.values()].reduce((sum, note) => sum + ordinals(collection, note).length, 0),
    reviews: [...collection.cards.values()].reduce((sum, card) => sum + card.reps, 0),
  });
  return {
    settings,
    saveSettings: async (input) => {
      await commit("settings", Object.keys(input).join(", "), saveSettings(collection, input));
      return settings();
    },
    check: async () => ({ folder: world.folder, ...counts(), ...(await store.check()) }),
  };
}
