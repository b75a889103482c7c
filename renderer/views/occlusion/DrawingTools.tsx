import {
  Circle,
  Group,
  type IconNode,
  MousePointer2,
  Pentagon,
  Redo2,
  Square,
  Trash2,
  Type,
  Undo2,
  Ungroup,
} from "lucide";
import type { Drawing, Tool } from "../../state/drawing/drawing.ts";
import { occlusion as words } from "../../text/occlusion.ts";
import { Icon } from "../../ui/Icon.tsx";

const tools: [tool: Tool, icon: IconNode, key: string][] = [
  ["select", MousePointer2, "S"],
  ["rect", Square, "R"],
  ["ellipse", Circle, "E"],
  ["polygon", Pentagon, "P"],
  ["text", Type, "T"],
];

export function DrawingTools({ drawing }: { drawing: Drawing }) {
  const none = drawing.selected.value.size === 0;
  return (
    <div class="drawing-tools" role="toolbar" aria-label={words.tools}>
      {tools.map(([tool, icon, key]) => (
        <button
          type="button"
          class="tool"
          key={tool}
          aria-pressed={drawing.tool.value === tool}
          aria-label={words.tool[tool]}
          data-tip={`${words.tool[tool]}  ${key}`}
          onClick={() => {
            drawing.tool.value = tool;
          }}
        >
          <Icon of={icon} />
        </button>
      ))}
      <span class="tool-space" />
      <Step icon={Group} text={words.group} keys="G" off={drawing.selected.value.size < 2} run={drawing.group} />
      <Step icon={Ungroup} text={words.ungroup} keys="U" off={none} run={drawing.ungroup} />
      <Step icon={Trash2} text={words.remove} keys="Del" off={none} run={drawing.remove} />
      <Step icon={Undo2} text={words.undo} keys="Ctrl+Z" off={!drawing.canUndo.value} run={drawing.undo} />
      <Step icon={Redo2} text={words.redo} keys="Ctrl+Y" off={!drawing.canRedo.value} run={drawing.redo} />
      <span class="tool-space" />
      <label class="drawing-mode">
        {words.mode}
        <select
          class="input"
          value={drawing.hideAll.value ? "all" : "one"}
          onChange={(event) => drawing.setHideAll(event.currentTarget.value === "all")}
        >
          <option value="all">{words.hideAll}</option>
          <option value="one">{words.hideOne}</option>
        </select>
      </label>
    </div>
  );
}

function Step(props: { icon: IconNode; text: string; keys: string; off: boolean; run(): void }) {
  const { icon, text, keys, off, run } = props;
  return (
    <button type="button" class="tool" disabled={off} aria-label={text} data-tip={`${text}  ${keys}`} onClick={run}>
      <Icon of={icon} />
    </button>
  );
}
