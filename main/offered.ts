import { stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { Failure } from "./contract/faults.ts";
import type { Offered } from "./contract/transfer.ts";
import { inWords } from "./transfer/inWords.ts";

/** Tokens that are remembered; older ones are forgotten first. */
const most = 1_000;

/** Files that the person pointed at: the window knows them by a token, and never by a path. */
export class OfferedFiles {
  readonly #paths = new Map<string, string>();
  readonly #newId: () => string;

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  /** Throws the fault `file`. */
  async offer(path: string): Promise<Offered> {
    const found = await inWords("read", () => stat(path));
    if (!found.isFile() && !found.isDirectory())
      throw new Failure({ code: "file", detail: "it is neither a file nor a folder" });
    const token = this.#newId();
    const [oldest] = this.#paths.keys();
    if (oldest !== undefined && this.#paths.size >= most) this.#paths.delete(oldest);
    this.#paths.set(token, resolve(path));
    return { token, name: nameOf(path), size: found.isDirectory() ? 0 : found.size };
  }

  /** Where it lies. Throws the fault `gone`. */
  path(token: string): { path: string; name: string } {
    const path = this.#paths.get(token);
    if (path === undefined) throw new Failure({ code: "gone", detail: "file" });
    return { path, name: nameOf(path) };
  }
}

const nameOf = (path: string) => basename(resolve(path)) || path;
