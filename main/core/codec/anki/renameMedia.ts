import { decodeEntities, escapeHtml } from "../../html/entities.ts";

/** Names of media as notes write them, and what they are now. */
export type Renamed = ReadonlyMap<string, string>;

const opens = /<(?:img|audio|video|object|source)\b/gi;
const address = /(\s(?:src|data)\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
const sound = /\[sound:([^\]\n]{1,1000})\]/g;

/** A field in which pictures and sounds are called by their new names. */
export function renameMedia(text: string, renamed: Renamed): string {
  if (renamed.size === 0) return text;
  return inTags(
    text.replace(sound, (whole, name: string) => renameSound(whole, name, renamed)),
    renamed,
  );
}

function renameSound(whole: string, name: string, renamed: Renamed): string {
  const next = renamed.get(name) ?? renamed.get(decodeEntities(name));
  return next === undefined ? whole : `[sound:${next}]`;
}

function inTags(text: string, renamed: Renamed): string {
  let out = "";
  let done = 0;
  for (const { index } of text.matchAll(opens)) {
    const end = index < done ? 0 : text.indexOf(">", index);
    if (end <= 0) continue;
    const tag = text.slice(index, end);
    out +=
      text.slice(done, index) +
      tag.replace(address, (whole, before: string, ...values: (string | undefined)[]) => {
        const written = values[0] ?? values[1] ?? values[2] ?? "";
        const next = nextName(written, renamed);
        return next === null ? whole : `${before}"${escapeHtml(next)}"`;
      });
    done = end;
  }
  return out + text.slice(done);
}

/** Names stand in HTML as they are, with character references, or percent-encoded. */
function nextName(written: string, renamed: Renamed): string | null {
  const said = decodeEntities(written);
  const plain = renamed.get(said);
  if (plain !== undefined) return /%[0-9a-f]{2}/i.test(plain) ? encodeURIComponent(plain) : plain;
  const meant = decoded(said);
  const next = meant === said ? undefined : renamed.get(meant);
  return next === undefined ? null : encodeURIComponent(next);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The source or style of a template: files whose name begins with `_` are named there. */
export function renameInSource(source: string, renamed: Renamed): string {
  let text = renameMedia(source, renamed);
  for (const [name, next] of renamed) if (name.startsWith("_")) text = text.replaceAll(name, next);
  return text;
}
