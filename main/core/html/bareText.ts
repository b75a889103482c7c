import { decodeEntities } from "./entities.ts";
import { parseHtml } from "./parseHtml.ts";
import { stripHtml } from "./strip.ts";
import { textOf } from "./textOf.ts";

const breaks = /<br\s*\/?>|<div>|<\/p>/gi;

/** The text of a piece of HTML with its line breaks, as Anki takes LaTeX from a field. */
export const bareText = (html: string): string => stripHtml(html.replace(breaks, "\n"));

/** The same as a browser takes it, to which `a <=> b` is no tag. */
export function shownText(html: string): string {
  const text = html.replace(breaks, "\n");
  if (!text.includes("<")) return decodeEntities(text).replaceAll("\u00a0", " ");
  return textOf(parseHtml(text)?.children ?? []).replaceAll("\u00a0", " ");
}
