import { randomUUID } from "node:crypto";
import { serveTransfer } from "../../main/transfer/serve.ts";
import type { Fork } from "../../main/transferProcess.ts";

/** Plays the process of a transfer in this one: what is said is copied, and arrives later, as between two. */
export const inProcess: Fork = () => {
  const { port1, port2 } = new MessageChannel();
  const off = new AbortController();
  let over = false;
  let ended = (_: string) => {};
  serveTransfer(
    {
      post: (message) => void (over || port2.postMessage(message)),
      listen: (heard) => {
        port2.onmessage = ({ data }) => void (over || heard(data));
      },
      signal: off.signal,
    },
    randomUUID,
  );
  return {
    post: (message) => port1.postMessage(message),
    onMessage: (heard) => {
      port1.onmessage = ({ data }) => void (over || heard(data));
    },
    onExit: (listener) => {
      ended = listener;
    },
    kill() {
      if (over) return;
      over = true;
      off.abort();
      port1.close();
      port2.close();
      setImmediate(() => ended(""));
    },
    memory: () => null,
  };
};
