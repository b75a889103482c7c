import type { NoteType } from "../../../contract/shapes.ts";
import type { NoteText } from "./deckText.ts";
import { readFreeNote } from "./freeNote.ts";
import type { Item } from "./items.ts";
import { beginsNote, noteKey, noteKeys, quoted } from "./keys.ts";
import { type Draft, finishNote } from "./note.ts";
import type { Report } from "./report.ts";

/** Reads everything behind the front matter. */
export function readNotes(
  next: Item | null,
  reading: Iterator<Item>,
  typeNamed: (name: string) => NoteType | null,
  report: Report,
): NoteText[] {
  const notes: NoteText[] = [];
  const ids = new Map<string, number>();
  let path: readonly string[] = [];
  let draft: Draft | null = null;
  let free: (Item & { kind: "entry" })[] = [];

  const finish = () => {
    const note =
      free.length > 0
        ? readFreeNote(free, path, ids, typeNamed, report)
        : draft && finishNote(draft, path, ids, report);
    if (note) notes.push(note);
    draft = null;
    free = [];
  };
  for (let item = next; item; item = (reading.next().value as Item | undefined) ?? null) {
    const key: string | undefined = item.kind === "entry" ? noteKey(item.key) : undefined;
    const isFree = item.kind === "entry" && item.key.toLowerCase() === "note" && !item.quoted;
    if (item.kind === "gap" || item.kind === "heading" || isFree || (beginsNote(key) && free.length === 0)) finish();
    if (item.kind === "heading") path = readHeading(item, path, report);
    else if (item.kind === "fence") report(item.line, "A line “---” has no meaning between notes: remove it.");
    else if (item.kind === "problem") {
      report(item.line, item.cause);
      if (draft) draft.sound = false;
      for (const each of free.splice(0)) free.push({ ...each, key: "" });
    } else if (item.kind === "entry" && (isFree || free.length > 0)) free.push(item);
    else if (item.kind === "entry") draft = readEntry(item, key, draft, report);
  }
  finish();
  return notes;
}

function readHeading(
  { level, name, line }: Item & { kind: "heading" },
  path: readonly string[],
  report: Report,
): readonly string[] {
  if (name === "") {
    if (level > 1) report(line, "A heading needs a name after the “#”.");
    return level > 1 ? path : [];
  }
  if (level > path.length + 1) report(line, `This heading skips a level: begin it with ${path.length + 1} “#”.`);
  if (name.includes("::")) report(line, "A heading cannot contain “::”: give each inner deck a heading of its own.");
  return [...path.slice(0, level - 1), name.replace(/:{2,}/g, ":")];
}

function readEntry(
  { key: written, value, line, exact }: Item & { kind: "entry" },
  key: string | undefined,
  draft: Draft | null,
  report: Report,
): Draft {
  const into = draft ?? { line, sound: true, values: new Map(), lines: new Map(), exact: new Set() };
  const refuse = (cause: string) => {
    report(line, cause);
    into.sound = false;
    return into;
  };
  if (!key) return refuse(`There is no key “${written}:”; there are ${quoted(noteKeys)}.`);
  if (!draft && !beginsNote(key)) {
    return refuse(
      `“${key}:” needs a note above it, without a blank line between: a note begins with “Q:”, “Front:” or “Cloze:”.`,
    );
  }
  const before = into.values.get(key);
  if (before !== undefined && key !== "Wrong") return refuse(`“${key}:” is there twice in one note: keep one of them.`);
  into.values.set(key, before === undefined ? value : `${before}\n${value}`);
  into.lines.set(key, line);
  if (exact) into.exact.add(key);
  return into;
}
