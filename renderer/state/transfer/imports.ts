import { signal } from "@preact/signals";
import type { Import } from "../../../main/contract/shapes.ts";
import type { RemovalView } from "../../../main/contract/transfer.ts";
import type { Api } from "../../api.ts";

export type PastImport = Omit<Import, "kept">;

/** The list of imports, and the taking out of one. */
export function createImports(api: Api, list: readonly PastImport[]) {
  /** Which one is about to be taken out, and what that would do. */
  const asked = signal<{ of: PastImport; effects: RemovalView } | null>(null);
  const trouble = signal<string | null>(null);
  return {
    ...{ list, asked, trouble },
    async ask(of: PastImport): Promise<void> {
      const reply = await api.call("removalEffects", { import: of.id });
      trouble.value = reply.ok ? null : reply.say;
      if (reply.ok) asked.value = { of, effects: reply.value };
    },
    keep(): void {
      asked.value = null;
    },
    /** Takes it out; null if that was refused. */
    async remove(): Promise<RemovalView | null> {
      const of = asked.peek()?.of;
      if (!of) return null;
      const reply = await api.call("removeImport", { import: of.id });
      trouble.value = reply.ok ? null : reply.say;
      return reply.ok ? reply.value : null;
    },
  };
}

export type ImportsModel = ReturnType<typeof createImports>;
