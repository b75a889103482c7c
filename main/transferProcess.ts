import { Failure, type Fault } from "./contract/faults.ts";
import type { Limits, Progress } from "./transfer/format.ts";
import type { AskName, Asks, FromProcess, News, ToProcess } from "./transfer/messages.ts";

/** A process (or what plays one in a test), as the one that began it sees it. */
export interface Child {
  post(message: ToProcess): void;
  onMessage(heard: (message: FromProcess) => void): void;
  /** `said` is the end of what it wrote to stderr. */
  onExit(ended: (said: string) => void): void;
  kill(): void;
  /** Bytes of memory that it holds now; null where nobody can tell. */
  memory(): number | null;
}

/** Begins one. `heap`: MB that its JavaScript may use, where that can be said. */
export type Fork = (heap: number) => Child;

/** What a process may cost. */
export interface Costs {
  /** MB of JavaScript's own memory; bytes of all memory. */
  heap: number;
  memory: number;
  /**
   * Milliseconds without a word while it owes an answer; milliseconds for one answer. They are counted only while this process runs as
   * well: a computer that sleeps is no fault of a file.
   */
  silence: number;
  answer: number;
}

export type Overrun = "memory" | "time" | "crash";

interface Owed {
  resolve(value: unknown): void;
  reject(error: unknown): void;
  waited: number;
}

const watchEvery = 200;

/** A process for one transfer: asked and answered by messages, watched, and ended when it costs too much. */
export class TransferProcess {
  readonly #child: Child;
  readonly #owed = new Map<number, Owed>();
  readonly #costs: Costs;
  readonly #now: () => { ms: number; zone: string };
  readonly #faultOf: (overrun: Overrun) => Fault;
  readonly #watch: ReturnType<typeof setInterval>;
  #n = 0;
  #silent = 0;
  #over: Fault | null = null;
  /** Resolved when the process is gone. */
  readonly ended: Promise<void>;

  constructor(
    fork: Fork,
    given: {
      folder: string | null;
      limits: Limits;
      costs: Costs;
      now(): { ms: number; zone: string };
      /** What an overrun means to whoever waits for an answer. */
      fault(overrun: Overrun): Fault;
      progress(progress: Progress): void;
    },
  ) {
    this.#costs = given.costs;
    this.#now = given.now;
    this.#faultOf = given.fault;
    this.#child = fork(given.costs.heap);
    this.#child.onMessage((message) => {
      this.#silent = 0;
      if ("progress" in message) given.progress(message.progress);
      else this.#answer(message);
    });
    this.ended = new Promise((resolve) =>
      this.#child.onExit((said) => {
        this.#fail(given.fault(/heap|memory/i.test(said) ? "memory" : "crash"));
        resolve();
      }),
    );
    this.#watch = setInterval(() => this.#look(), watchEvery);
    this.#watch.unref?.();
    this.#child.post({ begin: { folder: given.folder, limits: given.limits } });
  }

  /** Throws its faults, `stopped` after `end`, and that of an overrun. */
  ask<N extends AskName>(ask: N, input: Asks[N][0]): Promise<Asks[N][1]> {
    if (this.#over) return Promise.reject(new Failure(this.#over));
    const n = ++this.#n;
    const { ms: now, zone } = this.#now();
    this.#silent = 0;
    return new Promise((resolve, reject) => {
      const done = resolve as (value: unknown) => void;
      this.#owed.set(n, { resolve: done, reject, waited: 0 });
      this.#child.post({ request: { n, ask, input, now, zone } });
    });
  }

  /** Tells it of a change of the collection. */
  tell(news: News): void {
    if (!this.#over) this.#child.post({ news });
  }

  /** Ends it; whoever waits gets the fault. Resolves when it is gone. */
  end(fault: Fault = { code: "stopped" }): Promise<void> {
    this.#fail(fault);
    this.#child.kill();
    return this.ended;
  }

  #answer(message: Exclude<FromProcess, { progress: unknown }>): void {
    const owed = this.#owed.get(message.n);
    this.#owed.delete(message.n);
    if ("fault" in message) owed?.reject(new Failure(message.fault));
    else owed?.resolve(message.value);
  }

  #fail(fault: Fault): void {
    clearInterval(this.#watch);
    this.#over ??= fault;
    for (const { reject } of this.#owed.values()) reject(new Failure(this.#over));
    this.#owed.clear();
  }

  #look(): void {
    this.#silent += watchEvery;
    for (const owed of this.#owed.values()) owed.waited += watchEvery;
    const overrun = this.#overrun();
    if (overrun) void this.end(this.#faultOf(overrun));
  }

  #overrun(): Overrun | null {
    if ((this.#child.memory() ?? 0) > this.#costs.memory) return "memory";
    const [first] = this.#owed.values();
    if (!first) return null;
    return this.#silent > this.#costs.silence || first.waited > this.#costs.answer ? "time" : null;
  }
}
