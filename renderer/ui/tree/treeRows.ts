/** One thing in a tree. What it stands for is the owner's. */
export interface TreeNode {
  id: string;
  text: string;
  /** Said and shown after the text: a count. */
  more?: string;
  /** A class for its colour. */
  look?: string;
  inner?: readonly TreeNode[];
  /** What can be done with it. */
  rename?: boolean;
  remove?: boolean;
  moves?: boolean;
}

export interface TreeRow {
  node: TreeNode;
  /** From 1. */
  level: number;
  /** Its place among its siblings, from 1, and how many they are. */
  place: number;
  siblings: number;
  parent: string | null;
}

/** The rows of a tree as they are shown, from top to bottom: what is folded is left out. */
export function treeRows(nodes: readonly TreeNode[], open: ReadonlySet<string>): TreeRow[] {
  const rows: TreeRow[] = [];
  const walk = (siblings: readonly TreeNode[], level: number, parent: string | null) => {
    for (const [i, node] of siblings.entries()) {
      rows.push({ node, level, place: i + 1, siblings: siblings.length, parent });
      if (node.inner && open.has(node.id)) walk(node.inner, level + 1, node.id);
    }
  };
  walk(nodes, 1, null);
  return rows;
}

/** The next row after `from` whose text begins with `typed`, around the end; -1 if there is none. */
export function typedTo(rows: readonly TreeRow[], from: number, typed: string): number {
  const wanted = typed.toLocaleLowerCase();
  // A single letter goes on to the next; more letters may still mean the row where the keyboard stands.
  const first = typed.length === 1 ? from + 1 : from;
  for (let i = 0; i < rows.length; i++) {
    const position = (first + i) % rows.length;
    if (rows[position]?.node.text.toLocaleLowerCase().startsWith(wanted)) return position;
  }
  return -1;
}

/** Where an arrow key leads in a tree: to a row, or to a fold that opens or closes; null if the key is another. */
export function treeStep(
  key: string,
  rows: readonly TreeRow[],
  at: number,
  open: ReadonlySet<string>,
): { to: number } | { fold: string; open: boolean } | null {
  const row = rows[at];
  if (!row) return null;
  const { node, parent } = row;
  const folded = node.inner !== undefined && node.inner.length > 0 && !open.has(node.id);
  const unfolded = node.inner !== undefined && node.inner.length > 0 && open.has(node.id);
  switch (key) {
    case "ArrowDown":
      return { to: Math.min(at + 1, rows.length - 1) };
    case "ArrowUp":
      return { to: Math.max(at - 1, 0) };
    case "Home":
      return { to: 0 };
    case "End":
      return { to: rows.length - 1 };
    case "PageDown":
      return { to: Math.min(at + 10, rows.length - 1) };
    case "PageUp":
      return { to: Math.max(at - 10, 0) };
    case "ArrowRight":
      return folded ? { fold: node.id, open: true } : { to: unfolded ? at + 1 : at };
    case "ArrowLeft":
      if (unfolded) return { fold: node.id, open: false };
      return { to: parent === null ? at : rows.findIndex((each) => each.node.id === parent) };
    default:
      return null;
  }
}
