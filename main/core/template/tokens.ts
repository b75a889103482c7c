/** What a template is made of. `offset` is where it begins. Comments are text. */
export type Token =
  | { kind: "text"; text: string; offset: number }
  | { kind: "field"; key: string; filters: string[]; offset: number }
  | { kind: "open"; key: string; negated: boolean; offset: number }
  | { kind: "close"; key: string; offset: number };

const directive = "{{=<% %>=}}";
/** Of the days when templates were Mustache. */
const legacy = { opens: "<%", ends: "%>" };
const usual = { opens: "{{", ends: "}}" };

/** Reads a template. Any text is one: what is never closed is text. Linear. */
export function tokens(template: string): Token[] {
  const start = template.length - template.trimStart().length;
  const old = template.startsWith(directive, start);
  return between(template, old ? start + directive.length : 0, old ? legacy : usual);
}

function between(template: string, from: number, { opens, ends }: typeof usual): Token[] {
  const found: Token[] = [];
  const nextTag = finder(template, opens);
  const nextComment = finder(template, "<!--");
  let text = from;
  const flush = (until: number) => {
    if (until > text) found.push({ kind: "text", text: template.slice(text, until), offset: text });
  };
  for (let at = from; ; ) {
    const [tag, comment] = [nextTag(at), nextComment(at)];
    if (comment < tag) {
      const end = template.indexOf("-->", comment + 4);
      if (end < 0) nextComment(Number.POSITIVE_INFINITY);
      at = end < 0 ? comment + 4 : end + 3;
      continue;
    }
    const end = tag === Number.POSITIVE_INFINITY ? -1 : template.indexOf(ends, tag + opens.length);
    if (end < 0) break;
    flush(tag);
    found.push(read(template.slice(tag + opens.length, end), tag));
    at = end + ends.length;
    text = at;
  }
  flush(template.length);
  return found;
}

/** Finds the next place of a mark at or after one; places asked for only ever grow. Asked beyond the end, it finds no more. */
function finder(text: string, mark: string): (from: number) => number {
  let known = -1;
  return (from) => {
    if (known >= from) return known;
    const at = from > text.length ? -1 : text.indexOf(mark, from);
    known = at < 0 ? Number.POSITIVE_INFINITY : at;
    return known;
  };
}

function read(inner: string, offset: number): Token {
  const tag = inner.replace(/^\{+/, "").trim();
  const [mark] = tag;
  const rest = tag.slice(1).trimStart();
  if (tag.length > 1 && mark === "#") return { kind: "open", key: rest, negated: false, offset };
  if (tag.length > 1 && mark === "^") return { kind: "open", key: rest, negated: true, offset };
  if (tag.length > 1 && mark === "/") return { kind: "close", key: rest, offset };
  const [key = "", ...filters] = tag.split(":").reverse();
  return { kind: "field", key, filters, offset };
}
