import { decodeEntities } from "./entities.ts";

const blocks = [
  { opens: /<!--/y, ends: /-->/g },
  { opens: /<style[^>]*>/iy, ends: /<\/style>/gi },
  { opens: /<script[^>]*>/iy, ends: /<\/script>/gi },
];

/** Without comments, style, script and tags. References stay, so what is left is HTML still. Linear in any text. */
export function stripTags(html: string, keep: (tag: string) => string = () => ""): string {
  if (!html.includes("<")) return html;
  // Where no end was found once, there is none further on.
  const searched = blocks.map((block) => ({ ...block, none: false }));
  const blockEnd = (at: number) => {
    for (const block of searched) {
      block.opens.lastIndex = at;
      if (block.none || !block.opens.test(html)) continue;
      block.ends.lastIndex = block.opens.lastIndex;
      if (block.ends.test(html)) return block.ends.lastIndex;
      block.none = true;
    }
    return 0;
  };
  let text = "";
  let from = 0;
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", from)) {
    const block = blockEnd(at);
    const end = block || html.indexOf(">", at) + 1;
    if (end === 0) break;
    text += html.slice(from, at) + (block ? "" : keep(html.slice(at, end)));
    from = end;
  }
  return text + html.slice(from);
}

/** The text of HTML that holds no tags. */
export const textOf = (html: string): string => decodeEntities(html).replaceAll("\u00a0", " ");

/** The text that HTML shows, as Anki has it: nothing stands for a tag, a space for a no-break space. */
export const stripHtml = (html: string): string => textOf(stripTags(html));

/** As `stripHtml`, but pictures and sounds leave their file names: so Anki takes the text of which it keeps a checksum. */
export function stripHtmlKeepMedia(html: string): string {
  let text = "";
  let from = 0;
  for (const { index } of html.matchAll(/<(?:img|audio|video|object|source)\b/gi)) {
    const end = index < from ? 0 : html.indexOf(">", index) + 1;
    const name = mediaName(html.slice(index, end));
    if (name === null) continue;
    text += html.slice(from, index) + name;
    from = end;
  }
  return stripHtml(text + html.slice(from));
}

const media = /^<(?:img|audio|video|object|source)\b[^>]*?(?:src|data)=(?:"([^">]+)"|'([^'>]+)'|([^ >]+))/i;

/** The name of the file that a tag shows or plays, between spaces; null if it is no such tag. */
export function mediaName(tag: string): string | null {
  const [, double, single, bare] = media.exec(tag) ?? [];
  const name = double ?? single ?? bare;
  return name === undefined ? null : ` ${name} `;
}
