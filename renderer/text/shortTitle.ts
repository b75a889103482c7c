const longest = 80;
const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/**
 * A card's title where it only has to be known again: at most 80 graphemes. A longer one ends with an ellipsis, after a
 * whole word if it has any of reasonable length.
 */
export function shortTitle(title: string): string {
  if (title.length <= longest) return title;
  const start = [...graphemes.segment(title.slice(0, 50 * longest))].slice(0, longest + 1).map((part) => part.segment);
  if (start.length <= longest) return title;
  const cut = start.slice(0, longest - 1);
  const space = start[longest - 1] === " " ? cut.length : cut.lastIndexOf(" ");
  const whole = space > longest / 2 ? cut.slice(0, space) : cut;
  return `${whole.join("").replace(/[\s,;:–—-]+$/u, "")}…`;
}
