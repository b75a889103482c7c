import type { AnyCallName, Bridge, Input, Value } from "../main/contract/calls.ts";
import type { Reply } from "../main/contract/faults.ts";
import type { Offered } from "../main/contract/transfer.ts";
import { app } from "./text/app.ts";

/** The typed client of the main process. A call never rejects: whatever goes wrong arrives as a fault with its sentence. */
export interface Api {
  call<N extends AnyCallName>(name: N, input: Input<N>): Promise<Reply<Value<N>>>;
  on: Bridge["on"];
  /** Tells the main process of files that were dropped: what they are called there. */
  offer(files: readonly File[]): Promise<Reply<Offered[]>>;
}

export function createApi(bridge: Bridge): Api {
  const broken = (cause: unknown) =>
    ({ ok: false, fault: { code: "bug", detail: String(cause) }, say: app.bridgeBroke }) as const;
  return {
    on: (event, listener) => bridge.on(event, listener),
    call: (name, input) => bridge.call(name, input).catch(broken),
    offer: (files) => bridge.offer(files).catch(broken),
  };
}
