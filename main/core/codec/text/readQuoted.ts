/** A quoted cell. `end` is where the separator or line end behind it is, `lines` how many line ends it holds. */
export interface Quoted {
  value: string;
  end: number;
  lines: number;
  /** It runs to the end of the text. */
  unclosed: boolean;
  /** It holds quotation marks that are not doubled. */
  inner: boolean;
  /** A separator or line end stands right behind its end, as it should. */
  proper: boolean;
}

/**
 * The cell that begins with the quotation mark at `from`. What stands behind its end belongs to it, as in Anki: `"ab"cd` is abcd. But
 * where a later quotation mark of the same line ends the cell properly, those before it were meant as themselves: `"a "b" c"`.
 */
export function readQuoted(text: string, from: number, separator: string): Quoted {
  let value = "";
  let at = from + 1;
  let lines = 0;
  const take = (until: number) => {
    const part = text.slice(at, until);
    for (let i = part.indexOf("\n"); i >= 0; i = part.indexOf("\n", i + 1)) lines++;
    value += part;
  };
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) {
      take(text.length);
      return { value, end: text.length, lines, unclosed: true, inner: false, proper: false };
    }
    if (text[quote + 1] !== '"') {
      take(quote);
      at = quote + 1;
      break;
    }
    take(quote + 1);
    at = quote + 2;
  }
  const ends = (i: number) => i >= text.length || text[i] === separator || text[i] === "\n";
  if (ends(at)) return { value, end: at, lines, unclosed: false, inner: false, proper: true };
  const close = laterClose(text, at, separator, ends);
  if (close >= 0) {
    const rest = text.slice(at, close).replaceAll('""', '"');
    return { value: `${value}"${rest}`, end: close + 1, lines, unclosed: false, inner: true, proper: false };
  }
  let end = at;
  while (!ends(end)) end++;
  return { value: value + text.slice(at, end), end, lines, unclosed: false, inner: false, proper: false };
}

/** A quotation mark of the same line that ends a cell and cannot begin one; -1 if there is none. */
function laterClose(text: string, from: number, separator: string, ends: (i: number) => boolean): number {
  for (let i = from; i < text.length && text[i] !== "\n"; i++) {
    if (text[i] !== '"') continue;
    if (text[i - 1] === separator) return -1;
    if (text[i + 1] === '"') i++;
    else if (ends(i + 1)) return i;
  }
  return -1;
}
