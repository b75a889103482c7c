import type { NoteId, NoteTypeId } from "../../contract/shapes.ts";
import type { Hint } from "../../contract/writing.ts";
import type { Collection } from "../collection.ts";
import { noteTypeOf } from "../note/noteTypes.ts";
import { twins } from "../note/twins.ts";
import { answerRules } from "./answerRules.ts";
import { clozeRules } from "./clozeRules.ts";
import { questionRules } from "./questionRules.ts";
import { type Advice, plain, type Subject, subjectOf } from "./subject.ts";

/** Advice, not a lesson. */
const most = 2;

/**
 * Hints on a note that is being written, the weightiest first, at most two. After the rules that everyone who writes such cards arrives at: one
 * fact a card, no lists, no guessing, clear on its own. Where in doubt it is silent.
 */
export function diagnose(
  collection: Collection,
  { type, fields, note }: { type: NoteTypeId; fields: Record<string, string>; note: NoteId | null },
): Hint[] {
  const subject = subjectOf(noteTypeOf(collection, type), fields);
  const all = [
    ...clozeRules(subject),
    ...questionRules(subject),
    ...answerRules(subject),
    ...ambiguous(collection, subject, note),
  ];
  all.sort((a, b) => b.weight - a.weight);
  return all.slice(0, most).map(({ weight: _, ...hint }) => hint);
}

/** The same question with another answer: neither card can be answered. */
function ambiguous(
  collection: Collection,
  { type, fields, question, answer, answered }: Subject,
  note: NoteId | null,
): Advice[] {
  if (question === null || answer === null || answered === "" || question !== type.fields[0]?.id) return [];
  for (const twin of twins(collection, { type: type.id, fields: { ...fields }, note })) {
    const other = collection.notes.get(twin.note);
    if (!other || twin.near) continue;
    const their = subjectOf(noteTypeOf(collection, other.type), other.fields);
    if (their.answered === "" || same(their.answered, answered)) continue;
    const short = plain(type, their.answered).replace(/\s+/g, " ").slice(0, 80);
    return [
      {
        rule: "ambiguous",
        weight: 90,
        field: question,
        say: `Another card asks the same and wants “${short}”.`,
        why: "Whichever answer you give, one of the two cards calls it wrong. Say in the question what tells them apart.",
        fix: null,
      },
    ];
  }
  return [];
}

const same = (a: string, b: string) => a.replace(/\s+/g, " ").toLowerCase() === b.replace(/\s+/g, " ").toLowerCase();
