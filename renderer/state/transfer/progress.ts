import { signal } from "@preact/signals";
import type { TransferProgress } from "../../../main/contract/transfer.ts";
import type { Api } from "../../api.ts";

/** What takes longer than this, in milliseconds, says how far it has come. */
const slow = 1_000;

/** How far a long task has come: null before it has taken a while, and when it is over. */
export function createProgress(api: Api, after: (ms: number, run: () => void) => void) {
  const shown = signal<TransferProgress | null>(null);
  let turn = 0;
  return {
    shown,
    /** Runs the task that the news about `of` are of. */
    async during<T>(of: string, task: () => Promise<T>): Promise<T> {
      const mine = ++turn;
      let isSlow = false;
      let last: TransferProgress = { of, stage: "open", done: 0, total: 0 };
      const show = () => {
        if (isSlow && mine === turn) shown.value = last;
      };
      const off = api.on("transfer", (news) => {
        if (news.of !== of) return;
        last = news;
        show();
      });
      after(slow, () => {
        isSlow = true;
        show();
      });
      try {
        return await task();
      } finally {
        off();
        if (mine === turn) {
          turn++;
          shown.value = null;
        }
      }
    },
  };
}
