import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Offered } from "./contract/transfer.ts";
import { formats } from "./core/parcel/formats.ts";

const endings = new Set(Object.values(formats).flatMap(({ extensions }) => extensions));

/**
 * The files among the arguments of a command line, as absolute paths: what ends like a deck. The first argument is the program, and
 * flags are no files. `folder` is where it was started.
 */
export function filesIn(args: readonly string[], folder: string): string[] {
  const words = args.slice(1).filter((arg) => !arg.startsWith("-"));
  const named = words.filter((arg) => endings.has(arg.slice(arg.lastIndexOf(".") + 1).toLowerCase()));
  return named.flatMap((arg) => pathOf(arg, folder));
}

/** File managers may give addresses instead of paths. */
function pathOf(arg: string, folder: string): string[] {
  try {
    return [arg.startsWith("file:") ? fileURLToPath(arg) : resolve(folder, arg)];
  } catch {
    return [];
  }
}

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
