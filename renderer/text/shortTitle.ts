const longest = 80;
const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** A card's title where it only has to be known again: at most 80 graphemes, the last an ellipsis if any are left out. */
export function shortTitle(title: string): string {
  if (title.length <= longest) return title;
  const start = [...graphemes.segment(title.slice(0, 50 * longest))].slice(0, longest + 1).map((part) => part.segment);
  return start.length <= longest
    ? title
    : `${start
        .slice(0, longest - 1)
        .join("")
        .trimEnd()}…`;
}
