import { diffArrays } from "diff";
import type { DiffStretch } from "../../contract/transfer.ts";

/** Longer texts, and texts with more differences, are shown one after the other: nobody reads such a comparison. */
const longest = 200_000;
const mostEdits = 2_000;

/** Words, tags and entities, numbers, blanks; all else by the character. */
const token = /<[^<>]{0,200}>|&#?\w{1,32};|[\p{L}\p{M}\p{N}]{1,100}|\s{1,100}|[\s\S]/gu;

/** What a window shows of a text, and how much of what both have is left before it. */
const mostShown = 50_000;
const before = 200;

/** Two texts as they are shown: the whole of them, or where they begin to differ. */
export function excerpts(mine: string | null, theirs: string): [mine: string | null, theirs: string] {
  if ((mine?.length ?? 0) <= mostShown && theirs.length <= mostShown) return [mine, theirs];
  let from = 0;
  while (mine !== null && from < mine.length && from < theirs.length && mine[from] === theirs[from]) from++;
  from = mine === null || mine === theirs ? 0 : Math.max(0, from - before);
  const cut = (text: string) => {
    const end = from + mostShown;
    return (from > 0 ? "… " : "") + text.slice(from, end) + (text.length > end ? " …" : "");
  };
  return [mine === null ? null : cut(mine), cut(theirs)];
}

/** Two texts beside each other, word by word. `both`, `mine` in turn make up mine; `both`, `theirs` make up theirs. */
export function stretches(mine: string, theirs: string): DiffStretch[] {
  if (mine === theirs) return mine === "" ? [] : [{ in: "both", text: mine }];
  const head = commonHead(mine, theirs);
  const tail = commonTail(mine, theirs, head);
  const [a, b] = [mine.slice(head, mine.length - tail), theirs.slice(head, theirs.length - tail)];
  const both = (text: string): DiffStretch => ({ in: "both", text });
  const parts = [both(mine.slice(0, head)), ...between(a, b), both(mine.slice(mine.length - tail))];
  return joined(parts);
}

function between(mine: string, theirs: string): DiffStretch[] {
  const whole: DiffStretch[] = [
    { in: "mine", text: mine },
    { in: "theirs", text: theirs },
  ];
  if (mine === "" || theirs === "" || mine.length + theirs.length > longest) return whole;
  const words = (text: string) => text.match(token) ?? [];
  const found = diffArrays(words(mine), words(theirs), { maxEditLength: mostEdits });
  if (!found) return whole;
  return found.map(({ value, added, removed }) => ({
    in: added ? "theirs" : removed ? "mine" : "both",
    text: value.join(""),
  }));
}

function joined(parts: readonly DiffStretch[]): DiffStretch[] {
  const out: DiffStretch[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (part.text === "") continue;
    if (last?.in === part.in) last.text += part.text;
    else out.push({ ...part });
  }
  return out;
}

/** Up to a place where both begin a word alike, so that no word is cut in two. */
function commonHead(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  while (n > 0 && !/\s/.test(a[n - 1] ?? "")) n--;
  return n;
}

function commonTail(a: string, b: string, head: number): number {
  const most = Math.min(a.length, b.length) - head;
  let n = 0;
  while (n < most && a[a.length - 1 - n] === b[b.length - 1 - n]) n++;
  while (n > 0 && !/\s/.test(a[a.length - n] ?? "")) n--;
  return n;
}
