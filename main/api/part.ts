import type { browseCalls } from "../contract/calls/browse.ts";
import type { clinicCalls } from "../contract/calls/clinic.ts";
import type { deckCalls } from "../contract/calls/decks.ts";
import type { faceCalls } from "../contract/calls/faces.ts";
import type { filteredCalls } from "../contract/calls/filtered.ts";
import type { mediaCalls } from "../contract/calls/media.ts";
import type { noteCalls } from "../contract/calls/notes.ts";
import type { noteTypeCalls } from "../contract/calls/noteTypes.ts";
import type { occlusionCalls } from "../contract/calls/occlusion.ts";
import type { paceCalls } from "../contract/calls/pace.ts";
import type { presetCalls } from "../contract/calls/presets.ts";
import type { settingsCalls } from "../contract/calls/settings.ts";
import type { studyCalls } from "../contract/calls/study.ts";
import type { transferCalls } from "../contract/calls/transfer.ts";
import type { writingCalls } from "../contract/calls/writing.ts";
import type { Handlers } from "../contract/calls.ts";

interface Parts {
  study: typeof studyCalls;
  filtered: typeof filteredCalls;
  notes: typeof noteCalls;
  writing: typeof writingCalls;
  noteTypes: typeof noteTypeCalls;
  occlusion: typeof occlusionCalls;
  decks: typeof deckCalls;
  clinic: typeof clinicCalls;
  media: typeof mediaCalls;
  faces: typeof faceCalls;
  settings: typeof settingsCalls;
  presets: typeof presetCalls;
  pace: typeof paceCalls;
  browse: typeof browseCalls;
  transfer: typeof transferCalls;
}

/** The handlers of one part of the table of calls. */
export type Part<P extends keyof Parts> = Pick<Handlers, keyof Parts[P] & keyof Handlers>;
