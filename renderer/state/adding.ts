import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Layout } from "../../main/contract/layout.ts";
import type { DeckId, NoteType, NoteTypeId } from "../../main/contract/shapes.ts";
import type { DeckView, NoteView } from "../../main/contract/views.ts";
import type { Draft } from "../../main/contract/writing.ts";
import type { Api } from "../api.ts";
import { writing as words } from "../text/writing.ts";
import { type Assist, createAssist } from "./assist.ts";
import type { LayoutModel } from "./browse/layout.ts";
import { carry } from "./carry.ts";
import { createForm, type Form, splitTags } from "./form.ts";

/** What outlives one sitting of adding: that of the layout outlives the window too. */
export interface Habits {
  layout: LayoutModel;
  tags: readonly string[];
  /** Rules of the card doctor of which the person wants to hear no more. */
  dismissed: Set<string>;
  added: Signal<readonly NoteView[]>;
}

export const newHabits = (layout: LayoutModel): Habits => ({
  layout,
  tags: [],
  dismissed: new Set(),
  added: signal([]),
});

interface Shelf {
  types: readonly NoteType[];
  decks: readonly DeckView[];
}

interface Page {
  form: Form;
  assist: Assist;
}

/** Adding notes, one after the other, in one sitting. */
export interface Adding extends Shelf {
  /** The note that is being written now. */
  page: ReadonlySignal<Page>;
  type: ReadonlySignal<NoteTypeId>;
  deck: ReadonlySignal<DeckId>;
  pinned: ReadonlySignal<ReadonlySet<string>>;
  added: ReadonlySignal<readonly NoteView[]>;
  isHistory: Signal<boolean>;
  /** What was added last, in words. */
  said: ReadonlySignal<string>;
  /** The person wants to leave with unsaved text: ask. */
  asking: Signal<boolean>;
  /** Whether there is text that would be lost. */
  isWritten: ReadonlySignal<boolean>;
  pickType(id: NoteTypeId): Promise<void>;
  pickDeck(id: DeckId): void;
  pin(field: string): void;
  /** The note that was added, once it is on disk; null if it was refused. */
  add(): Promise<NoteView | null>;
  /** Reads again what was added, after a change from elsewhere. */
  refresh(): Promise<void>;
  /** Ends it; the draft goes. */
  end(): Promise<void>;
}

export async function createAdding(
  api: Api,
  after: (ms: number, run: () => void) => void,
  { types, decks }: Shelf,
  habits: Habits,
  draft: Draft | null,
): Promise<Adding | null> {
  const last = habits.layout.now.peek().adding;
  const firstType = types.find(({ id }) => id === (draft?.type ?? last.type)) ?? types[0];
  const firstDeck = decks.find(({ id }) => id === (draft?.deck ?? last.deck)) ?? decks[0];
  if (!firstType || !firstDeck) return null;
  const type = signal(firstType.id);
  const deck = signal(firstDeck.id);
  const pinned = signal(pinsOf(habits, firstType));

  async function open(
    of: NoteType,
    values: Readonly<Record<string, string>>,
    tags: readonly string[],
    kept: Draft | null = null,
  ): Promise<Page> {
    const form = await createForm(api, after, { type: of, values, tags, kept });
    const about = () => ({ note: null, deck: deck.peek(), isMoved: false });
    return { form, assist: createAssist(api, after, form, about, habits.dismissed, kept !== null) };
  }

  const page = signal(await open(firstType, {}, habits.tags, draft));
  const asking = signal(false);
  /** Texts that found no field in the type that was picked, by the names of their fields: they come back with one that has it. */
  let aside: ReadonlyMap<string, string> = new Map();
  const said = signal(draft ? words.kept : "");
  const isWritten = computed(() =>
    page.value.form.fields.some((field) => !pinned.value.has(field.id) && !field.isBlank.value),
  );

  /** Another page takes the place of this one, and keeps what is told. */
  async function turn(of: NoteType, values: Readonly<Record<string, string>>, tags: readonly string[]): Promise<void> {
    const next = await open(of, values, tags);
    const before = page.peek();
    type.value = of.id;
    pinned.value = pinsOf(habits, of);
    page.value = next;
    asking.value = false; // it was about the page before
    await before.assist.end();
  }

  async function refresh(): Promise<void> {
    const replies = await Promise.all(habits.added.peek().map(({ id }) => api.call("note", { note: id })));
    habits.added.value = replies.flatMap((reply) => (reply.ok ? reply.value : []));
  }

  return {
    ...{ types, decks, page, type, deck, pinned, asking, said, isWritten, refresh },
    added: habits.added,
    isHistory: signal(false),
    async pickType(id) {
      const next = types.find((one) => one.id === id);
      const texts = await page.peek().form.texts();
      if (!next || id === type.peek() || !texts.ok) return;
      remember(habits, { type: id });
      const { values, left } = carry(page.peek().form.type, next, texts.value.fields, aside);
      aside = left;
      await turn(next, values, texts.value.tags);
      said.value = left.size > 0 ? words.aside([...left.keys()]) : "";
    },
    pickDeck(id) {
      deck.value = id;
      remember(habits, { deck: id });
      page.peek().assist.look();
    },
    pin(field) {
      const pins = new Set(pinned.peek());
      if (!pins.delete(field)) pins.add(field);
      remember(habits, { pins: { ...habits.layout.now.peek().adding.pins, [type.peek()]: [...pins] } });
      pinned.value = pins;
    },
    async add() {
      const { form } = page.peek();
      const texts = await form.texts();
      const reply = texts.ok
        ? await api.call("addNote", { type: form.type.id, deck: deck.peek(), ...texts.value })
        : texts;
      if (!form.accept(reply) || !reply.ok || !texts.ok) return null;
      const added = reply.value as NoteView;
      remember(habits, { type: form.type.id, deck: deck.peek() });
      habits.tags = splitTags(form.tags.peek());
      habits.added.value = [added, ...habits.added.peek()];
      said.value = words.added(added.deck);
      aside = new Map();
      const kept = [...pinned.peek()].map((id) => [id, texts.value.fields[id] ?? ""]);
      await turn(form.type, Object.fromEntries(kept), habits.tags);
      return added;
    },
    end: () => page.peek().assist.end(),
  };
}

const pinsOf = ({ layout }: Habits, { id, fields }: NoteType): Set<string> =>
  new Set(layout.now.peek().adding.pins[id] ?? fields.filter(({ sticky }) => sticky).map((field) => field.id));

function remember({ layout }: Habits, step: Partial<Layout["adding"]>): void {
  layout.change({ adding: { ...layout.now.peek().adding, ...step } });
}
