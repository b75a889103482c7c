import { signal } from "@preact/signals";
import type { NoteTypeRow } from "../../../main/contract/noteTypeEdits.ts";
import type { NoteTypeId } from "../../../main/contract/shapes.ts";
import type { Api } from "../../api.ts";
import { createDraft, type TypeDraft } from "./draft.ts";

export type Part = "fields" | "cards" | "style";

/** The screen of note types: the list, and the one that is open. */
export function createNoteTypes(api: Api) {
  const rows = signal<NoteTypeRow[] | null>(null);
  const trouble = signal<string | null>(null);
  const draft = signal<TypeDraft | null>(null);
  const part = signal<Part>("fields");
  /** The card whose templates are shown. */
  const card = signal<number | null>(null);
  /** Of a cloze, whose cards share their template: which of them is previewed. */
  const gap = signal<number | null>(null);
  /** What the person wanted while something is unsaved: ask first. */
  const asking = signal<(() => void) | null>(null);
  /** The type has notes, and the person wants it gone: ask what shall become of them. */
  const deleting = signal(false);

  const rowOf = (id: NoteTypeId) => rows.value?.find(({ type }) => type.id === id);

  function open(id: NoteTypeId): void {
    const type = rowOf(id)?.type;
    if (!type) return;
    draft.value = createDraft(api, type);
    card.value = type.templates[0]?.ord ?? null;
    asking.value = null;
    deleting.value = false;
  }

  /** Reads the list again. What is open and unchanged follows; an unsaved edit stays, and is refused later if it is stale. */
  async function load(): Promise<void> {
    const reply = await api.call("noteTypeRows", {});
    trouble.value = reply.ok ? null : reply.say;
    if (!reply.ok) return;
    rows.value = reply.value;
    const before = draft.value;
    if (before?.changed.value) return void before.check();
    const id = before?.saved.value.id ?? rows.value[0]?.type.id ?? "";
    const kept = rowOf(id)?.type;
    if (before && kept?.modified === before.saved.value.modified) return void before.check();
    const shown = card.value;
    open(kept?.id ?? rows.value[0]?.type.id ?? "");
    if (kept?.templates.some(({ ord }) => ord === shown)) card.value = shown;
  }

  /** Whether something unsaved holds the person back; if so it asks, and goes on afterwards. */
  function hold(then: () => void): boolean {
    if (!draft.value?.changed.value) return false;
    asking.value = then;
    return true;
  }

  return {
    ...{ rows, trouble, draft, part, card, gap, asking, deleting, load, hold, rowOf },
    /** Previews the card of that ordinal, and shows its templates. */
    show(ord: number) {
      if (draft.value?.now.value.kind === "cloze") gap.value = ord;
      else card.value = ord;
    },
    /** Opens a type, unless something is unsaved: then it asks first. */
    choose: (id: NoteTypeId) => {
      if (draft.value?.saved.value.id !== id && !hold(() => open(id))) open(id);
    },
    /** A new type is in the list and open. */
    async added(id: NoteTypeId): Promise<void> {
      draft.value = null;
      await load();
      open(id);
    },
    /** Throws the edit away and does what was wanted. */
    discard() {
      const then = asking.value;
      asking.value = null;
      draft.value?.discard();
      then?.();
    },
    keep() {
      asking.value = null;
    },
    /** Nothing is open any more, whatever is unsaved. */
    leave() {
      draft.value = null;
      asking.value = null;
      deleting.value = false;
    },
  };
}

export type NoteTypes = ReturnType<typeof createNoteTypes>;
