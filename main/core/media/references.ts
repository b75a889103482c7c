import { decodeEntities, escapeHtml } from "../html/entities.ts";

/** A place where a text names a file. `name` is what stands there: a file's name may be written with entities or percent signs. */
export interface Reference {
  from: number;
  to: number;
  name: string;
  /** Whether entities mean something there. */
  html: boolean;
}

// Every pattern is bounded and cannot begin within itself, so that no text takes more than a multiple of its length.
const sound = /\[sound:([^[\]\n]{1,500})\]/g;
const tag = /<(?:img|audio|video|object|source|embed|image|track|script|link|input)\b[^<>]{0,5000}/gi;
const address =
  /(?<=[\s"'/])(?:src|data|href|xlink:href|poster)\s{0,9}=\s{0,9}(?:"([^"]{1,1000})"|'([^']{1,1000})'|([^\s"'>]{1,1000}))/gi;
const style = /\burl\(\s{0,9}(?:"([^"\n]{1,500})"|'([^'\n]{1,500})'|([^\s"'()]{1,500}))/gi;
const sheet = /@import\s{1,9}(?:"([^"\n]{1,500})"|'([^'\n]{1,500})')/gi;
const picture = /!\[[^[\]\n]{0,500}\]\(\s{0,9}(?:<([^<>\n]{1,500})>|([^\s()<>]{1,500}))/g;

/** Where a text names files: `[sound:…]`, addresses in tags and styles, pictures of Markdown. In any order. */
export function references(text: string): Reference[] {
  const found: Reference[] = [];
  const add = (match: RegExpMatchArray, shift: number, html: boolean) => {
    const name = match.slice(1).find((group) => group !== undefined);
    if (name === undefined) return;
    const from = shift + (match.index ?? 0) + match[0].lastIndexOf(name);
    found.push({ from, to: from + name.length, name, html });
  };
  if (text.includes("[sound:")) for (const match of text.matchAll(sound)) add(match, 0, true);
  if (text.includes("<")) {
    for (const match of text.matchAll(tag))
      for (const inner of match[0].matchAll(address)) add(inner, match.index, true);
  }
  if (text.includes("url(")) for (const match of text.matchAll(style)) add(match, 0, false);
  if (text.includes("@import")) for (const match of text.matchAll(sheet)) add(match, 0, false);
  if (text.includes("](")) for (const match of text.matchAll(picture)) add(match, 0, false);
  return found;
}

/** The names that a reference may mean, the likeliest first: as it stands, decoded, composed. */
export function namesIn({ name, html }: Reference): string[] {
  const read = html ? decodeEntities(name) : name;
  const meant = percentDecoded(read);
  const plain = read.trim();
  return [...new Set([name, plain, meant, plain.normalize("NFC"), meant.normalize("NFC")])];
}

/** Whether it leads elsewhere than to a file of the collection: to the web, into itself, to what a template fills in. */
export const leadsAway = ({ name }: Reference): boolean => /^[a-z][a-z0-9+.-]*:|^[/\\#]|\{\{/i.test(name.trim());

/** The text with files called by other names; the very same one if it names none of them. */
export function renameFiles(text: string, renames: ReadonlyMap<string, string>): string {
  const places = references(text).sort((a, b) => a.from - b.from);
  let out = "";
  let done = 0;
  for (const place of places) {
    if (place.from < done) continue;
    const next = renamed(place, renames);
    if (next === null) continue;
    out += text.slice(done, place.from) + next;
    done = place.to;
  }
  return done === 0 ? text : out + text.slice(done);
}

function renamed(place: Reference, renames: ReadonlyMap<string, string>): string | null {
  const known = namesIn(place).find((name) => renames.has(name));
  const next = known === undefined ? undefined : renames.get(known);
  if (known === undefined || next === undefined) return null;
  // Written as the old name was: a percent sign in the one means that the other needs them as well.
  if (known === place.name) return next;
  return place.html && !place.name.includes("%") ? escapeHtml(next) : encodeURIComponent(next);
}

function percentDecoded(name: string): string {
  if (!name.includes("%")) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
