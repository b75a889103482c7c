import { computed, signal } from "@preact/signals";
import type { DraftView, TypeEdit, TypePlace, TypeProblem } from "../../../main/contract/noteTypeEdits.ts";
import type { FieldType, NoteType, Template } from "../../../main/contract/shapes.ts";
import type { Api } from "../../api.ts";
import { equal } from "../equal.ts";
import { createPreview } from "./preview.ts";

/**
 * A note type being edited: nothing is saved until the person says so. Steps that take more than setting a value are made by
 * the main process (`shapeNoteType`), which also says what is wrong and what saving would do.
 */
export function createDraft(api: Api, type: NoteType) {
  const saved = signal(type);
  const now = signal(type);
  const view = signal<DraftView | null>(null);
  const trouble = signal<string | null>(null);
  /** The name that a field is being given; it takes effect when it is complete. */
  const naming = signal<{ field: string; text: string } | null>(null);
  /** Why a field cannot have the name that stands in it. */
  const refused = signal<{ field: string; say: string } | null>(null);
  const past = signal<NoteType[]>([]);
  const future = signal<NoteType[]>([]);
  /** What was typed last: more of it belongs to the same step back. */
  let typing: string | null = null;
  let pending: Promise<unknown> = Promise.resolve();
  let checking = false;

  const renaming = computed(() => {
    const field = now.value.fields.find(({ id }) => id === naming.value?.field);
    return field !== undefined && field.name !== naming.value?.text;
  });
  const changed = computed(() => renaming.value || !equal(now.value, saved.value));

  function put(next: NoteType, key: string | null): void {
    if (key === null || key !== typing) past.value = [...past.value, now.value];
    future.value = [];
    typing = key;
    now.value = next;
    void check();
  }

  /** Asks what is wrong and what it would do; of many changes while an answer is under way, only for the last. */
  async function check(): Promise<void> {
    if (checking) return;
    checking = true;
    for (let asked: NoteType | null = null; asked !== now.value; ) {
      asked = now.value;
      const reply = await api.call("noteTypeEffects", { type: asked });
      trouble.value = reply.ok ? null : reply.say;
      if (reply.ok) view.value = reply.value;
    }
    checking = false;
  }

  /** One step by the main process; asked again if something was typed meanwhile. The sentence of a refusal, or null. */
  function shape(edit: TypeEdit): Promise<string | null> {
    const done = pending.then(async () => {
      for (;;) {
        const asked = now.value;
        const reply = await api.call("shapeNoteType", { type: asked, edit });
        if (now.value !== asked) continue;
        if (reply.ok && !equal(reply.value, asked)) put(reply.value, null);
        return reply.ok ? null : reply.fault.code === "badType" ? reply.fault.detail : reply.say;
      }
    });
    pending = done;
    return done;
  }

  /** Gives the field the name that was typed. False if it cannot have it: the name stays in its field, with the reason. */
  async function settleName(): Promise<boolean> {
    const given = naming.value;
    if (!given) return true;
    const say = await shape({ kind: "renameField", field: given.field, name: given.text });
    refused.value = say === null ? null : { field: given.field, say };
    if (say === null && naming.value === given) naming.value = null;
    return say === null;
  }

  async function step(from: typeof past, to: typeof future): Promise<boolean> {
    await pending;
    const next = from.value.at(-1);
    if (!next) return false;
    from.value = from.value.slice(0, -1);
    to.value = [...to.value, now.value];
    typing = null;
    naming.value = null;
    refused.value = null;
    now.value = next;
    void check();
    return true;
  }

  void check();
  const preview = createPreview(api, now);

  return {
    ...{ preview, saved, now, view, trouble, naming, refused, changed, shape, settleName, check },
    set: <K extends "name" | "css" | "sort" | "format">(key: K, value: NoteType[K]) =>
      put({ ...now.value, [key]: value }, key),
    setField: (id: string, change: Partial<Omit<FieldType, "id" | "name">>) =>
      put(
        { ...now.value, fields: now.value.fields.map((each) => (each.id === id ? { ...each, ...change } : each)) },
        `field ${id} ${Object.keys(change)}`,
      ),
    setTemplate: (ord: number, change: Partial<Omit<Template, "ord">>) =>
      put(
        {
          ...now.value,
          templates: now.value.templates.map((each) => (each.ord === ord ? { ...each, ...change } : each)),
        },
        `template ${ord} ${Object.keys(change)}`,
      ),
    /** Types a field's name; `settleName` makes it count. */
    name(field: string, text: string) {
      naming.value = { field, text };
      if (refused.value?.field === field) refused.value = null;
    },
    forgetName() {
      naming.value = null;
      refused.value = null;
    },
    /** A step back in what is not saved yet; false if there is none. */
    undo: () => step(past, future),
    redo: () => step(future, past),
    /** What is wrong in a place. */
    problemsAt: (matches: (at: TypePlace) => boolean): TypeProblem[] =>
      (view.value?.problems ?? []).filter(({ at }) => matches(at)),
    /** True once it is on disk. */
    async save(): Promise<boolean> {
      if (!(await settleName())) {
        // Its field may not be on show.
        trouble.value = refused.value?.say ?? null;
        return false;
      }
      await pending;
      const type = now.value;
      const reply = await api.call("saveNoteType", { type, seen: saved.value.modified });
      trouble.value = reply.ok ? null : reply.say;
      if (!reply.ok) return false;
      saved.value = reply.value;
      if (now.value === type) {
        now.value = reply.value;
        past.value = [];
        future.value = [];
      }
      void check();
      return true;
    },
    /** Everything as it was saved. */
    discard() {
      naming.value = null;
      refused.value = null;
      trouble.value = null;
      if (!equal(now.value, saved.value)) put(saved.value, null);
    },
  };
}

export type TypeDraft = ReturnType<typeof createDraft>;
