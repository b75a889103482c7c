import type { DeckText, NoteText } from "./deckText.ts";
import { common, kinds, metaKeys } from "./keys.ts";

/** Writes a deck as text; `decode` gives it back. */
export function encode(deck: DeckText): string {
  const meta = metaKeys.flatMap(([key, name]) => (deck[name] === "" ? [] : [write(key, deck[name])]));
  const parts = [`---\n${meta.join("\n")}\n---\n`];
  let path: readonly string[] = [];
  for (const note of deck.notes) {
    for (const heading of headings(path, note.path)) parts.push(`${heading}\n`);
    parts.push(`${encodeNote(note)}\n`);
    path = note.path;
  }
  return parts.join("\n");
}

/** The headings that lead from one inner deck to another. */
function headings(from: readonly string[], to: readonly string[]): string[] {
  const fork = to.findIndex((name, i) => name !== from[i]);
  if (fork < 0 && to.length === from.length) return [];
  if (to.length === 0) return ["#"];
  const first = fork < 0 ? to.length - 1 : fork;
  return to.slice(first).map((name, i) => `${"#".repeat(first + i + 1)} ${name}`);
}

function encodeNote({ type, fields, tags, id }: NoteText): string {
  const keys = [...(kinds.find((kind) => kind.type === type)?.keys ?? []), ...common];
  const lines = keys.flatMap(([key, field]) => {
    const value = fields[field] ?? "";
    if (value === "") return [];
    return key === "Wrong" ? value.split("\n").map((line) => write(key, line)) : [write(key, value)];
  });
  if (tags.length > 0) lines.push(write("Tags", tags.join(" ")));
  if (id !== undefined) lines.push(write("Id", id));
  return lines.join("\n");
}

function write(key: string, value: string): string {
  const lines = value.split("\n");
  const [first = ""] = lines;
  const beside = first !== "" && first === first.trimStart();
  const below = beside ? lines.slice(1) : lines;
  return [beside ? `${key}: ${first}` : `${key}:`, ...below.map((line) => (line === "" ? "" : `  ${line}`))].join("\n");
}
