// Presets and the options of decks, as a person reads them: steps and weights are texts.
import type { Deck, DeckId, Preset } from "./shapes.ts";

/** What can be set in a preset, besides its name. */
export type PresetField = Exclude<keyof Preset, "id" | "name" | "kept">;

export interface PresetView extends Omit<Preset, "kept" | "learningSteps" | "relearningSteps" | "weights"> {
  /** As written: "1m 10m". */
  learningSteps: string;
  relearningSteps: string;
  /** As written: "0.212, 1.2931, …". */
  weights: string;
  /** What differs from a new preset. */
  changed: PresetField[];
  /** The decks that use it, outer ones before inner ones. */
  decks: { id: DeckId; path: string[] }[];
  /** Cards in them that were studied: new weights concern their memory. */
  studied: number;
}

/** A preset after a change. `cards`: how many had their memory worked out anew, by other weights. */
export interface PresetSaved {
  preset: string;
  cards: number;
}

/** Limits of a deck's own; null where its preset's hold. */
export interface LimitsView {
  newPerDay: number | null;
  reviewsPerDay: number | null;
}

export interface DeckOptionsView extends LimitsView {
  id: DeckId;
  path: string[];
  preset: string;
  /** Its own; null where its preset's holds. */
  desiredRetention: number | null;
  /** For the study day that it is now, and no other. */
  today: LimitsView;
  /** How many decks lie inside it. */
  inner: number;
  /** The decks around it whose limits hold for it too, outermost first. */
  around: Pick<Deck, "id" | "name">[];
}
