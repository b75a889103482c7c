// biome-ignore-all lint/a11y/useKeyWithClickEvents: the tree around it hears the keys
// biome-ignore-all lint/a11y/noStaticElementInteractions: the keys of a fold are the arrows
import { ChevronRight } from "lucide";
import type { HTMLAttributes, TargetedMouseEvent } from "preact";
import { useRef } from "preact/hooks";
import { Icon } from "../Icon.tsx";
import type { Held } from "./Tree.tsx";
import type { TreeRow } from "./treeRows.ts";

interface Props {
  row: TreeRow;
  /** Whether Tab stops here. */
  stop: boolean;
  /** Null where there is nothing inside. */
  open: boolean | null;
  cut: boolean;
  /** Whether something is held over it that it would take. */
  over: boolean;
  renaming: boolean;
  words: { rename(text: string): string };
  /** The new name, or null if it stays. */
  onRename(text: string | null): void;
  onFold(): void;
  onStand(): void;
  onChoose(held: Held): void;
  onMenu: ((x: number, y: number) => void) | undefined;
  drag: HTMLAttributes<HTMLDivElement>;
}

/** One row of a tree. */
export function TreeItem(props: Props) {
  const { row, stop, open, cut, over, renaming, onMenu, onStand } = props;
  const { node, level, place, siblings } = row;

  function choose(event: TargetedMouseEvent<HTMLDivElement>): void {
    if (event.target instanceof Element && event.target.closest(".tree-fold, input")) return;
    onStand();
    props.onChoose({ ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey });
  }

  function askMenu(event: TargetedMouseEvent<HTMLDivElement>): void {
    if (!onMenu || renaming) return;
    event.preventDefault();
    onStand();
    const { left, bottom } = event.currentTarget.getBoundingClientRect();
    if (event.button === 2) onMenu(event.clientX, event.clientY);
    else onMenu(left + 24, bottom);
  }

  const look = ["tree-item", node.look, cut && "cut", over && "over"].filter(Boolean).join(" ");
  return (
    <div
      role="treeitem"
      class={look}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={siblings}
      aria-expanded={open ?? undefined}
      tabIndex={stop ? 0 : -1}
      style={{ "--level": level - 1 }}
      onClick={choose}
      onFocus={onStand}
      onContextMenu={askMenu}
      {...props.drag}
    >
      <span class="tree-fold" aria-hidden="true" onClick={open === null ? undefined : props.onFold}>
        {open !== null && <Icon of={ChevronRight} />}
      </span>
      {renaming ? (
        <Renaming text={node.text} label={props.words.rename(node.text)} onDone={props.onRename} />
      ) : (
        <>
          <span class="tree-text" dir="auto">
            {node.text}
          </span>
          {node.more !== undefined && <span class="tree-more"> {node.more}</span>}
        </>
      )}
    </div>
  );
}

interface RenamingProps {
  text: string;
  label: string;
  onDone(text: string | null): void;
}

/** The name being written. Enter takes it, and so does leaving the field; Escape leaves the name as it was. */
function Renaming({ text, label, onDone }: RenamingProps) {
  const done = useRef(false);
  const end = (written: string | null) => {
    if (done.current) return;
    done.current = true;
    onDone(written);
  };
  return (
    <input
      class="tree-rename"
      aria-label={label}
      ref={selectOnce}
      defaultValue={text}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        if (event.key === "Enter") end(event.currentTarget.value);
        else if (event.key === "Escape") end(null);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
      onBlur={(event) => end(event.currentTarget.value)}
    />
  );
}

const selectOnce = (field: HTMLInputElement | null): void => {
  field?.focus();
  field?.select();
};
