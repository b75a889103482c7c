import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface Wiring {
  id: string;
  "aria-describedby": string;
  "aria-invalid"?: boolean;
}

interface Props {
  label: string;
  help?: string | undefined;
  /** Said after a change: quietly if it was saved, as an error if not. */
  outcome?: { saved: boolean; say: string } | null | undefined;
  children(wiring: Wiring): ComponentChildren;
}

/** A label, a control, and the words about it, tied together for screen readers. */
export function Field({ label, help, outcome, children }: Props) {
  const id = useId();
  const error = outcome && !outcome.saved;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="control">
        {children({ id, "aria-describedby": `${id}-help ${id}-outcome`, ...(error ? { "aria-invalid": true } : {}) })}
        <span class={error ? "outcome error" : "outcome"} id={`${id}-outcome`} role={error ? "alert" : "status"}>
          {outcome?.say}
        </span>
      </div>
      <p class="help" id={`${id}-help`}>
        {help}
      </p>
    </div>
  );
}
