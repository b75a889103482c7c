import type { Block, Inline } from "../../../contract/face.ts";

/**
 * What blocks look like, as a list to compare: which of two marks is the outer one does not show, nor does how a gap is marked while it
 * is closed.
 */
export const looks = (blocks: readonly Block[]): string[] =>
  joined(blocks.flatMap((block) => blockLooks(block))).map(([marks, text]) => `${marks}|${text}`);

type Run = [marks: string, text: string];

function blockLooks(block: Block): Run[] {
  const around = (name: string, content: Run[]): Run[] => [["", `<${name}>`], ...content, ["", `</${name}>`]];
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return around(
        block.kind,
        block.children.flatMap((child) => runs(child, [])),
      );
    case "quote":
      return around("quote", block.children.flatMap(blockLooks));
    case "list":
      return around(
        block.ordered ? "numbers" : "bullets",
        block.items.flatMap((item) => around("item", item.flatMap(blockLooks))),
      );
    default:
      return [["", JSON.stringify(block)]];
  }
}

function runs(node: Inline, marks: readonly string[]): Run[] {
  if (typeof node === "string") return [[key(marks), node]];
  switch (node.kind) {
    case "break":
      return [["", "\n"]];
    case "code":
      return [[key([...marks, "code"]), node.text]];
    case "gap":
      return node.open ? node.children.flatMap((child) => runs(child, [...marks, "gap"])) : [["", `[${node.hint}]`]];
    default:
      return node.children.flatMap((child) => runs(child, [...marks, node.kind]));
  }
}

const key = (marks: readonly string[]) => [...new Set(marks)].sort().join(" ");

function joined(all: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const [marks, text] of all) {
    const last = merged.at(-1);
    if (last && last[0] === marks && !text.startsWith("<") && !last[1].endsWith(">")) last[1] += text;
    else merged.push([marks, text]);
  }
  return merged;
}
