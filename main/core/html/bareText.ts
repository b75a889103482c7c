import { stripHtml } from "./strip.ts";

/** The text of a piece of HTML with its line breaks, as Anki takes LaTeX from a field. */
export const bareText = (html: string): string => stripHtml(html.replace(/<br\s*\/?>|<div>|<\/p>/gi, "\n"));
