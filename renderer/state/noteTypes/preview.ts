import { signal } from "@preact/signals";
import type { SampleNote } from "../../../main/contract/noteTypeEdits.ts";
import type { PreviewView } from "../../../main/contract/previews.ts";
import type { NoteType } from "../../../main/contract/shapes.ts";
import type { Api } from "../../api.ts";

/** What a draft makes of a note of its type: the note, and every card of it. */
export function createPreview(api: Api, draft: { value: NoteType }) {
  const sample = signal<SampleNote | null>(null);
  const cards = signal<PreviewView["cards"]>([]);
  let looking = false;

  /** Looks again; of many changes while an answer is under way, only at the last. */
  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    for (let type: NoteType | null = null; type !== draft.value; ) {
      type = draft.value;
      const index = sample.value?.index ?? 0;
      // An example names the fields, so it follows them.
      if (!sample.value?.note) await choose(index);
      const { fields, tags, deck } = sample.value ?? { fields: {}, tags: [], deck: null };
      const reply = await api.call("previewNote", { type, fields, tags, deck });
      if (reply.ok) cards.value = reply.value.cards;
    }
    looking = false;
  }

  async function choose(index: number): Promise<void> {
    const reply = await api.call("sampleNote", { type: draft.value, index });
    if (reply.ok) sample.value = reply.value;
  }

  return {
    sample,
    cards,
    look,
    /** The next note, or the one before it; round at the ends. */
    async step(by: number): Promise<void> {
      await choose((sample.value?.index ?? 0) + by);
      const { fields, tags, deck } = sample.value ?? { fields: {}, tags: [], deck: null };
      const reply = await api.call("previewNote", { type: draft.value, fields, tags, deck });
      if (reply.ok) cards.value = reply.value.cards;
    },
  };
}
