import { signal } from "@preact/signals";
import type { DuplicatesView } from "../../../main/contract/browse.ts";
import type { Api } from "../../api.ts";

export interface DuplicateWish {
  query: string;
  /** The name of a field; "" compares what notes are listed by. */
  field: string;
  near: boolean;
}

/** Notes that say the same, or almost. */
export function createDuplicates(api: Api, query: string) {
  const wish = signal<DuplicateWish>({ query, field: "", near: false });
  const view = signal<DuplicatesView | null>(null);
  const trouble = signal<string | null>(null);
  const busy = signal(false);
  let turn = 0;
  return {
    ...{ wish, view, trouble, busy },
    set(step: Partial<DuplicateWish>): void {
      wish.value = { ...wish.value, ...step };
    },
    async find(): Promise<void> {
      const mine = ++turn;
      const { field, ...rest } = wish.value;
      busy.value = true;
      const reply = await api.call("duplicates", { ...rest, field: field.trim() || null });
      if (mine !== turn) return;
      busy.value = false;
      view.value = reply.ok ? reply.value : null;
      trouble.value = reply.ok ? null : reply.say;
    },
  };
}

export type DuplicatesModel = ReturnType<typeof createDuplicates>;
