import { totalmem } from "node:os";
import { Failure, type Fault } from "./contract/faults.ts";
import type { MirrorView, TransferProgress } from "./contract/transfer.ts";
import { type Limits, standardLimits } from "./transfer/format.ts";
import { type Costs, type Fork, type Overrun, TransferProcess } from "./transferProcess.ts";

/** How the processes of transfers are begun, and what they may cost. */
export interface TransferOptions {
  fork: Fork;
  limits?: Partial<Limits>;
  costs?: Partial<Costs>;
  /** Told how it stands with a mirror, when that has changed. */
  mirror?(view: MirrorView): void;
  /** Told how far they have come. */
  progress?(progress: TransferProgress): void;
}

/** Open at once, and reading or writing at once. */
const mostOpen = 8;
const mostBusy = 2;

const standardCosts = (): Costs => ({
  heap: Math.min(3_072, Math.floor((totalmem() / 2 ** 20) * 0.5)),
  memory: Math.min(3.5 * 2 ** 30, totalmem() * 0.7),
  silence: 120_000,
  answer: 3_600_000,
});

export interface Begun {
  /** By which it is stopped, and its progress told. */
  of: string;
  folder: string | null;
  fault(overrun: Overrun): Fault;
  /** Leaves nothing behind; called when the process is gone. */
  clear(): Promise<void>;
}

interface Open {
  process: TransferProcess;
  clear(): Promise<void>;
}

/** The processes of transfers that are open, each under the name by which it is stopped. */
export class Transfers {
  readonly #options: TransferOptions;
  readonly #now: () => { ms: number; zone: string };
  readonly #open = new Map<string, Open>();
  readonly #ending = new Map<string, Promise<void>>();
  #waiting: (() => void)[] = [];
  #busy = 0;
  #closed = false;

  constructor(options: TransferOptions, now: () => { ms: number; zone: string }) {
    this.#options = options;
    this.#now = now;
  }

  /** Begins a process. One that has that name already is ended. */
  async begin({ of, folder, fault, clear }: Begun): Promise<TransferProcess> {
    await this.end(of);
    if (this.#closed) throw new Failure({ code: "stopped" });
    if (this.#open.size >= mostOpen) throw new Failure(tooMany);
    const { fork, limits, costs, progress } = this.#options;
    const process = new TransferProcess(fork, {
      folder,
      limits: { ...standardLimits, ...limits },
      costs: { ...standardCosts(), ...costs },
      now: this.#now,
      fault,
      progress: (said) => progress?.({ of: this.#nameOf(process) ?? of, ...said }),
    });
    this.#open.set(of, { process, clear });
    // One that ends by itself, as in an overrun, leaves nothing behind either.
    void process.ended.then(() => this.end(this.#nameOf(process) ?? ""));
    return process;
  }

  /** Null if there is none of that name. */
  of(name: string): TransferProcess | null {
    return this.#open.get(name)?.process ?? null;
  }

  /** It goes by another name from now on. */
  rename(from: string, to: string): void {
    const open = this.#open.get(from);
    if (!open) throw new Failure({ code: "stopped" });
    this.#open.delete(from);
    this.#open.set(to, open);
  }

  /** Ends it and clears up after it. Of one that is ending already, or is not there, it is the end that is waited for. */
  async end(name: string): Promise<void> {
    const open = this.#open.get(name);
    if (!open) return this.#ending.get(name);
    this.#open.delete(name);
    const ended = open.process
      .end()
      .then(open.clear)
      // What cannot be removed now goes at the next start.
      .catch(() => {})
      .finally(() => this.#ending.delete(name));
    this.#ending.set(name, ended);
    await ended;
  }

  /** Ends all of them: whoever began them is gone. */
  async endAll(): Promise<void> {
    await Promise.all([...this.#open.keys(), ...this.#ending.keys()].map((name) => this.end(name)));
  }

  /** Does what takes long: few at once, the others wait. */
  async busily<T>(work: () => Promise<T>): Promise<T> {
    while (this.#busy >= mostBusy) await new Promise<void>((done) => this.#waiting.push(done));
    this.#busy++;
    try {
      return await work();
    } finally {
      this.#busy--;
      this.#waiting.shift()?.();
    }
  }

  /** Tells all of them of a change of the collection. */
  tell(news: Parameters<TransferProcess["tell"]>[0]): void {
    for (const { process } of this.#open.values()) process.tell(news);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.endAll();
  }

  #nameOf(process: TransferProcess): string | undefined {
    for (const [name, open] of this.#open) if (open.process === process) return name;
    return undefined;
  }
}

const tooMany: Fault = {
  code: "file",
  detail: `${mostOpen} files are being looked at already; bring them in or close one, then try again`,
};
