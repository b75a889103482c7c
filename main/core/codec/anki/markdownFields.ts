// Markdown is HTML in Anki. Most of it comes back as it was; the source of what would not goes along in a column that Anki does not use.
import type { NoteType } from "../../../contract/shapes.ts";
import { moveText } from "../../noteType/moveText.ts";
import { isObject, type Json, readObject } from "./json.ts";

/** Texts of fields as Anki has them, and the column `data` that leads back. */
export function fieldsForAnki(
  { format, fields }: NoteType,
  texts: readonly string[],
): { texts: string[]; data: string } {
  if (format === "html") return { texts: [...texts], data: "" };
  const html = texts.map((text) => moveText(text, "markdown", "html"));
  const sources: Json = {};
  for (const [i, text] of texts.entries()) {
    const id = fields[i]?.id;
    if (id !== undefined && html[i] !== text && moveText(html[i] as string, "html", "markdown") !== text)
      sources[id] = text;
  }
  return { texts: html, data: Object.keys(sources).length > 0 ? JSON.stringify({ mneme: sources }) : "" };
}

/** The texts that Anki's make in Mneme. `isOurs`: the column says nothing else. */
export function fieldsFromAnki(
  { format, fields }: NoteType,
  texts: readonly string[],
  data: string,
): { texts: readonly string[]; isOurs: boolean } {
  if (format === "html") return { texts, isOurs: false };
  const read = data === "" ? null : readObject(data);
  const sources = read && isObject(read.mneme) ? read.mneme : {};
  const markdown = texts.map((html, i) => {
    const source = sources[fields[i]?.id ?? ""];
    if (typeof source === "string" && moveText(source, "markdown", "html") === html) return source;
    return moveText(html, "html", "markdown");
  });
  return { texts: markdown, isOurs: fieldsForAnki({ format, fields } as NoteType, markdown).data === data };
}
