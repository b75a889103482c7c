import { useRef, useState } from "preact/hooks";
import { rich as words } from "../../text/rich.ts";
import { Icon } from "../Icon.tsx";
import { holds } from "./schema.ts";
import { type Tool, tools } from "./tools.ts";
import type { Written } from "./written.ts";

interface Props {
  /** The field that it works on. */
  field: Written | null;
  /** A key of a tool as it is printed on a keyboard. */
  label(key: string): string;
}

/** One slim row of what can be done to the text. One stop for Tab; the arrow keys move within. */
export function Toolbar({ field, label }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState("strong");
  const editor = field?.editor.value ?? null;
  const isSource = field?.isSource.value ?? false;
  const format = field?.format ?? "html";
  const shown = tools.map((group) => group.filter(({ mark }) => !mark || holds(format, mark)));
  const stops = shown.flat();
  const current = stops.some(({ id }) => id === stop) ? stop : stops[0]?.id;

  function move(event: KeyboardEvent): void {
    const at = stops.findIndex(({ id }) => id === current);
    const last = stops.length - 1;
    const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: last };
    const to = steps[event.key];
    if (event.key === "Escape" && editor && !isSource) {
      event.preventDefault();
      editor.view.focus();
    }
    if (to === undefined) return;
    event.preventDefault();
    const next = stops[(to + stops.length) % stops.length];
    if (!next) return;
    setStop(next.id);
    ref.current?.querySelector<HTMLElement>(`[data-tool="${next.id}"]`)?.focus();
  }

  const button = (tool: Tool) => {
    const isOn = tool.id === "source" ? isSource : editor && !isSource && tool.isOn?.(editor.state.value);
    const key = tool.keys[0] && label(tool.keys[0]);
    return (
      <button
        type="button"
        class="tool"
        key={tool.id}
        data-tool={tool.id}
        tabIndex={tool.id === current ? 0 : -1}
        aria-label={tool.text}
        aria-pressed={tool.isOn || tool.id === "source" ? Boolean(isOn) : undefined}
        aria-disabled={!editor || (isSource && tool.id !== "source")}
        data-tip={key ? `${tool.text}  ${key}` : tool.text}
        onMouseDown={(event) => event.preventDefault()}
        onFocus={() => setStop(tool.id)}
        onClick={() => {
          if (tool.id === "source") void field?.turn();
          else if (editor && !isSource) editor.use(tool);
        }}
      >
        <Icon of={tool.icon} />
      </button>
    );
  };

  return (
    <div class="rich-tools" role="toolbar" aria-label={words.toolbar} ref={ref} onKeyDown={move}>
      {shown.map((group) => (
        <div class="rich-tool-group" key={group[0]?.id}>
          {group.map(button)}
        </div>
      ))}
    </div>
  );
}
