import type { Fault } from "../../contract/faults.ts";
import type { NoteType, Records } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import { knownType, stockType } from "../note/noteTypes.ts";
import { draftProblems } from "./draft.ts";
import { sameType } from "./sameType.ts";
import { tidyType } from "./tidyType.ts";

/**
 * A whole edited type in place of the one that was seen (`seen` is when that was changed last): nothing if all is as it was. One
 * that Mneme brings and that is as it came again loses its record. Notes and cards' rows stay as they are.
 * Faults: `gone`, `staleType`, `badType`.
 */
export function saveType(
  collection: Collection,
  { type, seen }: { type: NoteType; seen: number },
  at: number,
): Records | Fault {
  const before = knownType(collection, type.id);
  if (!before) return { code: "gone", detail: "note type" };
  if (before.modified !== seen) return { code: "staleType" };
  const next = tidyType(type, before);
  if (sameType(before, next)) return {};
  const refused = draftProblems(collection, next).find(({ refuses }) => refuses);
  if (refused) return { code: "badType", detail: refused.say };
  const stored = collection.noteTypes.get(type.id) ?? null;
  const came = stockType(type.id);
  if (came && sameType(came, next)) return { noteTypes: [[stored, null]] };
  return { noteTypes: [[stored, { ...next, modified: Math.max(at, seen + 1) }]] };
}
