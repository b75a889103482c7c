import { effect, signal } from "@preact/signals";
import type { PreviewView } from "../../main/contract/previews.ts";
import type { DeckId, NoteId } from "../../main/contract/shapes.ts";
import type { Hint, Twin } from "../../main/contract/writing.ts";
import type { Api } from "../api.ts";
import type { Form, Texts } from "./form.ts";
import { unhurried } from "./unhurried.ts";

/** How long after a change the preview follows and the draft is kept, in milliseconds. */
const pause = 300;
/** How many hints are shown at once: advice, not a lesson. */
const most = 2;

interface About {
  /** The note that is edited; null for a new one. */
  note: NoteId | null;
  deck: DeckId;
  /** Whether it is to go to another deck than it was in. */
  isMoved: boolean;
}

/** What stands beside a note while it is written: its cards, its twins, hints; and the draft, which a crash does not take. */
export function createAssist(
  api: Api,
  after: (ms: number, run: () => void) => void,
  form: Form,
  about: () => About,
  dismissed: Set<string>,
  /** Whether there is a draft of it already. */
  isKept = false,
) {
  const cards = signal<PreviewView["cards"]>([]);
  const twins = signal<readonly Twin[]>([]);
  const hints = signal<readonly Hint[]>([]);
  /** The texts before a fix and what it made of them, and the field it was about; until something else is written. */
  const fixed = signal<{ field: string; before: Record<string, string>; after: string } | null>(null);
  const type = form.type.id;
  let isOpen = true;
  /** Whether there is anything that the draft should keep. */
  let wasWritten = isKept;

  async function keep(texts: Texts): Promise<void> {
    const { note, deck, isMoved } = about();
    const isWritten = form.changed.peek() || isMoved;
    if (!isWritten && !wasWritten) return;
    wasWritten = isWritten;
    await api.call("saveDraft", { draft: wasWritten ? { note, type, deck, ...texts } : null, note });
  }

  async function look(): Promise<void> {
    const texts = await form.texts();
    if (!isOpen || !texts.ok) return;
    const { fields, tags } = texts.value;
    const { note, deck } = about();
    if (fixed.peek() && fixed.peek()?.after !== JSON.stringify(fields)) fixed.value = null;
    await keep(texts.value);
    const [preview, found, advice] = await Promise.all([
      api.call("previewNote", { type, fields, tags, deck }),
      api.call("twins", { type, fields, note }),
      api.call("doctor", { type, fields, note }),
    ]);
    if (!isOpen) return;
    if (preview.ok) cards.value = form.fields.every(({ isBlank }) => isBlank.peek()) ? [] : preview.value.cards;
    twins.value = found.ok ? found.value : [];
    hints.value = advice.ok ? advice.value.filter(({ rule }) => !dismissed.has(rule)).slice(0, most) : [];
  }

  const soon = unhurried(after, pause, look);
  const stop = effect(() => {
    if (form.edits.value >= 0) soon();
  });
  void look();

  return {
    cards,
    twins,
    hints,
    /** Looks again, after something else than the text has changed. */
    look: soon,
    lookNow: look,
    fixed,
    /** Does what a hint offers. Ctrl+Z in a field takes back only that field: `putBack` all of it. */
    async fix({ field, fix }: Hint): Promise<void> {
      const before = await form.texts();
      if (!fix || !before.ok) return;
      await form.put(fix.fields);
      const after = await form.texts();
      if (after.ok) fixed.value = { field, before: before.value.fields, after: JSON.stringify(after.value.fields) };
    },
    async putBack(): Promise<void> {
      const before = fixed.peek()?.before;
      fixed.value = null;
      if (before) await form.put(before);
    },
    /** A rule of which the person wants to hear no more in this sitting. */
    dismiss(rule: string) {
      dismissed.add(rule);
      hints.value = hints.value.filter((hint) => hint.rule !== rule);
    },
    /** Ends it. The draft goes with it, once the text is saved or was thrown away. */
    async end(): Promise<void> {
      isOpen = false;
      stop();
      if (wasWritten) await api.call("saveDraft", { draft: null, note: about().note });
      wasWritten = false;
    },
  };
}

export type Assist = ReturnType<typeof createAssist>;
