/** Elements whose content is no HTML, and so holds no marks. */
const raw = new Set([
  ..."script style textarea title xmp iframe noembed noframes plaintext select template svg math".split(" "),
]);
/** Elements in which math stays source, as MathJax has it. */
const verbatim = new Set(["pre", "code", "tt", "samp", "kbd"]);

export type Find = (what: string, from: number) => number;

/** `indexOf`, which remembers what is nowhere further on, so that many beginnings without an end cost no more than one. */
export function finder(html: string): Find {
  const places = new Map<string, number>();
  return (what, from) => {
    const known = places.get(what);
    if (known !== undefined && (known === -1 || known >= from)) return known;
    const place = html.indexOf(what, from);
    places.set(what, place);
    return place;
  };
}

interface Tag {
  end: number;
  verbatim: boolean;
  closes: boolean;
}

/** Where what begins with this `<` ends: a comment, a tag with all its attributes, or an element that holds no HTML. */
export function skipTag(html: string, at: number, find: Find): Tag {
  const none = { verbatim: false, closes: false };
  if (html.startsWith("<!--", at)) {
    const end = find("-->", at + 2);
    return { ...none, end: end < 0 ? html.length : end + 3 };
  }
  tagName.lastIndex = at;
  const [, slash, written = ""] = tagName.exec(html) ?? [];
  if (!written) return { ...none, end: at + 1 };
  const name = written.toLowerCase();
  const end = endOfTag(html, at + 1 + written.length);
  if (!slash && raw.has(name)) {
    const close = new RegExp(`</${name}`, "ig");
    close.lastIndex = end;
    return { ...none, end: close.exec(html)?.index ?? html.length };
  }
  return { end, verbatim: verbatim.has(name), closes: slash === "/" };
}

const tagName = /<(\/?)([a-z][^\s/>]{0,40})/iy;

/** A quotation mark opens a value only after `=`. */
function endOfTag(html: string, from: number): number {
  const next = /[>]|=\s*["']/g;
  next.lastIndex = from;
  for (let match = next.exec(html); match; match = next.exec(html)) {
    if (match[0] === ">") return next.lastIndex;
    const end = html.indexOf(match[0].slice(-1), next.lastIndex);
    if (end < 0) break;
    next.lastIndex = end + 1;
  }
  return html.length;
}
