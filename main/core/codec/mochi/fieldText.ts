import { renameFiles } from "../../media/references.ts";

const picture = /!\[[^[\]\n]{0,500}\]\(([^()\s]{1,500})\)/g;
const audible = /\.(?:mp3|m4a|ogg|oga|wav|flac|opus|webm|mp4|aac)$/i;

/** Markdown of Mochi as Mneme has it: attachments by their names here, sounds as such, gaps with Anki's marks. */
export function fieldText(text: string, renamed: ReadonlyMap<string, string>): string {
  const lines = text.replace(/\r\n?/g, "\n").trim();
  const named = renamed.size > 0 ? renameFiles(lines, renamed) : lines;
  return named.replace(picture, (whole, name: string) => (audible.test(name) ? `[sound:${decoded(name)}]` : whole));
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const gap = /\{\{(?:(\d{1,3})::)?((?:(?!\{\{|\}\})[\s\S]){1,2000})\}\}/g;

/** `{{word}}` and `{{2::word}}` become `{{c1::word}}` and `{{c2::word}}`. Null if there is none. */
export function gaps(text: string): string | null {
  let found = false;
  const made = text.replace(gap, (_, number: string | undefined, word: string) => {
    found = true;
    return `{{c${Math.max(1, Number(number ?? 1))}::${word}}}`;
  });
  return found ? made : null;
}

/** The sides of a card, parted by lines of dashes; those in blocks of code are none. */
export function sidesOf(content: string): string[] {
  const sides: string[][] = [[]];
  let fence = "";
  for (const line of content.replace(/\r\n?/g, "\n").split("\n")) {
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1];
    if (mark !== undefined) fence = fence === "" ? mark : fence === mark ? "" : fence;
    if (fence === "" && /^\s*-{3,}\s*$/.test(line)) sides.push([]);
    else sides.at(-1)?.push(line);
  }
  return sides.map((lines) => lines.join("\n").trim());
}
