import { signal } from "@preact/signals";
import type { BulkChange, BulkEffects } from "../../../main/contract/browse.ts";
import type { Api } from "../../api.ts";

/** The rows a change is about: positions in a list that was found. */
export interface Chosen {
  result: string;
  ranges: [number, number][];
}

/** The changes that ask for something first. */
export type BulkForm = "move" | "tag" | "untag" | "due" | "reset" | "reposition" | "delete";

/** A change of many cards that is being prepared: what it would do is counted before it is done. */
export function createBulk(api: Api, of: Chosen, form: BulkForm, start: BulkChange) {
  const change = signal<BulkChange>(start);
  const effects = signal<BulkEffects | null>(null);
  /** Why it cannot be done as it stands. */
  const trouble = signal<string | null>(null);
  let isCounting = false;

  /** Counts what it would do; while that is under way, only the latest wish waits. */
  async function count(): Promise<void> {
    if (isCounting) return;
    isCounting = true;
    const asked = change.value;
    const reply = await api.call("bulkEffects", { ...of, change: asked });
    isCounting = false;
    if (asked !== change.value) return count();
    if (reply.ok) effects.value = reply.value;
    trouble.value = reply.ok ? null : reply.say;
  }
  void count();

  return {
    ...{ form, change, effects, trouble },
    set(next: BulkChange): void {
      change.value = next;
      void count();
    },
    /** Does it; what came of it, or null if it was refused. */
    async run(): Promise<BulkEffects | null> {
      const reply = await api.call("bulk", { ...of, change: change.value });
      trouble.value = reply.ok ? null : reply.say;
      return reply.ok ? reply.value : null;
    },
  };
}

export type BulkModel = ReturnType<typeof createBulk>;
