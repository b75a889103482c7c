import type { PresetView } from "../../contract/presets.ts";
import type { Preset } from "../../contract/shapes.ts";
import { type Collection, deckOf, defaultPreset, presetOf } from "../collection.ts";
import { pathOf, sortedDecks } from "../deck/decks.ts";
import { formatSteps } from "../schedule/steps.ts";
import { fields } from "./fields.ts";
import { formatWeights } from "./weights.ts";

const natural = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** All presets, with the decks that use them: the default one first, then by name. */
export function presets(collection: Collection): PresetView[] {
  const decks = new Map<string, PresetView["decks"]>();
  for (const deck of sortedDecks(collection)) {
    const { id } = presetOf(collection, deck.preset);
    decks.set(id, [...(decks.get(id) ?? []), { id: deck.id, path: pathOf(deck) }]);
  }
  const studied = studiedCards(collection);
  const others = [...collection.presets.values()].filter(({ id }) => id !== defaultPreset.id);
  return [presetOf(collection, defaultPreset.id), ...others.sort((a, b) => natural.compare(a.name, b.name))].map(
    (preset) => presetView(preset, decks.get(preset.id) ?? [], studied.get(preset.id) ?? 0),
  );
}

function presetView(preset: Preset, decks: PresetView["decks"], studied: number): PresetView {
  const { kept: _, ...values } = preset;
  return {
    ...values,
    learningSteps: formatSteps(preset.learningSteps),
    relearningSteps: formatSteps(preset.relearningSteps),
    weights: formatWeights(preset.weights),
    changed: fields.filter((field) => JSON.stringify(preset[field]) !== JSON.stringify(defaultPreset[field])),
    decks,
    studied,
  };
}

function studiedCards(collection: Collection): Map<string, number> {
  const counts = new Map<string, number>();
  for (const card of collection.cards.values()) {
    const note = card.phase === "new" ? undefined : collection.notes.get(card.note);
    if (!note) continue;
    const { id } = presetOf(collection, collection.decks.get(deckOf(note, card))?.preset ?? "");
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
