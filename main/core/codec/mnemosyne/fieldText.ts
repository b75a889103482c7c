import { renameFiles } from "../../media/references.ts";

/** A field of Mnemosyne as one of Mneme: its line ends, its LaTeX and its file names become what they are here. */
export function fieldText(text: string, renamed: ReadonlyMap<string, string>): string {
  const lines = text.replace(/\r\n?/g, "\n").replaceAll("\n", "<br>");
  const math = lines
    .replace(/<\$\$>(.{0,10000}?)<\/\$\$>/g, "\\[$1\\]")
    .replace(/<\$>(.{0,10000}?)<\/\$>/g, "\\($1\\)")
    .replace(/<latex>(.{0,10000}?)<\/latex>/gi, "[latex]$1[/latex]");
  return renamed.size > 0 ? renameFiles(math, renamed) : math;
}

/** Gaps are in square brackets, `[word:hint]`; each makes a card of its own. `[latex]` and `[sound:…]` are none. */
export function gaps(text: string): string {
  let number = 0;
  return text.replace(/(\\?)\[(?!\/?latex\]|sound:)([^[\]]{1,2000})\]/g, (whole, slash: string, inner: string) => {
    if (slash !== "") return whole;
    const colon = inner.lastIndexOf(":");
    const [word, hint] = colon > 0 ? [inner.slice(0, colon), inner.slice(colon + 1)] : [inner, ""];
    return `{{c${++number}::${word}${hint === "" ? "" : `::${hint}`}}}`;
  });
}
