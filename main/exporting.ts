import { randomUUID } from "node:crypto";
import { realpath, rm, stat } from "node:fs/promises";
import type { Exported, ExportSpec } from "./contract/transfer.ts";
import { unlessMissing } from "./store/reason.ts";
import type { Store } from "./store/store.ts";
import { inWords } from "./transfer/inWords.ts";
import type { Overrun, TransferProcess } from "./transferProcess.ts";
import type { Transfers } from "./transfers.ts";

/** The name under which it is stopped. */
const name = "export";

/** Milliseconds that the process waits for another question: somebody is choosing what to export. */
const patience = 120_000;

const tooMuch: Record<Overrun, string> = {
  memory: "writing it takes more memory than there is; export fewer decks at a time",
  time: "writing it takes far too long; export fewer decks at a time",
  crash: "writing it came to a sudden end",
};

/** Decks on their way out: one process, kept while somebody chooses. */
export class Exporting {
  readonly #transfers: Transfers;
  readonly #store: Store;
  #begun: Promise<TransferProcess> | null = null;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #unfinished: string | null = null;
  /** One file at a time. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(transfers: Transfers, store: Store) {
    this.#transfers = transfers;
    this.#store = store;
  }

  /** The one that runs, or else a new one. */
  async process(): Promise<TransferProcess> {
    const begun = this.#begun;
    const running = await begun?.catch(() => null);
    if (this.#begun === begun && (!running || this.#transfers.of(name) !== running)) this.#begun = null;
    this.#begun ??= this.#transfers.begin({
      of: name,
      folder: this.#store.folder,
      fault: (overrun) => ({ code: "file", detail: tooMuch[overrun] }),
      clear: () => this.#clear(),
    });
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => void this.#transfers.end(name), patience);
    this.#idle.unref?.();
    return this.#begun;
  }

  /** Writes a file beside the one that is there, which stays whole until the new one is. Faults: `file`, `stopped`, `gone`. */
  write(spec: ExportSpec, path: string): Promise<Exported> {
    const written = this.#turn.then(() => this.#write(spec, path));
    this.#turn = written.catch(() => {});
    return written;
  }

  async #write(spec: ExportSpec, path: string): Promise<Exported> {
    const there = await inWords("write", () => unlessMissing(stat(path)));
    const target = there ? await realpath(path) : path;
    const fresh = `${target}.${randomUUID()}.tmp`;
    const process = await this.process();
    clearTimeout(this.#idle);
    this.#unfinished = fresh;
    try {
      const done = await this.#transfers.busily(() => process.ask("write", { spec, path: target, fresh }));
      this.#unfinished = null;
      return done;
    } finally {
      await this.#transfers.end(name);
    }
  }

  async #clear(): Promise<void> {
    if (this.#unfinished) await rm(this.#unfinished, { recursive: true, force: true });
    this.#unfinished = null;
  }
}
