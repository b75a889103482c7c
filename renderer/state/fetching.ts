import { signal } from "@preact/signals";
import type { FetchView, RemoteView } from "../../main/contract/media.ts";
import type { CardId } from "../../main/contract/shapes.ts";
import type { Api } from "../api.ts";

export type FetchingState = "asking" | "running" | "done";

/** Fetching the images of a deck: what would be asked of whom, how far it has come, what it came to. */
export function createFetching(api: Api, card: CardId, remote: RemoteView) {
  const state = signal<FetchingState>("asking");
  const progress = signal<FetchView>({ done: 0, total: remote.urls.length, failed: [] });
  const trouble = signal<string | null>(null);
  return {
    remote,
    state,
    progress,
    trouble,
    /** Asks for those that are not here yet: at first for all, after that again. Resolves at the end, however it ends. */
    async begin(): Promise<void> {
      if (state.value === "running") return;
      const { done, total } = progress.value;
      progress.value = { done: 0, total: total - done, failed: [] };
      trouble.value = null;
      state.value = "running";
      const off = api.on("fetching", (view) => {
        progress.value = view;
      });
      const reply = await api.call("fetchImages", { card });
      off();
      if (reply.ok) progress.value = reply.value;
      else trouble.value = reply.say;
      state.value = "done";
    },
    stop: () => api.call("stopFetching", {}),
    /** Stops what is under way, if something is. */
    leave(): void {
      if (state.value === "running") void api.call("stopFetching", {});
    },
  };
}

export type FetchingModel = ReturnType<typeof createFetching>;
