import { readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { Failure } from "../contract/faults.ts";
import { type Draft, draft } from "../contract/writing.ts";
import { reason, unlessMissing } from "./reason.ts";
import { moveAside, writeBeside } from "./replace.ts";

const shape = v.strictObject({ version: v.literal(1), drafts: v.array(draft) });

/** More than anybody has open; the oldest goes. */
const most = 50;

/** Text that is not saved yet: one small file, no part of the history. A crash of the app or the machine does not take it. */
export class Drafts {
  readonly #path: string;
  /** The one kept last is the last. */
  #all: Draft[];
  #latest: Promise<unknown> = Promise.resolve();

  constructor(path: string, all: Draft[]) {
    this.#path = path;
    this.#all = all;
  }

  /** The one kept last first. */
  get all(): Draft[] {
    return this.#all.toReversed();
  }

  /** Takes the place of the draft of the same note. Durable when it resolves; throws the fault `notSaved`. */
  keep(draft: Draft): Promise<void> {
    return this.#write([...this.#all.filter(({ note }) => note !== draft.note), draft].slice(-most));
  }

  /** Forgets the draft of a note (null: of a new one), or without one the draft kept last. Faults as `keep`. */
  drop(note: Draft["note"] | undefined): Promise<void> {
    const gone = note === undefined ? this.#all.at(-1) : this.#all.find((one) => one.note === note);
    return gone ? this.#write(this.#all.filter((one) => one !== gone)) : Promise.resolve();
  }

  /** Waits for what is being written. */
  settled(): Promise<unknown> {
    return this.#latest;
  }

  #write(drafts: Draft[]): Promise<void> {
    this.#all = drafts;
    const done = this.#latest.then(() => {
      const text = `${JSON.stringify({ version: 1, drafts }, null, 1)}\n`;
      return writeBeside(this.#path, text, (fresh) => rename(fresh, this.#path), 0o600);
    });
    this.#latest = done.catch(() => {});
    return done.catch((error: unknown) => {
      throw new Failure({ code: "notSaved", detail: reason(error) });
    });
  }
}

/** Reads the drafts of a folder. A file that cannot be understood is set aside, and told among `problems`. */
export async function openDrafts(folder: string, problems: string[]): Promise<Drafts> {
  const path = join(folder, "drafts.json");
  const bytes = await unlessMissing(readFile(path));
  if (!bytes) return new Drafts(path, []);
  const read = v.safeParse(shape, parsed(bytes.toString("utf8")));
  if (read.success) return new Drafts(path, read.output.drafts);
  await moveAside(folder, path, bytes);
  problems.push(
    "A note that was being written could not be read again; its file was set aside. All saved notes are here.",
  );
  return new Drafts(path, []);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
