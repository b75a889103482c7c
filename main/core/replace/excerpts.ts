/** Characters around a change that are shown with it. */
const around = 60;
/** Characters that are shown at most. */
const most = 400;

/** What differs between two texts, with a little of what lies around it. */
export function excerpts(before: string, after: string): { before: string; after: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const cut = (text: string) => {
    const from = start > around ? start - around : 0;
    const to = Math.min(text.length, from + most, text.length - Math.max(0, end - around));
    return `${from > 0 ? "…" : ""}${text.slice(from, to)}${to < text.length ? "…" : ""}`;
  };
  return { before: cut(before), after: cut(after) };
}
