import type { Fault } from "../../contract/faults.ts";
import type { Records } from "../../contract/shapes.ts";
import { noteRecords } from "../bulk/chosen.ts";
import type { Collection } from "../collection.ts";
import { fold } from "../search/fold.ts";
import { inside } from "./inside.ts";

/**
 * Gives a tag another name or place; what lies inside it goes along. Where a note has the new tag already, one remains.
 * Faults: `badChange`; `gone` if no note has it.
 */
export function renameTag(collection: Collection, tag: string, name: string, at: number): Records | Fault {
  const wanted = tagName(name);
  if (typeof wanted !== "string") return wanted;
  if (wanted !== tag && inside(tag, wanted) && fold(wanted) !== fold(tag))
    return { code: "badChange", detail: `a tag cannot lie inside itself: “${wanted}”` };
  return replaceTags(collection, tag, (own) => wanted + own.slice(tag.length), at);
}

/** Takes a tag and those inside it from all notes. Fault: `gone` if no note has it. */
export const deleteTag = (collection: Collection, tag: string, at: number): Records | Fault =>
  replaceTags(collection, tag, () => null, at);

function replaceTags(
  collection: Collection,
  tag: string,
  change: (tag: string) => string | null,
  at: number,
): Records | Fault {
  let found = false;
  const records = noteRecords([...collection.notes.values()], (note) => {
    if (!note.tags.some((own) => inside(tag, own))) return note;
    found = true;
    const tags = note.tags.flatMap((own) => (inside(tag, own) ? (change(own) ?? []) : [own]));
    const once = tags.filter((own, i) => tags.findIndex((other) => fold(other) === fold(own)) === i);
    return once.join(" ") === note.tags.join(" ") ? note : { ...note, tags: once, modified: at };
  });
  return found ? records : { code: "gone", detail: "tag" };
}

/** The name as tags are written: parts without blanks, none empty. */
function tagName(name: string): string | Fault {
  const wanted = name.trim().normalize("NFC");
  if (wanted === "") return { code: "badChange", detail: "the tag needs a name" };
  if (/\s/.test(wanted))
    return { code: "badChange", detail: `a tag has no blanks; write “${wanted.replace(/\s+/g, "-")}”` };
  if (wanted.split("::").some((part) => part === ""))
    return { code: "badChange", detail: `between “::” there must be a name: “${wanted}”` };
  return wanted;
}
