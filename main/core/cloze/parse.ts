/** A text with gaps: `{{c1::text::hint}}`, `{{c1,2::text}}`, within each other. */
export type ClozeNode = string | Cloze;

export interface Cloze {
  /** Ascending, each once. A gap of number 0 is on no card and shows its text. */
  numbers: number[];
  children: ClozeNode[];
  /** Null if it has none, "" if an empty one was written. */
  hint: string | null;
}

interface Open {
  /** As it was written. */
  start: string;
  numbers: number[];
  inside: ClozeNode[];
}

// Anki's limit. The mark of a gap beyond it vanishes; its text stays.
const deepest = 10;
const token = /\{\{c([\d,]+)::|\}\}/g;

/** As Anki reads it, but nothing is lost: what is never closed stays as text. Linear. */
export function parseCloze(text: string): ClozeNode[] {
  const root: ClozeNode[] = [];
  if (!text.includes("{{c")) return text === "" ? root : [text];
  const stack: Open[] = [];
  const add = (node: ClozeNode) => {
    if (node !== "") (stack.at(-1)?.inside ?? root).push(node);
  };
  let from = 0;
  for (const match of text.matchAll(token)) {
    const numbers = match[1] === undefined ? [] : numbersIn(match[1]);
    if (match[1] !== undefined && numbers.length === 0) continue;
    add(text.slice(from, match.index));
    from = match.index + match[0].length;
    if (numbers.length > 0) {
      if (stack.length < deepest) stack.push({ start: match[0], numbers, inside: [] });
      continue;
    }
    const open = stack.pop();
    add(open ? closed(open) : match[0]);
  }
  add(text.slice(from));
  for (let open = stack.pop(); open; open = stack.pop()) for (const node of [open.start, ...open.inside]) add(node);
  return root;
}

function numbersIn(list: string): number[] {
  if (list.length < 5 && !list.includes(",")) return [Number(list)];
  const numbers = list.split(",").filter((part) => part !== "" && Number(part) <= 0xffff);
  return [...new Set(numbers.map(Number))].sort((a, b) => a - b);
}

/** What stands after `::` is the hint; if it is written twice, the last. */
function closed({ numbers, inside }: Open): Cloze {
  let hint: string | null = null;
  const children = inside.map((node) => {
    if (typeof node !== "string") return node;
    const colons = node.indexOf("::");
    if (colons < 0) return node;
    hint = node.slice(colons + 2);
    return node.slice(0, colons);
  });
  return { numbers, hint, children: children.filter((node) => node !== "") };
}

/** The numbers of the gaps in a text, ascending, each once. As `parseCloze` finds them, without keeping anything. */
export function clozeNumbers(text: string): number[] {
  if (!text.includes("{{c")) return [];
  const found = new Set<number>();
  const stack: number[][] = [];
  for (const [, list] of text.matchAll(token)) {
    const numbers = list === undefined ? [] : numbersIn(list);
    if (numbers.length > 0 && stack.length < deepest) stack.push(numbers);
    else if (list === undefined) for (const number of stack.pop() ?? []) if (number > 0) found.add(number);
  }
  return [...found].sort((a, b) => a - b);
}

/** What is in a gap, without marks or hints. */
export const bareText = (nodes: readonly ClozeNode[]): string =>
  nodes.map((node) => (typeof node === "string" ? node : bareText(node.children))).join("");
