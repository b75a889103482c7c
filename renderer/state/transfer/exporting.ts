import { batch, computed, signal } from "@preact/signals";
import type { Exported, ExportPreview, ExportSpec, ExportWhat } from "../../../main/contract/transfer.ts";
import type { Api } from "../../api.ts";
import { equal } from "../equal.ts";
import { type ExportFormat, type ExportOption, offers } from "./formats.ts";
import { createProgress } from "./progress.ts";

/** Milliseconds until what would go out is counted anew. */
const rest = 150;

/** Anki's own defaults. */
const usual: Omit<ExportSpec, "what"> = {
  format: "apkg",
  schedule: true,
  presets: false,
  media: true,
  older: false,
  html: true,
};

/** A search whose notes can be exported, and how it is called. */
export interface Finding {
  query: string;
  text: string;
}

/** An export that is being prepared: what goes out and how, what its format cannot hold, and where it went. */
export function createExporting(
  api: Api,
  after: (ms: number, run: () => void) => void,
  what: ExportWhat,
  finds: readonly Finding[],
) {
  const spec = signal<ExportSpec>({ ...usual, what });
  const preview = signal<ExportPreview | null>(null);
  const trouble = signal<string | null>(null);
  const running = signal(false);
  const done = signal<Exported | null>(null);
  const progress = createProgress(api, after);

  async function look(): Promise<void> {
    const asked = spec.peek();
    const reply = await api.call("exportPreview", { spec: asked });
    if (asked !== spec.peek()) return;
    batch(() => {
      preview.value = reply.ok ? reply.value : null;
      trouble.value = reply.ok ? null : reply.say;
    });
  }
  void look();

  return {
    ...{ finds, spec, preview, trouble, running, done, progress: progress.shown },
    ready: computed(() => (preview.value?.notes ?? 0) > 0 && !running.value),
    set(step: Partial<ExportSpec>): void {
      const next = { ...spec.peek(), ...step };
      // A whole collection is nothing less.
      if (step.format === "colpkg") Object.assign(next, { what: { of: "all" }, schedule: true, presets: true });
      else if (step.what && step.what.of !== "all" && next.format === "colpkg") next.format = "apkg";
      if (equal(next, spec.peek())) return;
      spec.value = next;
      after(rest, () => spec.peek() === next && void look());
    },
    has: (option: ExportOption): boolean =>
      (offers[spec.value.format as ExportFormat] as readonly ExportOption[]).includes(option),
    /** Asks where to, and writes it. */
    async save(): Promise<void> {
      if (running.peek()) return;
      running.value = true;
      trouble.value = null;
      const reply = await progress.during("export", () => api.call("exportFile", { spec: spec.peek() }));
      batch(() => {
        running.value = false;
        if (!reply.ok) trouble.value = reply.say;
        else if (reply.value) done.value = reply.value;
      });
    },
    async stop(): Promise<void> {
      if (running.peek()) await api.call("stopTransfer", { of: "export" });
    },
  };
}

export type Exporting = ReturnType<typeof createExporting>;
