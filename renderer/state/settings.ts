import { signal } from "@preact/signals";
import type { Input } from "../../main/contract/calls.ts";
import type { SettingsView } from "../../main/contract/views.ts";
import type { Api } from "../api.ts";

export type SettingName = keyof Input<"saveSettings">;

/** What was said about a field at its last change: saved, or why not. */
export type Outcome = { name: SettingName; saved: true } | { name: SettingName; saved: false; say: string };

export function createSettings(api: Api) {
  const view = signal<SettingsView | null>(null);
  const trouble = signal<string | null>(null);
  const outcome = signal<Outcome | null>(null);

  return {
    view,
    trouble,
    outcome,
    async load(): Promise<void> {
      const reply = await api.call("settings", {});
      trouble.value = reply.ok ? null : reply.say;
      if (reply.ok) view.value = reply.value;
    },
    async save<N extends SettingName>(name: N, value: SettingsView[N]): Promise<void> {
      if (view.value?.[name] === value) return refuse(null);
      const reply = await api.call("saveSettings", { [name]: value });
      if (reply.ok) view.value = reply.value;
      outcome.value = reply.ok ? { name, saved: true } : { name, saved: false, say: reply.say };
    },
    /** A value that the window itself can tell to be none, or null to take that back. */
    refuse,
  };

  function refuse(refusal: { name: SettingName; say: string } | null): void {
    outcome.value = refusal && { ...refusal, saved: false };
  }
}
