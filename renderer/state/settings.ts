import { signal } from "@preact/signals";
import type { Input } from "../../main/contract/calls.ts";
import type { SettingsView } from "../../main/contract/views.ts";
import type { Api } from "../api.ts";

export type SettingName = keyof Input<"saveSettings">;

/** What was said about a field at its last change: saved, or why not. */
export type Outcome = { saved: true } | { saved: false; say: string };

type Outcomes = Readonly<Partial<Record<SettingName, Outcome>>>;

export function createSettings(api: Api) {
  const view = signal<SettingsView | null>(null);
  const trouble = signal<string | null>(null);
  const outcomes = signal<Outcomes>({});

  /** A refusal stays until its own field changes; "saved" is only said of the last change. */
  function tell(name?: SettingName, outcome?: Outcome): void {
    const open = Object.entries(outcomes.value).filter(([field, { saved }]) => !saved && field !== name);
    outcomes.value = { ...Object.fromEntries(open), ...(name && outcome && { [name]: outcome }) };
  }

  return {
    view,
    trouble,
    outcomes,
    async load(): Promise<void> {
      const reply = await api.call("settings", {});
      trouble.value = reply.ok ? null : reply.say;
      if (!reply.ok) return;
      view.value = reply.value;
      tell();
    },
    async save<N extends SettingName>(name: N, value: SettingsView[N]): Promise<void> {
      if (view.value?.[name] === value) return tell(name);
      const reply = await api.call("saveSettings", { [name]: value });
      if (reply.ok) view.value = reply.value;
      tell(name, reply.ok ? { saved: true } : { saved: false, say: reply.say });
    },
    /** Says why a value is none that the main process need see. */
    refuse: (name: SettingName, say: string) => tell(name, { saved: false, say }),
    /** Forgets what was said: the fields it was about are gone, and what was typed in them. */
    forget() {
      outcomes.value = {};
    },
  };
}
