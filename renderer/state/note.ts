import { signal } from "@preact/signals";
import type { NoteType } from "../../main/contract/shapes.ts";
import type { NoteView } from "../../main/contract/views.ts";
import type { Draft } from "../../main/contract/writing.ts";
import type { Api } from "../api.ts";
import { createAssist } from "./assist.ts";
import { createForm } from "./form.ts";

/** A note of the collection being edited. `kept` is the draft of an edit that was not finished. */
export async function createNote(
  api: Api,
  after: (ms: number, run: () => void) => void,
  view: NoteView,
  type: NoteType,
  dismissed: Set<string>,
  kept: Draft | null = null,
) {
  const values = Object.fromEntries(view.fields.map(({ id, value }) => [id, value]));
  const form = await createForm(api, after, { type, values, tags: view.tags, kept });
  const assist = createAssist(api, after, form, () => ({ note: view.id, deck: view.deckId }), dismissed, kept !== null);
  return {
    view,
    form,
    /** Whether it shows what was not saved before. */
    isKept: kept !== null,
    assist,
    /** The person wants to leave with unsaved text: ask. */
    asking: signal(false),
    changed: form.changed,
    trouble: form.trouble,
    /** True once the note is on disk. What was not touched is not written. */
    async save(): Promise<boolean> {
      const texts = await form.texts();
      if (!texts.ok) return form.accept(texts);
      const touched = form.fields.filter(({ changed }) => changed.peek()).map(({ id }) => id);
      const fields = Object.fromEntries(touched.map((id) => [id, texts.value.fields[id] ?? ""]));
      return form.accept(await api.call("editNote", { note: view.id, fields, tags: texts.value.tags }));
    },
    end: () => assist.end(),
  };
}

export type NoteModel = Awaited<ReturnType<typeof createNote>>;
