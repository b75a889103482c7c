import { computed, signal } from "@preact/signals";
import type { BudgetPreview } from "../../../main/contract/pace.ts";
import type { Api } from "../../api.ts";
import { parseWhole } from "../../text/numbers.ts";
import { budget as words } from "../../text/pace.ts";
import { unhurried } from "../unhurried.ts";

/** How long a slider must rest before it is asked what its minutes would come to, in milliseconds. */
const pause = 150;
/** Minutes of a day. */
const most = 1_440;

/** The minutes that a person wrote; null if they are none. */
export function parseMinutes(text: string): number | null {
  const minutes = parseWhole(text);
  return minutes !== null && minutes >= 1 && minutes <= most ? minutes : null;
}

/** A first proposal: what the next days would take on average, in steps of five minutes. */
export function proposeMinutes(ahead: readonly number[]): number {
  const mean = ahead.reduce((sum, minutes) => sum + minutes, 0) / Math.max(1, ahead.length);
  return Math.min(120, Math.max(10, Math.ceil(mean / 5) * 5));
}

/** The budget while it is being chosen. `set` is the one that there is, `first` where the choice begins. */
export function createBudget(
  api: Api,
  after: (ms: number, run: () => void) => void,
  set: number | null,
  first: number,
) {
  const text = signal(String(first));
  const trouble = signal<string | null>(null);
  const found = signal<{ minutes: number; view: BudgetPreview } | null>(null);
  const minutes = computed(() => parseMinutes(text.value));

  const look = unhurried(after, pause, async () => {
    const asked = minutes.value;
    if (asked === null) return;
    const reply = await api.call("previewBudget", { minutes: asked });
    if (minutes.value !== asked) return look();
    if (reply.ok) found.value = { minutes: asked, view: reply.value };
    else trouble.value = reply.say;
  });
  look();

  return {
    ...{ set, text, trouble, minutes },
    /** What the last minutes that were looked at would come to; `fresh` if they are those of the field. */
    found,
    isCurrent: computed(() => found.value !== null && found.value.minutes === minutes.value),
    type(next: string): void {
      text.value = next;
      trouble.value = null;
      look();
    },
    /** The minutes to save; null, and said why, if they are none. */
    take(): number | null {
      trouble.value = minutes.value === null ? words.bad : null;
      return minutes.value;
    },
  };
}

export type BudgetModel = ReturnType<typeof createBudget>;
