import { stripTags } from "../html/strip.ts";

/** Takes the tags out of `\(…\)` and `\[…\]`: a gap in a formula is text, or no formula could be read. Linear. */
export function stripTagsInMath(html: string): string {
  const opens = /\\[([]/g;
  const ends = /\\[)\]]/g;
  let out = "";
  let from = 0;
  for (let open = opens.exec(html); open; open = opens.exec(html)) {
    ends.lastIndex = opens.lastIndex;
    const end = ends.exec(html);
    if (!end) break;
    out += html.slice(from, open.index + 2) + stripTags(html.slice(open.index + 2, end.index));
    from = end.index;
    opens.lastIndex = ends.lastIndex;
  }
  return out + html.slice(from);
}
