import { useSignal } from "@preact/signals";
import type { BulkChange, TreeNode } from "../../../main/contract/browse.ts";
import { bulk as words } from "../../text/bulk.ts";
import { parseWhole } from "../../text/numbers.ts";
import { Field } from "../../ui/Field.tsx";
import { Suggested } from "../../ui/Suggested.tsx";
import { useApp } from "../context.ts";

type ChangeOf<K extends BulkChange["kind"]> = Extract<BulkChange, { kind: K }>;

interface Props<K extends BulkChange["kind"]> {
  change: ChangeOf<K>;
  set(change: BulkChange): void;
}

/** The whole names in a tree, outer ones before inner ones. */
export const names = (nodes: readonly TreeNode[]): string[] =>
  nodes.flatMap(({ name, children }) => [name, ...names(children)]);

export function MoveField({ change, set }: Props<"move">) {
  const decks = names(useApp().browse.sidebar.value?.decks ?? []);
  const typed = useSignal("");
  return (
    <Field label={words.moveTo} help={words.moveHelp}>
      {(wiring) => (
        <Suggested
          {...{ wiring, label: words.moveTo, known: decks, value: typed.value, first: true }}
          onChange={(deck) => {
            typed.value = deck;
            set({ ...change, deck: deck.trim() });
          }}
        />
      )}
    </Field>
  );
}

export function TagField({ change, set, removes }: Props<"tag"> & { removes: boolean }) {
  const tags = names(useApp().browse.sidebar.value?.tags ?? []);
  const typed = useSignal("");
  return (
    <Field label={words.tags} help={words.tagsHelp}>
      {(wiring) => (
        <Suggested
          {...{ wiring, label: words.tags, known: tags, value: typed.value, several: true, first: true }}
          onChange={(text) => {
            typed.value = text;
            const list = text.split(/[\s,]+/).filter(Boolean);
            set({ ...change, ...(removes ? { remove: list } : { add: list }) });
          }}
        />
      )}
    </Field>
  );
}

export function DueField({ change, set }: Props<"due">) {
  return (
    <Field label={words.due} help={words.dueHelp}>
      {(wiring) => (
        <input
          {...wiring}
          class="input short"
          type="text"
          data-first=""
          value={change.days}
          onInput={(event) => set({ ...change, days: event.currentTarget.value })}
        />
      )}
    </Field>
  );
}

export function RepositionFields({ change, set }: Props<"reposition">) {
  const number = (label: string, key: "start" | "step", isFirst: boolean) => (
    <Field label={label}>
      {(wiring) => (
        <input
          {...wiring}
          class="input short"
          type="text"
          inputMode="numeric"
          data-first={isFirst ? "" : undefined}
          defaultValue={String(change[key])}
          onInput={(event) => {
            const whole = parseWhole(event.currentTarget.value);
            if (whole !== null && whole >= 0) set({ ...change, [key]: whole });
          }}
        />
      )}
    </Field>
  );
  return (
    <>
      {number(words.start, "start", true)}
      {number(words.step, "step", false)}
      <Tick label={words.random} on={change.random} onChange={(random) => set({ ...change, random })} />
      <Tick label={words.shift} on={change.shift} onChange={(shift) => set({ ...change, shift })} />
    </>
  );
}

interface TickProps {
  label: string;
  on: boolean;
  disabled?: boolean;
  onChange(on: boolean): void;
}

export function Tick({ label, on, disabled = false, onChange }: TickProps) {
  return (
    <label class="tick-line">
      <input
        type="checkbox"
        checked={on}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
