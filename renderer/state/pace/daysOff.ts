import { computed, signal } from "@preact/signals";
import type { DaysOffPlan, DaysOffView } from "../../../main/contract/pace.ts";
import type { Api } from "../../api.ts";
import { daysOff as words } from "../../text/daysOff.ts";
import { unhurried } from "../unhurried.ts";

/** How long a mark must rest before it is asked what it would do, in milliseconds. */
const pause = 150;
/** What the call takes at most (main/contract/calls/pace.ts). */
const most = 400;

/** Days off while they are being marked: nothing is stored before `save`. */
export function createDaysOff(api: Api, after: (ms: number, run: () => void) => void, view: DaysOffView) {
  const { today } = view;
  const off = signal<ReadonlySet<number>>(new Set(view.off));
  /** The day that the keyboard is on. */
  const at = signal(today);
  const trouble = signal<string | null>(null);
  const planned = signal<{ days: string; plan: DaysOffPlan } | null>(null);
  const days = computed(() => [...off.value].sort((a, b) => a - b));
  const key = computed(() => days.value.join());
  const changed = computed(() => key.value !== view.off.join());
  /** What a range was begun from: the day, and what was marked before. */
  let range: { from: number; before: ReadonlySet<number> } | null = null;

  const look = unhurried(after, pause, async () => {
    const asked = key.value;
    const reply = await api.call("planDaysOff", { days: days.value });
    if (key.value !== asked) return look();
    if (reply.ok) planned.value = { days: asked, plan: reply.value };
    else trouble.value = reply.say;
  });

  function put(next: ReadonlySet<number>): void {
    if (next.size > most) {
      trouble.value = words.tooMany;
      return;
    }
    trouble.value = null;
    off.value = next;
    if (changed.value) look();
  }

  /** Marks or unmarks a day. A day that is past says why it cannot be marked. */
  function toggle(day: number): void {
    at.value = day;
    range = null;
    if (day < today) {
      trouble.value = words.isPast;
      return;
    }
    const next = new Set(off.value);
    if (!next.delete(day)) next.add(day);
    put(next);
  }

  return {
    ...{ view, today, off, at, days, changed, trouble, toggle },
    /** What is marked would do; null while that is being found out, or where nothing was changed. */
    plan: computed(() => (changed.value && planned.value?.days === key.value ? planned.value.plan : null)),
    load: new Map(view.load.map((each) => [each.day, each])),
    go(day: number): void {
      range = null;
      trouble.value = null;
      at.value = day;
    },
    /** Marks all days from where the range was begun, of those that are not past; as the range shrinks, so do the marks. */
    extend(day: number): void {
      range ??= { from: at.value, before: off.value };
      at.value = day;
      const [first, last] = [Math.max(today, Math.min(range.from, day)), Math.max(range.from, day)];
      const next = new Set(range.before);
      for (let each = first; each <= last && next.size <= most; each++) next.add(each);
      put(next);
      if (day < today && trouble.value === null) trouble.value = words.isPast;
    },
  };
}

export type DaysOffModel = ReturnType<typeof createDaysOff>;
