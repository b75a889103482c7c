import { computed, signal } from "@preact/signals";
import type { Reply } from "../../main/contract/faults.ts";
import type { CardId, DeckId, Grade } from "../../main/contract/shapes.ts";
import type { CardView, SessionView, SummaryView, UndoView } from "../../main/contract/views.ts";
import type { Api } from "../api.ts";
import { createClock } from "./clock.ts";
import { asks, goesOn, newTurn, proposed, showing, type Turn } from "./turn.ts";

export type SessionPlace = "loading" | "question" | "typed" | "choice" | "answer" | "done";

/** What is counted for one answer at most, in milliseconds (main/core/study/answering.ts). */
const longestAnswer = 60_000;

/** One sitting with one deck, or with all of them. `tick` counts milliseconds and never goes back. */
export function createSession(api: Api, deck: DeckId | null, tick: () => number) {
  const view = signal<SessionView | null>(null);
  const queue = signal<readonly CardView[]>([]);
  const turn = signal<Turn>(newTurn(tick()));
  /** Showings that were graded here and not yet acknowledged. */
  const pending = signal<ReadonlySet<string>>(new Set());
  const answered = signal(0);
  /** The card that was graded last. */
  const previous = signal<CardId | null>(null);
  const summary = signal<SummaryView | null>(null);
  const trouble = signal<string | null>(null);
  const clock = createClock(tick);
  /** By note type, the showing on which it was said. */
  const toldOfScript = new Map<string, string>();
  let since: number | null = null;
  let box = { begun: tick(), answered: 0 };
  let last: Promise<void> = Promise.resolve();

  const card = computed(() => queue.value[0] ?? null);
  const next = computed(() => queue.value[1] ?? null);
  const over = computed(() => view.value !== null && !card.value && pending.value.size === 0);
  const place = computed<SessionPlace>(() => {
    if (over.value || (summary.value && !card.value)) return "done";
    if (!card.value) return "loading";
    if (turn.value.revealed) return "answer";
    return asks(card.value.face);
  });

  /**
   * Takes in the reply to a call, after the replies to all calls before it. The call itself has left at once: a window
   * that closes now loses nothing. The main process runs calls in the order in which they left.
   */
  function inOrder<R, T>(sent: Promise<R>, takeIn: (reply: R) => Promise<T>): Promise<T> {
    const next = Promise.all([sent, last]).then(([reply]) => takeIn(reply));
    last = next.then(
      () => undefined,
      () => undefined,
    );
    return next;
  }

  const change = (step: Partial<Turn>) => {
    turn.value = { ...turn.value, ...step };
  };

  const reveal = (step: Partial<Turn>) => change({ ...step, revealed: true, revealedAt: tick() });

  function show(cards: readonly CardView[]): void {
    const before = card.value;
    queue.value = cards;
    if (!goesOn(before, card.value)) turn.value = newTurn(tick());
  }

  /** Takes in a reply. The card on show stays where it is, unless the reply is about it (`settled`). */
  function adopt(next: SessionView, settled: boolean): void {
    since ??= next.now;
    clock.set(next.now);
    view.value = next;
    const cards = next.ahead.filter((ahead) => !pending.value.has(showing(ahead)));
    const shown = card.value;
    if (!shown || settled) show(cards);
    else {
      const fresh = cards.find((ahead) => showing(ahead) === showing(shown)) ?? shown;
      show([fresh, ...cards.filter((ahead) => ahead.card !== shown.card)]);
    }
    summary.value = null;
  }

  /** After a reply left nothing to show: reads what the sitting came to. */
  async function sumUp(): Promise<void> {
    if (!over.value) return;
    const reply = await api.call("summary", { since: since ?? 0, deck });
    if (reply.ok) summary.value = reply.value;
    else trouble.value = reply.say;
  }

  async function take(reply: Reply<SessionView>): Promise<boolean> {
    trouble.value = reply.ok ? null : reply.say;
    if (reply.ok) adopt(reply.value, true);
    await sumUp();
    return reply.ok;
  }

  /** Something about the card on show that leaves it where it is. */
  async function note(send: (asked: CardView) => Promise<Reply<SessionView>>): Promise<void> {
    const asked = card.value;
    if (!asked) return;
    await inOrder(send(asked), async (reply) => {
      trouble.value = reply.ok ? null : reply.say;
      if (reply.ok) adopt(reply.value, false);
    });
  }

  const ask = () => api.call("study", { deck });
  const read = () => inOrder(ask(), take);

  /**
   * Takes the card on show, and all that `leaves` with it, off the screen at once; `sent` is the call about it. True if it
   * was accepted; else the card comes back as it was, and what came after it waits behind it.
   */
  function leave(
    asked: CardView,
    leaves: (ahead: CardView) => boolean,
    sent: Promise<Reply<SessionView>>,
    settled: boolean,
  ) {
    const before = turn.value;
    pending.value = new Set(pending.value).add(showing(asked));
    trouble.value = null;
    show(queue.value.filter((ahead) => !leaves(ahead)));
    return inOrder(sent, async (reply) => {
      pending.value = new Set([...pending.value].filter((key) => key !== showing(asked)));
      if (reply.ok) {
        adopt(reply.value, settled);
        await sumUp();
        return true;
      }
      queue.value = [asked, ...queue.value.filter((ahead) => ahead.card !== asked.card)];
      turn.value = { ...before, shownAt: tick(), revealedAt: before.revealedAt && tick() };
      if (reply.fault.code === "conflict" || reply.fault.code === "gone") await take(await ask());
      trouble.value = reply.say;
      return false;
    });
  }

  return {
    deck,
    view,
    card,
    /** The card after it, as far as is known. */
    next,
    turn,
    answered,
    previous,
    summary,
    trouble,
    place,
    now: clock.now,
    proposed: computed<Grade>(() => (card.value ? proposed(card.value, turn.value) : 3)),
    /** Whether this is the showing on which it is said that the card's note type wants a script: once a sitting. */
    tellsOfScript(asked: CardView, noteType: string): boolean {
      if (!toldOfScript.has(noteType)) toldOfScript.set(noteType, showing(asked));
      return toldOfScript.get(noteType) === showing(asked);
    },
    /** Starts the sitting, or reads it again after a change from elsewhere. */
    read,
    /** Resolves when everything that was answered is acknowledged or has failed. */
    settle: () => last,
    show: () => reveal({}),
    type: (typed: string) => change({ typed, touched: true }),
    pick: (picked: number) => reveal({ picked }),
    /** Compares what was typed with what was expected, then shows the answer. */
    async check(): Promise<void> {
      const asked = card.value;
      if (!asked || turn.value.revealed) return;
      const { typed } = turn.value;
      const reply = typed.trim() ? await api.call("checkTyped", { card: asked.card, typed }) : null;
      if (!card.value || showing(card.value) !== showing(asked)) return;
      reveal({ verdict: reply?.ok ? reply.value : null });
      if (reply && !reply.ok) trouble.value = reply.say;
    },
    /** Grades the card on show. The next one appears at once. */
    async answer(grade: Grade): Promise<void> {
      const asked = card.value;
      if (!asked || !turn.value.revealed) return last;
      const tookMs = Math.min(1e9, Math.round(tick() - turn.value.shownAt));
      const sent = api.call("answer", { card: asked.card, seen: asked.seen, grade, tookMs });
      if (!(await leave(asked, (ahead) => ahead === asked, sent, false))) return;
      previous.value = asked.card;
      answered.value += 1;
    },
    /** Milliseconds from the question to its answer, or to now; at most as many as are counted for an answer. */
    thought: (): number => Math.min(longestAnswer, (turn.value.revealedAt ?? tick()) - turn.value.shownAt),
    /** Once at least so many minutes have passed since the sitting or the last timebox began: what was done in them, and a new one begins. */
    timebox(minutes: number): { cards: number; minutes: number } | null {
      const passed = (tick() - box.begun) / 60_000;
      if (passed < minutes) return null;
      const cards = answered.value - box.answered;
      box = { begun: tick(), answered: answered.value };
      return { cards: Math.max(0, cards), minutes: Math.floor(passed) };
    },
    /** Puts the card on show off, or its whole note; false if that was refused. */
    async bury(whole: boolean): Promise<boolean> {
      const asked = card.value;
      if (!asked) return false;
      const sent = api.call("bury", { card: asked.card, whole });
      return leave(asked, (ahead) => (whole ? ahead.note === asked.note : ahead === asked), sent, true);
    },
    /** Takes the card on show out of the sitting, or its whole note, until it is unsuspended; false if that was refused. */
    async suspend(whole: boolean): Promise<boolean> {
      const asked = card.value;
      if (!asked) return false;
      const sent = api.call("suspend", { card: asked.card, whole });
      return leave(asked, (ahead) => (whole ? ahead.note === asked.note : ahead === asked), sent, true);
    },
    /** The card on show stays. The same flag again takes it away. */
    flag: (colour: number): Promise<void> =>
      note((asked) => api.call("flag", { card: asked.card, flag: asked.flag === colour ? 0 : colour })),
    mark: (): Promise<void> => note((asked) => api.call("mark", { card: asked.card })),
    /** Undo or redo; what was done, or null if there was nothing. */
    step: (direction: "undo" | "redo"): Promise<UndoView["done"]> =>
      inOrder(api.call(direction, {}), async (reply) => {
        if (!reply.ok) {
          trouble.value = reply.say;
          return null;
        }
        const { done, session } = reply.value;
        if (done?.op === "answer") answered.value = Math.max(0, answered.value + (direction === "undo" ? -1 : 1));
        if (session) await take({ ok: true, value: session });
        else if (done) await take(await ask());
        return done;
      }),
    /** Goes on beyond today's budget, for so many minutes. */
    goOn: (minutes: number) => inOrder(api.call("studyMore", { minutes }), take),
    /** Lets the clock run on; reads again once a learning card is back. */
    async advance(): Promise<void> {
      clock.advance();
      const waiting = view.value?.waiting;
      if (place.value === "done" && typeof waiting === "number" && clock.now.value >= waiting) await read();
    },
  };
}

export type Session = ReturnType<typeof createSession>;
