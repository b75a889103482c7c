import type { AnyCallName, Bridge, Input, Value } from "../main/contract/calls.ts";
import type { Reply } from "../main/contract/faults.ts";
import { app } from "./text/app.ts";

/** The typed client of the main process. A call never rejects: whatever goes wrong arrives as a fault with its sentence. */
export interface Api {
  call<N extends AnyCallName>(name: N, input: Input<N>): Promise<Reply<Value<N>>>;
  on: Bridge["on"];
}

export function createApi(bridge: Bridge): Api {
  return {
    on: (event, listener) => bridge.on(event, listener),
    call: (name, input) =>
      bridge.call(name, input).catch((cause: unknown) => ({
        ok: false,
        fault: { code: "bug", detail: String(cause) },
        say: app.bridgeBroke,
      })),
  };
}
