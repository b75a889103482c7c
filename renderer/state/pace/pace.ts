import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Reply } from "../../../main/contract/faults.ts";
import type { GapView } from "../../../main/contract/pace.ts";
import type { Api } from "../../api.ts";
import { studyDayOf } from "../../text/dates.ts";
import { daysOff as daysOffWords } from "../../text/daysOff.ts";
import { budget as budgetWords, catchUp as words } from "../../text/pace.ts";
import type { Notices } from "../notices.ts";
import type { Session } from "../session.ts";
import type { createSettings } from "../settings.ts";
import type { createToday } from "../today.ts";
import { type BudgetModel, createBudget, proposeMinutes } from "./budget.ts";
import { createDaysOff, type DaysOffModel } from "./daysOff.ts";
import { isToldOfGap, tellOfGap } from "./told.ts";

export type PaceDialog = { kind: "budget"; budget: BudgetModel } | { kind: "daysOff"; daysOff: DaysOffModel };

interface Around {
  api: Api;
  after(ms: number, run: () => void): void;
  today: ReturnType<typeof createToday>;
  settings: ReturnType<typeof createSettings>;
  session: ReadonlySignal<Session | null>;
  notices: Notices;
  dialog(): { kind: string } | null;
  open(dialog: PaceDialog): void;
  close(): void;
  did(say: string): Promise<void>;
  accepted<T>(reply: Reply<T>): reply is Extract<Reply<T>, { ok: true }>;
}

/** What fits into a day: the budget, catching up, days off. */
export function createPace({ api, after, today, settings, session, notices, ...around }: Around) {
  const { dialog, open, close, did, accepted } = around;
  /** The person asked for the plan that was declined before. */
  const asked = signal(false);
  const day = computed(() => studyDayOf(today.view.value?.now ?? 0, settings.view.value?.rolloverHour ?? 0));
  /** The gap about which a plan is offered in place of a number; null when there is none, or the offer was declined. */
  const offered = computed<GapView | null>(() => {
    const view = today.view.value;
    if (!view?.gap) return null;
    return asked.value || !isToldOfGap(settings.view.value?.told ?? [], view.past, day.value) ? view.gap : null;
  });
  /** Minutes more that are chosen in the offer; null for what is proposed. */
  const picked = signal<number | null>(null);
  const choice = computed(() => {
    const open = offered.value?.choices.filter(({ until }) => until !== null) ?? [];
    return open.find(({ extra }) => extra === picked.value) ?? open[1] ?? open[0] ?? null;
  });

  async function saveBudget(minutes: number | null): Promise<void> {
    const top = dialog() as PaceDialog | null;
    const reply = await api.call("saveSettings", { budget: minutes });
    if (!reply.ok) {
      if (top?.kind === "budget") top.budget.trouble.value = reply.say;
      return;
    }
    close();
    await did(budgetWords.saved(minutes));
  }

  return {
    ...{ day, offered, picked, choice, saveBudget },
    openBudget(): void {
      const set = settings.view.value?.budget ?? null;
      const first = set ?? proposeMinutes(today.view.value?.ahead ?? []);
      open({ kind: "budget", budget: createBudget(api, after, set, first) });
    },
    /** Saves what stands in the dialog; a refusal stays there. */
    async takeBudget(): Promise<void> {
      const top = dialog() as PaceDialog | null;
      const minutes = top?.kind === "budget" ? top.budget.take() : null;
      if (minutes !== null) await saveBudget(minutes);
    },
    async openDaysOff(): Promise<void> {
      const reply = await api.call("daysOff", {});
      if (accepted(reply)) open({ kind: "daysOff", daysOff: createDaysOff(api, after, reply.value) });
    },
    async saveDaysOff(): Promise<void> {
      const top = dialog() as PaceDialog | null;
      if (top?.kind !== "daysOff" || !top.daysOff.changed.value) return;
      const { days, plan, trouble } = top.daysOff;
      const moved = plan.value ? plan.value.earlier + plan.value.later : 0;
      const reply = await api.call("saveDaysOff", { days: days.value });
      if (!reply.ok) {
        trouble.value = reply.say;
        return;
      }
      close();
      await did(daysOffWords.saved(days.value.length, moved));
    },
    async beginCatchUp(): Promise<void> {
      const chosen = choice.value;
      if (!chosen) return;
      const reply = await api.call("beginCatchUp", { extra: chosen.extra });
      if (!accepted(reply)) return;
      asked.value = false;
      await did(words.began(chosen, day.value));
    },
    /** Today greets with its number again; the plan stays reachable. */
    async decline(): Promise<void> {
      asked.value = false;
      await settings.save("told", tellOfGap(settings.view.value?.told ?? [], day.value));
      notices.status(words.declined);
    },
    /** Offers the plan again. */
    ask(): void {
      asked.value = true;
    },
    async dropCatchUp(): Promise<void> {
      if (accepted(await api.call("dropCatchUp", {}))) await did(words.dropped);
    },
    goOn: () => session.value?.goOn(budgetWords.goOnMinutes),
  };
}
