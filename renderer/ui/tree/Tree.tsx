import type { TargetedKeyboardEvent } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { TreeItem } from "./TreeItem.tsx";
import { type TreeNode, type TreeRow, treeRows, treeStep, typedTo } from "./treeRows.ts";
import { useTreeDrag } from "./useTreeDrag.ts";

export interface Held {
  ctrl: boolean;
  shift: boolean;
  alt: boolean;
}

interface Props {
  label: string;
  nodes: readonly TreeNode[];
  open: ReadonlySet<string>;
  onFold(id: string, open: boolean): void;
  /** Enter or a click, with the keys that were held. */
  onChoose(id: string, held: Held): void;
  onRename?(id: string, text: string): void;
  onRemove?(id: string): void;
  /** Whether a thing may be put into another; `null` is the top. */
  takes?(id: string, into: string | null): boolean;
  onMove?(id: string, into: string | null): void;
  onMenu?(id: string, x: number, y: number): void;
  /** Said when something was taken up to be put elsewhere. */
  say?(text: string, what: "cut"): void;
  /** The one whose name is being written: from outside, as by a menu. */
  renaming: string | null;
  onRenaming(id: string | null): void;
  words: { rename(text: string): string };
}

/** Letters typed within so many milliseconds are one word. */
const pause = 700;

/** A tree: arrows, first letters, F2, Delete; moved by drag and drop, by cutting and pasting, or with Alt and the arrows. */
export function Tree(props: Props) {
  const { label, nodes, open, onFold, onChoose, renaming, onRenaming } = props;
  const rows = treeRows(nodes, open);
  const tree = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<string | null>(null);
  const [cut, setCut] = useState<string | null>(null);
  const typed = useRef({ text: "", at: 0 });
  const focused = useRef(false);
  const drag = useTreeDrag(props);
  const found = rows.findIndex(({ node }) => node.id === at);
  // What stood here is gone: the keyboard stays as near as it can.
  const last = useRef(0);
  const stands = found >= 0 ? found : Math.min(last.current, rows.length - 1);
  last.current = Math.max(0, stands);
  useLayoutEffect(() => {
    if (!focused.current || renaming !== null) return;
    const item = tree.current?.querySelector<HTMLElement>("[role=treeitem][tabindex='0']");
    if (item && item !== document.activeElement) item.focus();
  }); // at every drawing: a row that moves in the document loses the focus

  const goTo = (position: number) => setAt(rows[position]?.node.id ?? null);

  function onKey(event: TargetedKeyboardEvent<HTMLDivElement>): void {
    const row = rows[stands];
    if (!row || event.target instanceof HTMLInputElement) return;
    if (act(event, row) || (!event.altKey && !event.ctrlKey && !event.metaKey && go(event))) event.preventDefault();
  }

  function go(event: TargetedKeyboardEvent<HTMLDivElement>): boolean {
    const step = treeStep(event.key, rows, stands, open);
    if (step) {
      if ("to" in step) goTo(step.to);
      else onFold(step.fold, step.open);
      return true;
    }
    if (event.key.length !== 1 || event.key === " ") return false;
    const goesOn = event.timeStamp - typed.current.at < pause;
    typed.current = { text: (goesOn ? typed.current.text : "") + event.key, at: event.timeStamp };
    const position = typedTo(rows, stands, typed.current.text);
    if (position >= 0) goTo(position);
    return true;
  }

  function act(event: TargetedKeyboardEvent<HTMLDivElement>, { node, parent }: TreeRow): boolean {
    const mod = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (key === "enter" || key === " ") onChoose(node.id, { ctrl: mod, shift: event.shiftKey, alt: event.altKey });
    else if (key === "f2" && node.rename) onRenaming(node.id);
    else if (key === "delete" && node.remove && !mod) props.onRemove?.(node.id);
    else if (key === "escape" && cut !== null) setCut(null);
    else if (mod && key === "x" && node.moves) {
      setCut(node.id);
      props.say?.(node.text, "cut");
    } else if (mod && key === "v" && cut !== null) put(cut, node.id);
    else if (event.altKey && key === "arrowright" && node.moves) put(node.id, before(rows, stands));
    else if (event.altKey && key === "arrowleft" && node.moves) put(node.id, above(rows, parent));
    else return false;
    return true;
  }

  function put(id: string, into: string | null | undefined): void {
    if (into === undefined || !props.takes?.(id, into)) return;
    setCut(null);
    props.onMove?.(id, into);
    if (into !== null) onFold(into, true);
  }

  return (
    <div
      ref={tree}
      class="tree"
      role="tree"
      aria-label={label}
      onKeyDown={onKey}
      onFocusCapture={() => {
        focused.current = true;
      }}
      onBlurCapture={(event) => {
        if (event.relatedTarget) focused.current = false;
      }}
      {...drag.around}
    >
      {rows.map((row, i) => (
        <TreeItem
          key={row.node.id}
          row={row}
          stop={i === stands}
          open={row.node.inner?.length ? open.has(row.node.id) : null}
          cut={cut === row.node.id}
          over={drag.over === row.node.id}
          renaming={renaming === row.node.id}
          words={props.words}
          onRename={(text) => {
            onRenaming(null);
            if (text?.trim() && text !== row.node.text) props.onRename?.(row.node.id, text.trim());
          }}
          onFold={() => onFold(row.node.id, !open.has(row.node.id))}
          onStand={() => setAt(row.node.id)}
          onChoose={(held) => onChoose(row.node.id, held)}
          onMenu={props.onMenu && ((x, y) => props.onMenu?.(row.node.id, x, y))}
          drag={drag.on(row)}
        />
      ))}
    </div>
  );
}

/** The sibling before a row, into which Alt+Right puts it. */
function before(rows: readonly TreeRow[], at: number): string | undefined {
  const level = rows[at]?.level ?? 0;
  for (let i = at - 1; i >= 0; i--) {
    const row = rows[i];
    if (row && row.level <= level) return row.level === level ? row.node.id : undefined;
  }
  return undefined;
}

/** What is around the parent, where Alt+Left puts a row; undefined if it is at the top already. */
const above = (rows: readonly TreeRow[], parent: string | null): string | null | undefined =>
  parent === null ? undefined : rows.find(({ node }) => node.id === parent)?.parent;
