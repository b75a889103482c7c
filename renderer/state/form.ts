import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Reply } from "../../main/contract/faults.ts";
import type { NoteType } from "../../main/contract/shapes.ts";
import type { Api } from "../api.ts";
import { rich as words } from "../text/rich.ts";
import type { Desk } from "../ui/rich/RichField.tsx";
import type { Attached } from "../ui/rich/take.ts";
import type { Written } from "../ui/rich/written.ts";
import { createField, type FieldModel } from "./field.ts";

export interface Texts {
  fields: Record<string, string>;
  tags: string[];
}

/** A note being written, new or old: its text lives here until it is saved, so a refused save loses nothing. */
export interface Form {
  type: NoteType;
  fields: readonly FieldModel[];
  /** Tags with blanks or commas between them. */
  tags: Signal<string>;
  desk: Desk;
  /** What keeps the note from being saved, and the id of the field that it is about. */
  trouble: Signal<string | null>;
  refused: Signal<string | null>;
  /** What takes longer than a second, in words. */
  busy: Signal<string>;
  changed: ReadonlySignal<boolean>;
  /** Counts what was done to it. */
  edits: ReadonlySignal<number>;
  /** All of it as it is to be stored, once nothing is on its way into it any more. */
  texts(): Promise<Reply<Texts>>;
  /** Puts other texts in the place of those in fields. */
  put(texts: Readonly<Record<string, string>>): Promise<void>;
  /** Shows a refusal where it belongs; true if there was none. */
  accept(reply: Reply<unknown>): boolean;
}

export const splitTags = (text: string): string[] => [...new Set(text.split(/[\s,]+/).filter(Boolean))];
export const joinTags = (tags: readonly string[]): string => tags.join(" ");

/** The field that a cause names in its quotes; a cause that names none is about the first, such as a cloze without a gap. */
const blamed = ({ fields }: NoteType, cause: string): string | null =>
  (fields.find(({ name }) => cause.includes(`“${name}”`)) ?? fields[0])?.id ?? null;

const isPicture = ({ type, name }: File): boolean =>
  type ? type.startsWith("image/") : /\.(avif|bmp|gif|ico|jpe?g|png|svg|webp)$/i.test(name);

interface Start {
  type: NoteType;
  /** By field id. */
  values: Readonly<Record<string, string>>;
  tags: readonly string[];
  /** What was written in it before, and not saved. */
  kept?: Texts | null;
}

export async function createForm(
  api: Api,
  after: (ms: number, run: () => void) => void,
  { type, values, tags: firstTags, kept = null }: Start,
): Promise<Form> {
  const fields = await Promise.all(
    type.fields.map((field) => createField(api, type, field, values[field.id] ?? "", kept?.fields[field.id])),
  );
  const tags = signal(joinTags(kept?.tags ?? firstTags));
  const trouble = signal<string | null>(null);
  const refused = signal<string | null>(null);
  const busy = signal("");
  const active = signal<Written | null>(null);
  let arriving: Promise<unknown> = Promise.resolve();

  const accept = (reply: Reply<unknown>): boolean => {
    trouble.value = reply.ok ? null : reply.say;
    refused.value = !reply.ok && reply.fault.code === "badNote" ? blamed(type, reply.fault.detail) : null;
    return reply.ok;
  };

  /** What comes in from outside: the note is not saved before it is here. */
  function arrival<T>(work: Promise<T>): Promise<T> {
    arriving = Promise.all([arriving, work.catch(() => null)]);
    return work;
  }

  async function attach(file: File): Promise<Attached | null> {
    let isDone = false;
    after(1_000, () => {
      if (!isDone) busy.value = words.adding(file.name);
    });
    const bytes = await file.arrayBuffer().catch(() => null);
    const reply =
      bytes && (await api.call("addMedia", { name: file.name || words.pasted, bytes: new Uint8Array(bytes) }));
    isDone = true;
    busy.value = "";
    if (!reply) trouble.value = words.unreadable(file.name);
    else if (accept(reply) && reply.ok) return { kind: isPicture(file) ? "image" : "sound", name: reply.value.name };
    return null;
  }

  async function clean(html: string) {
    const reply = await api.call("cleanPaste", { html, format: type.format });
    return reply.ok ? reply.value : null;
  }

  return {
    ...{ type, fields, tags, trouble, refused, busy },
    desk: {
      active,
      gapsElsewhere: (field) =>
        Math.max(0, ...fields.map((other) => (other === field ? 0 : (other.editor.peek()?.highestGap() ?? 0)))),
      address: (name) => `media://file/${encodeURIComponent(name)}`,
      attach: (file) => arrival(attach(file)),
      clean: (html) => arrival(clean(html)),
    },
    async put(texts) {
      for (const field of fields) {
        const text = texts[field.id];
        if (text !== undefined) await field.put(text);
      }
    },
    changed: computed(() => fields.some(({ changed }) => changed.value) || tags.value !== joinTags(firstTags)),
    edits: computed(() => fields.reduce((sum, { edits }) => sum + edits.value, tags.value.length)),
    async texts() {
      await arriving;
      const settled: Record<string, string> = {};
      for (const field of fields) {
        const reply = await field.settle();
        if (!reply.ok) return reply;
        settled[field.id] = reply.value;
      }
      return { ok: true, value: { fields: settled, tags: splitTags(tags.value) } };
    },
    accept,
  };
}
