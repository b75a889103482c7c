import { computed, signal } from "@preact/signals";
import type { NoteView } from "../../main/contract/views.ts";
import type { Api } from "../api.ts";

export const splitTags = (text: string): string[] => [
  ...new Set(
    text
      .split(",")
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
];

/** The field that a cause names in its quotes; a cause that names none is about the first, such as a cloze without a gap. */
const blamed = ({ fields }: NoteView, cause: string): string | null =>
  (fields.find(({ name }) => cause.includes(`“${name}”`)) ?? fields[0])?.name ?? null;

/** A note being edited: its text lives here until it is saved, so a refused save loses nothing. */
export function createNote(api: Api, view: NoteView) {
  const fields = signal<Record<string, string>>(Object.fromEntries(view.fields.map((f) => [f.name, f.value])));
  const tags = signal(view.tags.join(", "));
  const trouble = signal<string | null>(null);
  /** The field that keeps the note from being saved. */
  const refused = signal<string | null>(null);
  /** The person wants to leave with unsaved text: ask. */
  const asking = signal(false);
  const changed = computed(
    () => view.fields.some((f) => fields.value[f.name] !== f.value) || tags.value !== view.tags.join(", "),
  );
  return {
    view,
    fields,
    tags,
    trouble,
    refused,
    asking,
    changed,
    write(name: string, value: string) {
      fields.value = { ...fields.value, [name]: value };
    },
    /** True once the note is on disk. */
    async save(): Promise<boolean> {
      const input = { note: view.id, fields: fields.value, tags: splitTags(tags.value) };
      const reply = await api.call("editNote", input);
      trouble.value = reply.ok ? null : reply.say;
      refused.value = !reply.ok && reply.fault.code === "badNote" ? blamed(view, reply.fault.detail) : null;
      return reply.ok;
    },
  };
}

export type NoteModel = ReturnType<typeof createNote>;
