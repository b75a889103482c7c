import { invert } from "../core/collection.ts";
import { byOrder, idOf, type Line } from "./line.ts";
import { inOrder } from "./load.ts";
import { readSegment, type SegmentContent } from "./readSegment.ts";

/** A change that can be taken back or done again, whichever line it was read from. */
export type Entry = NonNullable<Line["of"]> & Pick<Line, "what" | "records" | "bulk">;

interface Stacks {
  done: Entry[];
  undone: Entry[];
  /** Whether the lines reach back far enough to know both tops. */
  sure: boolean;
}

/**
 * Undo and redo, derived from the lines. It begins with the newest lines and reads older segments, newest first, only
 * when they are needed to know what comes next.
 */
export class History {
  readonly #folder: string;
  readonly #older: string[];
  readonly #segments: SegmentContent[] = [];
  #lines: Line[];
  #stacks: Stacks;

  constructor(folder: string, lines: Line[], older: string[]) {
    this.#folder = folder;
    this.#older = [...older];
    this.#lines = lines;
    this.#stacks = stacksOf(lines);
  }

  get undoable(): Entry | null {
    return this.#stacks.done.at(-1) ?? null;
  }

  get redoable(): Entry | null {
    return this.#stacks.undone.at(-1) ?? null;
  }

  add(line: Line): void {
    this.#lines.push(line);
    follow(this.#stacks, line);
  }

  /** Reads as far back as it takes to know what undo and redo would do. */
  async reach(): Promise<void> {
    while (!this.#stacks.sure || this.#stacks.done.length === 0) {
      const name = this.#older.pop();
      if (!name) return;
      const segment = await readSegment(this.#folder, name);
      this.#segments.push(segment);
      const lines = new Map(inOrder([segment], this.#segments).map(({ line }) => [idOf(line), line]));
      for (const line of this.#lines) lines.set(idOf(line), line);
      this.#lines = [...lines.values()].sort(byOrder);
      this.#stacks = stacksOf(this.#lines);
    }
  }
}

function stacksOf(lines: Line[]): Stacks {
  const stacks: Stacks = { done: [], undone: [], sure: false };
  for (const line of lines) follow(stacks, line);
  return stacks;
}

function follow(stacks: Stacks, line: Line): void {
  if (line.op === "welcome") return;
  const { line: id, op } = line.of ?? { line: idOf(line), op: line.op };
  const { bulk } = line;
  const entry = (records: Line["records"], back = false): Entry => ({
    ...{ line: id, op, what: line.what, records },
    ...(bulk && { bulk: { ...bulk, back: bulk.back !== back } }),
  });
  const not = (other: Entry) => other.line !== id;
  if (line.op === "undo") {
    stacks.done = without(stacks.done, not);
    stacks.undone.push(entry(invert(line.records), true));
  } else if (line.op === "redo") {
    stacks.undone = without(stacks.undone, not);
    stacks.done.push(entry(line.records));
  } else {
    stacks.undone = [];
    stacks.done.push(entry(line.records));
    stacks.sure = true;
  }
}

/** Almost always the entry to leave out is the last. */
function without(entries: Entry[], keep: (entry: Entry) => boolean): Entry[] {
  const last = entries.at(-1);
  if (last && !keep(last)) {
    entries.pop();
    return entries;
  }
  return entries.filter(keep);
}
