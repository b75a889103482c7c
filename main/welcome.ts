import karabakh from "../decks/karabakh.md?raw";
import mneme from "../decks/mneme.md?raw";
import type { World } from "./app.ts";
import type { Records } from "./contract/shapes.ts";
import { defaultPreset, defaultSettings, emptyCollection } from "./core/collection.ts";
import { importDeck } from "./core/deck/importDeck.ts";
import { offsetAt } from "./core/schedule/day.ts";
import type { Store } from "./store/store.ts";

const bundled = [
  { name: "karabakh.md", text: karabakh },
  { name: "mneme.md", text: mneme },
];

/** Puts the decks that ship, and the settings, into a collection that has never been used. */
export async function welcome(store: Store, world: World): Promise<void> {
  if (store.collection.settings.size > 0) return;
  const at = world.now();
  const records: Records = {
    settings: [[null, defaultSettings]],
    presets: [[null, defaultPreset]],
    decks: [],
    notes: [],
  };
  for (const deck of bundled) {
    const { decks = [], notes = [] } = importDeck(emptyCollection(), deck, at, world.newId).records;
    records.decks?.push(...decks);
    records.notes?.push(...notes);
  }
  await store.commit({ at, offset: offsetAt(at, world.zone()), op: "welcome", what: "", records });
}
