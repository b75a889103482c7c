import type { NoteType } from "../../../contract/shapes.ts";
import { normaliseTags } from "../../note/fields.ts";
import type { NoteText } from "./deckText.ts";
import type { Item } from "./items.ts";
import { badId, isExactId, isId } from "./note.ts";
import type { Report } from "./report.ts";

type Entry = Item & { kind: "entry" };

/** A note whose keys are the names of its type's fields. Null, with a problem told, if it is none; a problem within it was told before. */
export function readFreeNote(
  [first, ...entries]: readonly Entry[],
  path: readonly string[],
  ids: Map<string, number>,
  typeNamed: (name: string) => NoteType | null,
  report: Report,
): NoteText | null {
  if (!first || first.key === "") return null;
  const refuse = (line: number, cause: string) => {
    report(line, cause);
    return null;
  };
  const type = typeNamed(first.value);
  if (!type)
    return refuse(first.line, `There is no note type “${first.value}” here: write its name as it is in Mneme.`);
  const byName = new Map(type.fields.map(({ id, name }) => [name, id]));
  const folded = new Map(type.fields.map(({ id, name }) => [name.toLowerCase(), id]));
  const fields = new Map<string, string>(type.fields.map(({ id }) => [id, ""]));
  const seen = new Set<string>();
  let tags: string[] = [];
  let known: string | undefined;
  for (const { key, value, line, quoted, exact } of entries) {
    const own = quoted ? "" : key.toLowerCase();
    const field = own === "tags" || own === "id" ? undefined : (byName.get(key) ?? folded.get(key.toLowerCase()));
    const name = field ?? own;
    if (seen.has(name)) return refuse(line, `“${key}:” is there twice in one note: keep one of them.`);
    seen.add(name);
    if (field !== undefined) fields.set(field, value);
    else if (own === "tags") tags = exact ? listedTags(value) : normaliseTags([value]);
    else if (own === "id") {
      if (!(exact ? isExactId(value) : isId(value))) return refuse(line, badId);
      const twin = ids.get(value);
      if (twin !== undefined)
        return refuse(line, `The id “${value}” is already on line ${twin}: give this note another one.`);
      ids.set(value, line);
      known = value;
    } else return refuse(line, `The note type “${type.name}” has no field “${key}”.`);
  }
  return { ...(known !== undefined && { id: known }), type: type.id, path, fields: Object.fromEntries(fields), tags };
}

/** Tags of which one holds what separates them elsewhere. */
function listedTags(json: string): string[] {
  try {
    const tags: unknown = JSON.parse(json);
    if (Array.isArray(tags) && tags.every((tag) => typeof tag === "string")) return tags;
  } catch {}
  return normaliseTags([json]);
}
