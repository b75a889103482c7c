import { Failure, type Fault, isFault } from "./contract/faults.ts";
import type { CardId, Change, DeckId, Records } from "./contract/shapes.ts";
import type { SessionView, UndoView } from "./contract/views.ts";
import { studyDay } from "./core/schedule/day.ts";
import type { Moment } from "./core/schedule/moment.ts";
import type { Answer } from "./core/study/answer.ts";
import { type Queue, upcoming, withFirst } from "./core/study/queue.ts";
import { sessionView } from "./core/study/sessionView.ts";
import { bury, flag, mark, suspend } from "./core/study/setAside.ts";
import { deckSource, type Source } from "./core/study/source.ts";
import type { Entry } from "./store/history.ts";
import type { Line } from "./store/line.ts";
import type { Store } from "./store/store.ts";

/** One more than the card on show, so that the window never waits for the next. */
const kept = 2;

/** What comes first, what was answered just now, and what the queue must hold. */
type Order = { first?: CardId | undefined; just?: CardId | undefined; pinned?: CardId | undefined };

/**
 * The session that runs: where its cards come from (core/study/source.ts), and those that the window already has. What it changes
 * itself it tells its source, which then need not gather everything anew. Asked one call at a time.
 */
export class Study {
  #source: Source = deckSource(null);
  #runs = false;
  #queue: Queue | null = null;
  /** The session's own changes since the queue was made; null if there were others. */
  #changed: Records[] | null = null;
  #ahead: CardId[] = [];

  readonly #store: Store;
  readonly #now: () => Moment;

  constructor(store: Store, now: () => Moment) {
    this.#store = store;
    this.#now = now;
  }

  /** The deck that is studied; null for all, and before the first session. */
  get deck(): DeckId | null {
    return this.#source.deck;
  }

  /** Begins a session with a deck, or goes on with the one that runs: the card on show stays on show. Fault: `gone`. */
  start(deck: DeckId | null): SessionView | Fault {
    if (deck !== null && !this.#store.collection.decks.has(deck)) return { code: "gone", detail: "deck" };
    const goesOn = this.#runs && this.#source.kind === "deck" && this.#source.deck === deck;
    return goesOn ? this.#view({ first: this.#ahead[0] }) : this.begin(deckSource(deck));
  }

  /** Begins a session with whatever that is. */
  begin(source: Source): SessionView {
    this.#source = source;
    this.#runs = true;
    this.refresh();
    return this.#view({});
  }

  /** Goes on with the session over cards that were chosen. Fault: `gone` if none runs. */
  goOn(): SessionView | Fault {
    return this.#source.kind === "chosen" ? this.#view({ first: this.#ahead[0] }) : { code: "gone", detail: "list" };
  }

  /** The session as it is now: the card on show stays on show if it still may. */
  again(): SessionView {
    return this.#view({ first: this.#ahead[0] });
  }

  /** The order is the promise: first to disk, then to memory, then to the window. */
  async answer(input: Answer): Promise<SessionView> {
    const first = this.#ahead.find((id) => id !== input.card);
    await this.#commit(this.#source.answer(this.#store.collection, input, this.#now()));
    return this.#view({ first, just: input.card });
  }

  async bury(card: CardId, whole: boolean): Promise<SessionView> {
    await this.#commit(bury(this.#store.collection, card, whole, this.#now()));
    return this.#view({ first: this.#ahead.find((id) => id !== card) });
  }

  async suspend(card: CardId, whole: boolean): Promise<SessionView> {
    await this.#commit(suspend(this.#store.collection, card, whole, this.#now()));
    return this.#view({ first: this.#ahead.find((id) => id !== card) });
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
    return this.#view({ first, pinned: first });
  }

  /** Takes the last change back. An answer's card comes back first, even one of another deck or beyond the day's limits. */
  async undo(): Promise<UndoView> {
    const target = this.#store.undoable;
    this.#follow(await this.#store.undo(this.#now().ms));
    const card = answeredCard(target);
    return this.#stepped(target, { first: card ?? this.#ahead[0], pinned: card });
  }

  async redo(): Promise<UndoView> {
    const target = this.#store.redoable;
    this.#follow(await this.#store.redo(this.#now().ms));
    const card = answeredCard(target);
    return this.#stepped(target, card ? { just: card } : { first: this.#ahead[0] });
  }

  /** What was committed elsewhere may concern the queue: an edit, an import, a setting. It is gathered when it is next looked at. */
  refresh(): void {
    this.#changed = null;
  }

  #stepped(target: Entry | null, order: Order): UndoView {
    const session = this.#runs ? this.#view(order) : null;
    return { done: target && { op: target.op, what: target.what }, session };
  }

  async #commit(change: Change | Fault): Promise<void> {
    if (isFault(change)) throw new Failure(change);
    this.#runs = true;
    if (Object.keys(change.records).length === 0) return;
    await this.#store.commit(change);
    this.#changed?.push(change.records);
  }

  /** A bulk does not say what is in it. */
  #follow(line: Line | null): void {
    if (line?.bulk) this.refresh();
    else if (line) this.#changed?.push(line.records);
  }

  #view(order: Order): SessionView {
    const { collection, undoable, redoable } = this.#store;
    const now = this.#now();
    const isSameDay = this.#queue?.day === studyDay(now.ms, now.calendar);
    const queue = this.#source.queue(collection, now, isSameDay ? this.#changed : null);
    this.#changed = [];
    const { pinned } = order;
    const isPinned = pinned !== undefined && (this.#source.admits?.(pinned) ?? true);
    this.#queue = isPinned ? withFirst(queue, pinned) : queue;
    this.#ahead = upcoming(this.#queue, collection, now, kept, order);
    const ops = { undo: undoable?.op ?? null, redo: redoable?.op ?? null };
    const view = sessionView(collection, this.#queue, this.#ahead, now, ops);
    return this.#source.dress?.(view, collection) ?? view;
  }
}

const answeredCard = (change: Entry | null): CardId | undefined =>
  change?.op === "answer" ? change.records.reviews?.[0]?.[1]?.card : undefined;
