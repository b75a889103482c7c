import { Failure, type Fault, isFault } from "./contract/faults.ts";
import type { CardId, Change, DeckId } from "./contract/shapes.ts";
import type { SessionView, UndoView } from "./contract/views.ts";
import { studyDay } from "./core/schedule/day.ts";
import type { Moment } from "./core/schedule/moment.ts";
import { type Answer, answer } from "./core/study/answer.ts";
import { gather, type Queue, settle, upcoming } from "./core/study/queue.ts";
import { sessionView } from "./core/study/sessionView.ts";
import { bury, flag, mark, suspend } from "./core/study/setAside.ts";
import type { Entry } from "./store/history.ts";
import type { Store } from "./store/store.ts";

/** One more than the card on show, so that the window never waits for the next. */
const kept = 2;

/** What comes first, what was answered just now, and what the queue must hold. */
type Order = { first?: CardId | undefined; just?: CardId | undefined; pinned?: CardId | undefined };

/** The session that runs: its queue, and the cards that the window already has. Asked one call at a time. */
export class Study {
  #queue: Queue | null = null;
  #ahead: CardId[] = [];

  readonly #store: Store;
  readonly #now: () => Moment;

  constructor(store: Store, now: () => Moment) {
    this.#store = store;
    this.#now = now;
  }

  /** The deck that is studied; null for all, and before the first session. */
  get deck(): DeckId | null {
    return this.#queue?.deck ?? null;
  }

  /** Begins a session, or goes on with the one that runs: the card on show stays on show. Fault: `gone`. */
  start(deck: DeckId | null): SessionView | Fault {
    if (deck !== null && !this.#store.collection.decks.has(deck)) return { code: "gone", detail: "deck" };
    const goesOn = this.#queue?.deck === deck;
    return this.#gatherAgain(deck, { first: goesOn ? this.#ahead[0] : undefined });
  }

  /** The order is the promise: first to disk, then to memory, then to the window. */
  async answer(input: Answer): Promise<SessionView> {
    const now = this.#now();
    const queue = this.#running(now);
    const first = this.#ahead.find((id) => id !== input.card);
    const change = await this.#commit(answer(this.#store.collection, input, now));
    const card = change.records.cards?.[0]?.[1];
    if (card) this.#queue = settle(queue, card);
    return this.#view({ first, just: input.card });
  }

  async bury(card: CardId, whole: boolean): Promise<SessionView> {
    await this.#commit(bury(this.#store.collection, card, whole, this.#now()));
    return this.#gatherAgain(this.#queue?.deck ?? null, { first: this.#ahead.find((id) => id !== card) });
  }

  async suspend(card: CardId, whole: boolean): Promise<SessionView> {
    await this.#commit(suspend(this.#store.collection, card, whole, this.#now()));
    return this.#gatherAgain(this.#queue?.deck ?? null, { first: this.#ahead.find((id) => id !== card) });
  }

  /** The card on show stays on show, as after `mark`, even if the session would not choose it now. */
  async flag(card: CardId, colour: number): Promise<SessionView> {
    await this.#commit(flag(this.#store.collection, card, colour, this.#now()));
    return this.#stay();
  }

  async mark(card: CardId): Promise<SessionView> {
    await this.#commit(mark(this.#store.collection, card, this.#now()));
    return this.#stay();
  }

  #stay(): SessionView {
    const [first] = this.#ahead;
    return this.#gatherAgain(this.#queue?.deck ?? null, { first, pinned: first });
  }

  /** Takes the last change back. An answer's card comes back first, even one of another deck or beyond the day's limits. */
  async undo(): Promise<UndoView> {
    const target = this.#store.undoable;
    await this.#store.undo(this.#now().ms);
    const card = answeredCard(target);
    return this.#stepped(target, { first: card ?? this.#ahead[0], pinned: card });
  }

  async redo(): Promise<UndoView> {
    const target = this.#store.redoable;
    await this.#store.redo(this.#now().ms);
    const card = answeredCard(target);
    return this.#stepped(target, card ? { just: card } : { first: this.#ahead[0] });
  }

  /** What was committed elsewhere may concern the queue: an edit, an import, a setting. */
  refresh(): void {
    if (this.#queue) this.#queue = gather(this.#store.collection, this.#queue.deck, this.#now());
  }

  #stepped(target: Entry | null, order: Order): UndoView {
    const session = this.#queue && this.#gatherAgain(this.#queue.deck, order);
    return { done: target && { op: target.op, what: target.what }, session };
  }

  async #commit(change: Change | Fault): Promise<Change> {
    if (isFault(change)) throw new Failure(change);
    if (Object.keys(change.records).length > 0) await this.#store.commit(change);
    return change;
  }

  #running(now: Moment): Queue {
    if (this.#queue?.day !== studyDay(now.ms, now.calendar))
      this.#queue = gather(this.#store.collection, this.#queue?.deck ?? null, now);
    return this.#queue;
  }

  #gatherAgain(deck: DeckId | null, order: Order): SessionView {
    const queue = gather(this.#store.collection, deck, this.#now());
    const { pinned } = order;
    if (pinned !== undefined && !queue.learning.some(({ card }) => card === pinned))
      queue.main = [pinned, ...queue.main.filter((card) => card !== pinned)];
    this.#queue = queue;
    return this.#view(order);
  }

  #view(order: Order): SessionView {
    const { collection, undoable, redoable } = this.#store;
    const now = this.#now();
    const queue = this.#running(now);
    this.#ahead = upcoming(queue, collection, now, kept, order);
    return sessionView(collection, queue, this.#ahead, now, { undo: undoable?.op ?? null, redo: redoable?.op ?? null });
  }
}

const answeredCard = (change: Entry | null): CardId | undefined =>
  change?.op === "answer" ? change.records.cards?.[0]?.[1]?.id : undefined;
