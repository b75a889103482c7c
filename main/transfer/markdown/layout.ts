import { fileName } from "../../core/deck/fileName.ts";
import { distinct, givenName } from "../../core/media/name.ts";

/** Names in a folder of Markdown that mean something. What begins with a dot is nobody's business. */
export const names = {
  /** What the texts do not say. */
  rest: "mneme.json",
  schedule: "schedule.json",
  types: "note types",
  media: "media",
} as const;

/** The file of each deck, by its label: folders for what it lies in. Names that only differ in case are told apart. */
export function deckFiles(labels: Iterable<string>): Map<string, string> {
  const taken = new Set<string>([names.types, names.media]);
  const parts = new Map<string, string>();
  const partOf = (label: string): string => {
    const known = parts.get(label);
    if (known !== undefined) return known;
    const cut = label.lastIndexOf("::");
    const around = cut < 0 ? "" : `${partOf(label.slice(0, cut))}/`;
    const own = fileName(cut < 0 ? label : label.slice(cut + 2));
    let path = `${around}${own}`;
    for (let n = 2; taken.has(path); n++) path = `${around}${own}-${n}`;
    taken.add(path);
    parts.set(label, path);
    return path;
  };
  return new Map([...labels].sort().map((label) => [label, `${partOf(label)}.md`]));
}

/** A file name for each media file or note type, by its id: its own as far as any system can keep that. */
export function safeFiles(files: readonly { id: string; name: string }[], ending: string): Map<string, string> {
  const taken = new Set<string>();
  const made = new Map<string, string>();
  for (const { id, name } of files.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const plain = givenName(name.replace(/[/\\\0\p{Cc}]+/gu, "-")) ?? "file";
    const bare = plain.startsWith(".") ? `_${plain}` : plain;
    let next = bare + ending;
    for (let n = 2; taken.has(next.toLowerCase()); n++) next = distinct(bare + ending, String(n));
    taken.add(next.toLowerCase());
    made.set(id, next);
  }
  return made;
}
