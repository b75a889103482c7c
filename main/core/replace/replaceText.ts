import type { Replacement, ReplaceSample, SearchProblem } from "../../contract/browse.ts";
import type { Note, NoteType, Records } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import { normaliseFields, normaliseTags, refusal, sameFields, sameTags } from "../note/fields.ts";
import { noteTypeOf } from "../note/noteTypes.ts";
import { isProblem } from "../search/escape.ts";
import { fold } from "../search/fold.ts";
import { excerpts } from "./excerpts.ts";
import { replacer } from "./replacer.ts";

export interface Replaced {
  records: Records;
  notes: number;
  /** Notes that stay as they are: they could no longer be asked afterwards, or take too long. */
  refused: number;
  samples: ReplaceSample[];
}

/** Places that are shown beforehand. */
const shown = 20;

/** Find and replace in the sources of fields, or in tags. The records are one change; what stays the same is in none. */
export function replaceText(
  collection: Collection,
  notes: readonly Note[],
  replacement: Replacement,
  at: number,
): Replaced | SearchProblem {
  const replace = replacer(replacement);
  if (isProblem(replace)) return replace;
  const pairs: [Note, Note][] = [];
  const samples: ReplaceSample[] = [];
  let refused = 0;
  for (const note of notes) {
    const type = noteTypeOf(collection, note.type);
    const after = replacement.where.in === "tags" ? inTags(note, replace) : inFields(type, note, replacement, replace);
    if (after === note) continue;
    if (after === null) {
      refused++;
      continue;
    }
    pairs.push([note, { ...after, modified: at }]);
    if (samples.length < shown) samples.push(...samplesOf(type, note, after).slice(0, shown - samples.length));
  }
  return { records: pairs.length > 0 ? { notes: pairs } : {}, notes: pairs.length, refused, samples };
}

type Replace = (text: string) => string | null;

function inTags(note: Note, replace: Replace): Note | null {
  const replaced = note.tags.map(replace);
  if (replaced.includes(null)) return null;
  const tags = normaliseTags(replaced.map((tag) => tag ?? ""));
  return sameTags(tags, note.tags) ? note : { ...note, tags };
}

/** Null if it takes too long, or if the note could be asked before and could not be afterwards. */
function inFields(type: NoteType, note: Note, { where }: Replacement, replace: Replace): Note | null {
  const wanted = where.in === "field" ? fold(where.name) : null;
  const changed = new Map(Object.entries(note.fields));
  for (const { id, name } of type.fields) {
    const text = note.fields[id] ?? "";
    if (text === "" || (wanted !== null && fold(name) !== wanted)) continue;
    const replaced = replace(text);
    if (replaced === null) return null;
    changed.set(id, replaced);
  }
  if (sameFields(note.fields, Object.fromEntries(changed))) return note;
  const fields = normaliseFields(type, changed);
  if (sameFields(note.fields, fields)) return note;
  if (refusal(type, fields) !== null && refusal(type, note.fields) === null) return null;
  return { ...note, fields };
}

function samplesOf(type: NoteType, before: Note, after: Note): ReplaceSample[] {
  const tags = { field: "", ...excerpts(before.tags.join(" "), after.tags.join(" ")) };
  const fields = type.fields.map(({ id, name }) => ({
    field: name,
    ...excerpts(before.fields[id] ?? "", after.fields[id] ?? ""),
  }));
  return [tags, ...fields]
    .filter((sample) => sample.before !== sample.after)
    .map((sample) => ({ note: before.id, ...sample }));
}
