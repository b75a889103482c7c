import { setImmediate } from "node:timers/promises";
import { Failure } from "../../contract/faults.ts";
import type { Progress } from "../format.ts";

/** Tells how far work has come, lets other events in now and then, and stops when the person cancels. */
export interface Pace {
  /** Throws the fault `stopped`. */
  check(): void;
  tell(progress: Progress): Promise<void>;
}

export function pace(given: { progress(progress: Progress): void; signal: AbortSignal }): Pace {
  const check = () => {
    if (given.signal.aborted) throw new Failure({ code: "stopped" });
  };
  return {
    check,
    async tell(progress) {
      given.progress(progress);
      await setImmediate();
      check();
    },
  };
}
