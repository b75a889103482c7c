import { computed, signal } from "@preact/signals";
import type { DeckId, NoteType } from "../../main/contract/shapes.ts";
import type { DeckView, NoteView } from "../../main/contract/views.ts";
import type { Draft } from "../../main/contract/writing.ts";
import type { Api } from "../api.ts";
import { createAssist } from "./assist.ts";
import { createForm } from "./form.ts";

interface Start {
  view: NoteView;
  type: NoteType;
  /** Where it can go. */
  decks: readonly DeckView[];
  dismissed: Set<string>;
  /** The draft of an edit that was not finished. */
  kept: Draft | null;
}

/** A note of the collection being edited. */
export async function createNote(
  api: Api,
  after: (ms: number, run: () => void) => void,
  { view, type, decks, dismissed, kept }: Start,
) {
  const values = Object.fromEntries(view.fields.map(({ id, value }) => [id, value]));
  const form = await createForm(api, after, { type, values, tags: view.tags, kept });
  const deck = signal(decks.some(({ id }) => id === kept?.deck) && kept ? kept.deck : view.deckId);
  const isMoved = computed(() => deck.value !== view.deckId);
  const about = () => ({ note: view.id, deck: deck.peek(), isMoved: isMoved.peek() });
  const assist = createAssist(api, after, form, about, dismissed, kept !== null);
  return {
    ...{ view, form, decks, deck },
    /** Whether it shows what was not saved before. */
    isKept: kept !== null,
    assist,
    /** The person wants to leave with unsaved text: ask. */
    asking: signal(false),
    changed: computed(() => form.changed.value || isMoved.value),
    trouble: form.trouble,
    pickDeck(id: DeckId) {
      deck.value = id;
      assist.look();
    },
    /** True once the note is on disk. What was not touched is not written. */
    async save(): Promise<boolean> {
      const texts = await form.texts();
      if (!texts.ok) return form.accept(texts);
      const touched = form.fields.filter(({ changed }) => changed.peek()).map(({ id }) => id);
      const fields = Object.fromEntries(touched.map((id) => [id, texts.value.fields[id] ?? ""]));
      const { tags } = texts.value;
      const edit = { note: view.id, fields, tags, ...(isMoved.peek() && { deck: deck.peek() }) };
      return form.accept(await api.call("editNote", edit));
    },
    end: () => assist.end(),
  };
}

export type NoteModel = Awaited<ReturnType<typeof createNote>>;
