/** A base and its reading, ` 漢字[かな]`. A blank before it only says where the base begins. */
type Write = (base: string, reading: string) => string;

/** Rewrites every base with its reading, as Anki finds them; `[sound:…]` is none. Linear. */
export function readings(html: string, write: Write): string {
  const text = html.replaceAll("&nbsp;", " ");
  const bracket = next(text, "]");
  const lineEnd = next(text, "\n");
  const isReading = (open: number) => {
    const end = bracket(open + 2);
    return end < text.length && lineEnd(open + 1) > end;
  };
  let out = "";
  let from = 0; // written so far
  let start = 0; // of the base
  for (let at = 0; at < text.length; at++) {
    const unit = text[at];
    if (unit === " " || unit === ">") start = at + 1;
    else if (unit === "[" && at > start && isReading(at)) {
      const end = bracket(at + 2);
      const reading = text.slice(at + 1, end);
      const before = start > from && text[start - 1] === " " ? start - 1 : start;
      const whole = text.slice(before, end + 1);
      out += text.slice(from, before);
      out += reading.startsWith("sound:") ? whole : write(text.slice(start, at), reading);
      from = end + 1;
      start = from;
      at = end;
    }
  }
  return out + text.slice(from);
}

/** The place of a mark at or after another place; the end if there is none. Places asked for only ever grow. */
function next(text: string, mark: string): (from: number) => number {
  let known = -1;
  return (from) => {
    if (known >= from) return known;
    const at = text.indexOf(mark, from);
    known = at < 0 ? text.length : at;
    return known;
  };
}

export const furigana: Write = (base, reading) => `<ruby><rb>${base}</rb><rt>${reading}</rt></ruby>`;
