import type { IconNode } from "lucide";
import { h } from "preact";

/** One of the stroke set; its name is said by whatever it stands in. */
export function Icon({ of }: { of: IconNode }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {of.map(([tag, attributes]) => h(tag, attributes as Record<string, string>))}
    </svg>
  );
}
