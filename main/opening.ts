import type { Offered } from "./contract/transfer.ts";
import { formats } from "./core/parcel/formats.ts";

const endings = new Set(Object.values(formats).flatMap(({ extensions }) => extensions));

/** The files among the arguments of a command line: what ends like a deck. The first is the program, and flags are no files. */
export const filesIn = (args: readonly string[]): string[] =>
  args.slice(1).filter((arg) => !arg.startsWith("-") && endings.has(arg.slice(arg.lastIndexOf(".") + 1).toLowerCase()));

/** Files that are to come in before there is a window to show them in, and later ones. */
export class Opening {
  readonly #offer: (path: string) => Promise<Offered>;
  readonly #tell: (offered: Offered[]) => void;
  #waiting: string[] = [];
  #ready = false;

  constructor(offer: (path: string) => Promise<Offered>, tell: (offered: Offered[]) => void) {
    this.#offer = offer;
    this.#tell = tell;
  }

  /** Files that are not there are left out: whoever opened them can see that. */
  async open(paths: readonly string[]): Promise<void> {
    this.#waiting.push(...paths);
    if (!this.#ready || this.#waiting.length === 0) return;
    const found = await Promise.allSettled(this.#waiting.splice(0).map(this.#offer));
    const offered = found.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    if (offered.length > 0) this.#tell(offered);
  }

  /** The window is there. */
  ready(): Promise<void> {
    this.#ready = true;
    return this.open([]);
  }
}
