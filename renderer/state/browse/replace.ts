import { computed, signal } from "@preact/signals";
import type { Replacement, ReplaceView } from "../../../main/contract/browse.ts";
import type { Api } from "../../api.ts";
import type { Chosen } from "./bulk.ts";

/** Milliseconds that the pattern must rest until its effect is shown. */
const rest = 120;

/** Find and replace: what it would do is shown while it is written. */
export function createReplace(api: Api, of: Chosen, after: (ms: number, run: () => void) => void) {
  const wish = signal<Replacement>({ find: "", replace: "", regex: false, matchCase: false, where: { in: "all" } });
  const view = signal<ReplaceView | null>(null);
  const trouble = signal<string | null>(null);
  let turn = 0;

  async function look(): Promise<void> {
    const mine = ++turn;
    const asked = wish.value;
    const reply = asked.find ? await api.call("replacePreview", { ...of, ...asked }) : null;
    if (mine !== turn) return;
    view.value = reply?.ok ? reply.value : null;
    trouble.value = reply && !reply.ok ? reply.say : null;
  }

  return {
    ...{ of, wish, view, trouble },
    /** Whether there is something to do. */
    ready: computed(() => view.value !== null && "notes" in view.value && view.value.notes > 0),
    set(step: Partial<Replacement>): void {
      wish.value = { ...wish.value, ...step };
      const mine = ++turn;
      after(rest, () => mine === turn && void look());
    },
    look,
    /** How many notes it changed; null if it was refused. */
    async run(): Promise<number | null> {
      const reply = await api.call("replaceText", { ...of, ...wish.value });
      trouble.value = reply.ok ? null : reply.say;
      if (reply.ok && "problem" in reply.value) view.value = reply.value;
      return reply.ok && "notes" in reply.value ? reply.value.notes : null;
    },
  };
}

export type ReplaceModel = ReturnType<typeof createReplace>;
