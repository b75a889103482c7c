import { holeFrom } from "./marks.ts";
import { sha1 } from "./sha1.ts";
import { finder } from "./tags.ts";

const opens = ["[latex]", "[$]", "[$$]"];

/** What the pictures are called, without their endings, that Anki made of the LaTeX in a text. */
export function latexNames(html: string): string[] {
  if (!opens.some((open) => html.includes(open))) return [];
  const find = finder(html);
  const names: string[] = [];
  for (let at = html.indexOf("["); at >= 0; at = html.indexOf("[", at + 1)) {
    const found = opens.some((open) => html.startsWith(open, at)) ? holeFrom(html, at, false, find) : null;
    if (found?.hole.kind === "latex") names.push(latexName(found.hole.latex));
  }
  return names;
}

/** The stem of the picture's name. `latex` is all that was compiled. */
export const latexName = (latex: string): string => `latex-${sha1(latex)}`;
