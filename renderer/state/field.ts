import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Reply } from "../../main/contract/faults.ts";
import type { RichDoc } from "../../main/contract/rich.ts";
import type { FieldType, NoteType } from "../../main/contract/shapes.ts";
import type { Api } from "../api.ts";
import type { Editor } from "../ui/rich/editor.ts";
import type { Written } from "../ui/rich/written.ts";

/** Fields whose text is compared, cut into lines or shown as it is: they have no form. By the note type that Mneme brings. */
const plain: Partial<Record<NonNullable<NoteType["stock"]>, readonly string[]>> = {
  typed: ["Back"],
  choice: ["Wrong"],
  optionalReversed: ["Add Reverse"],
  occlusion: ["Occlusion"],
};

const isPlain = ({ stock, format }: NoteType, { id }: FieldType): boolean =>
  stock !== null && ((format === "markdown" && id === "Source") || (plain[stock]?.includes(id) ?? false));

/** A field of a note while it is written. */
export interface FieldModel extends Written {
  type: FieldType;
  /** Whether it says anything else than at first. */
  changed: ReadonlySignal<boolean>;
  /** Whether nothing is in it. */
  isBlank: ReadonlySignal<boolean>;
  /** Counts what was done to it. */
  edits: ReadonlySignal<number>;
  /** Its text as it is to be stored. */
  settle(): Promise<Reply<string>>;
  /** Puts another text in its place, as one step that can be taken back. */
  put(text: string): Promise<void>;
}

/** Blanks and empty lines are nothing. */
const isEmpty = ({ content }: RichDoc): boolean =>
  content.every(
    (block) =>
      block.type === "paragraph" &&
      (block.content ?? []).every((node) => node.type === "break" || (node.type === "text" && node.text.trim() === "")),
  );

/** Reads a field for writing; `kept` is what was written in it before and not saved. One whose form cannot be read is written as source. */
export async function createField(
  api: Api,
  of: NoteType,
  type: FieldType,
  value: string,
  kept = value,
): Promise<FieldModel> {
  const { format } = of;
  const read = async (text: string): Promise<RichDoc | null> => {
    const reply = await api.call("fieldToRich", { format, text });
    return reply.ok ? reply.value : null;
  };
  const first = isPlain(of, type) ? null : await read(value);
  const text = signal(kept);
  const edits = signal(0);
  const isSource = signal(false);
  /** The form where it is not as at first. */
  let latest = first && kept !== value ? await read(kept) : null;
  const editor = signal<Editor | null>(null);
  /** The form, where `text` does not say it yet. */
  const ahead = signal<RichDoc | null>(null);
  /** The source when it was turned to. */
  let turned = value;

  const touch = () => {
    edits.value += 1;
  };

  async function settle(): Promise<Reply<string>> {
    const doc = ahead.peek();
    if (!doc) return { ok: true, value: text.value };
    const reply = isEmpty(doc) ? { ok: true as const, value: "" } : await api.call("richToField", { format, doc });
    if (reply.ok && ahead.peek() === doc) {
      text.value = reply.value;
      ahead.value = null;
    }
    return reply;
  }

  /** Shows what was typed as source with its form. What is stored stays as it was typed. */
  async function toForm(): Promise<boolean> {
    if (text.value === turned) return true;
    const typed = text.value;
    const doc = await read(typed);
    if (!doc || text.value !== typed) return false;
    editor.value?.replace(doc);
    text.value = typed;
    ahead.value = null;
    return true;
  }

  async function put(next: string): Promise<void> {
    if (first && !isSource.peek()) {
      const doc = await read(next);
      if (doc) editor.peek()?.replace(doc);
      if (doc && editor.peek()) return;
    }
    text.value = next;
    touch();
  }

  return {
    ...{ type, first, format, text, edits, isSource, editor, settle },
    ...{ id: type.id, label: type.name, help: type.help, rtl: type.rtl, font: type.font, size: type.size },
    changed: computed(() => ahead.value !== null || text.value !== value),
    isBlank: computed(() => (ahead.value ? isEmpty(ahead.value) : text.value.trim() === "")),
    edited(doc, same) {
      latest = doc;
      ahead.value = same ? null : doc;
      if (same) text.value = value;
      touch();
    },
    latest: () => latest,
    wrote(typed) {
      text.value = typed;
      touch();
    },
    put,
    async turn() {
      if (!first) return;
      if (isSource.value) {
        if (!(await toForm())) return;
        isSource.value = false;
        return;
      }
      if (!(await settle()).ok) return;
      turned = text.value;
      isSource.value = true;
    },
  };
}
