import type { Media, Note, NoteType } from "../../contract/shapes.ts";
import { latexNames } from "../html/latexNames.ts";
import { namesIn, references } from "../media/references.ts";

/** The files that notes show or play, or that their types name, a name that begins with `_` wherever it stands in a template. */
export function mediaOf(
  media: ReadonlyMap<string, Media>,
  notes: readonly Note[],
  types: readonly NoteType[],
): Media[] {
  const names = new Set<string>();
  const add = (text: string) => {
    for (const place of references(text)) {
      const name = namesIn(place).find((each) => media.has(each));
      if (name !== undefined) names.add(name);
    }
    for (const stem of latexNames(text))
      for (const ending of [".svg", ".png"]) if (media.has(stem + ending)) names.add(stem + ending);
  };
  for (const { fields } of notes) for (const text of Object.values(fields)) add(text);
  const sources = types.flatMap(({ css, templates }) => [
    css,
    ...templates.flatMap(({ front, back, listFront, listBack }) => [front, back, listFront, listBack]),
  ]);
  for (const text of sources) add(text);
  const all = sources.join("\n");
  for (const name of media.keys()) if (name.startsWith("_") && all.includes(name)) names.add(name);
  return [...names].flatMap((name) => media.get(name) ?? []);
}
