/** Where a closed gap lies in the source of a field. */
export interface GapRange {
  /** As written: `1`, or `1,2`. */
  numbers: string;
  from: number;
  to: number;
  /** Where the `::` of its hint lies; null if it has none. */
  hint: number | null;
  /** More than a mark can say: several numbers or none, or a gap behind its hint. */
  isOdd: boolean;
}

// As core/cloze/parse.ts, which gives no places.
const token = /\{\{c([\d,]+)::|\}\}/g;
const deepest = 10;

/** The closed gaps of a source, those within a gap before it. */
export function gapRanges(source: string): GapRange[] {
  const all: GapRange[] = [];
  if (!source.includes("{{c")) return all;
  const stack: Omit<GapRange, "to">[] = [];
  let at = 0;
  for (const match of source.matchAll(token)) {
    const top = stack.at(-1);
    const colons = top ? source.slice(at, match.index).indexOf("::") : -1;
    if (top && colons >= 0) top.hint = at + colons;
    const numbers = match[1];
    if (numbers !== undefined && !/^,*$/.test(numbers)) {
      if (top) top.isOdd ||= top.hint !== null;
      const isOdd = !/^[1-9]\d{0,2}$/.test(numbers) || stack.length >= deepest;
      stack.push({ numbers, from: match.index, hint: null, isOdd });
    } else if (numbers === undefined && top) {
      stack.pop();
      all.push({ ...top, to: match.index + 2 });
    }
    at = match.index + match[0].length;
  }
  return all;
}
