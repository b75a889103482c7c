import { signal } from "@preact/signals";
import type { Layout } from "../../../main/contract/layout.ts";
import type { Api } from "../../api.ts";

const first: Layout = {
  mode: "cards",
  columns: {
    cards: [
      { id: "question", width: 280 },
      { id: "deck", width: 150 },
      { id: "due", width: 115 },
      { id: "interval", width: 90 },
      { id: "retrievability", width: 80 },
      { id: "tags", width: 90 },
    ],
    notes: [
      { id: "sortField", width: 285 },
      { id: "noteType", width: 130 },
      { id: "deck", width: 150 },
      { id: "noteModified", width: 125 },
      { id: "tags", width: 110 },
    ],
  },
  sort: { cards: { column: "created", down: true }, notes: { column: "created", down: true } },
  tree: true,
  pane: true,
  open: ["decks", "states", "tags", "searches"],
  history: [],
  adding: { type: null, deck: null, pins: {} },
};

/** How long the arrangement must rest until it is kept, in milliseconds. */
const rest = 500;

/** How the person arranged the window; what they change is kept for the next start, and is no step to undo. */
export function createLayout(api: Api, after: (ms: number, run: () => void) => void) {
  const now = signal<Layout>(first);
  let changes = 0;
  return {
    now,
    async load(): Promise<void> {
      const reply = await api.call("layout", {});
      if (reply.ok && reply.value) now.value = reply.value;
    },
    change(step: Partial<Layout>): void {
      now.value = { ...now.value, ...step };
      const mine = ++changes;
      after(rest, () => mine === changes && void api.call("keepLayout", { layout: now.value }));
    },
  };
}

export type LayoutModel = ReturnType<typeof createLayout>;
