import { normaliseTags, sameTags } from "../../note/fields.ts";
import type { DeckText, NoteText } from "./deckText.ts";
import { common, kinds, metaKeys } from "./keys.ts";
import { isId } from "./note.ts";

/** Writes a deck as text; `decode` gives it back. */
export function encode(deck: DeckText): string {
  const meta = metaKeys.flatMap(([key, name]) => (deck[name] === "" ? [] : [write(key, deck[name])]));
  const parts = [`---\n${meta.join("\n")}\n---\n`];
  let path: readonly string[] = [];
  for (const note of deck.notes) {
    for (const heading of headings(path, note.path)) parts.push(`${heading}\n`);
    parts.push(`${note.free ? encodeFreeNote(note, note.free) : encodeNote(note)}\n`);
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
  if (id !== undefined) lines.push(write("Id", id, isId(id)));
  return lines.join("\n");
}

const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** A note whose keys are the names of its fields. Empty fields are left out. */
function encodeFreeNote({ fields, tags, id }: NoteText, { type, names }: NonNullable<NoteText["free"]>): string {
  const lines = [write("Note", type)];
  for (const [field, name] of names)
    if ((fields[field] ?? "") !== "") lines.push(write(freeKey(name), fields[field] ?? ""));
  if (tags.length > 0) {
    const plain = sameTags(normaliseTags([tags.join(" ")]), tags);
    lines.push(write("Tags", plain ? tags.join(" ") : JSON.stringify(tags), plain));
  }
  if (id !== undefined) lines.push(write("Id", id, isId(id)));
  return lines.join("\n");
}

/** The name of a field as a key: in quotation marks if it could be taken for something else. */
const freeKey = (name: string): string =>
  /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} _.()/&+,'’-]{0,60}[\p{L}\p{M}\p{N}_.()+'’])?$/u.test(name) &&
  !/^(?:tags|id|note)$/i.test(name)
    ? name
    : JSON.stringify(name);

/** Whether a text comes back as it is from indented lines. What editors would not keep does not. */
export const isPlain = (value: string): boolean => value === value.trimEnd() && !odd.test(value);

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const odd = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]|\p{Cs}/u;

function write(key: string, value: string, plain = isPlain(value)): string {
  if (!plain) return `${key}:= ${JSON.stringify(value).replace(/[\x7f-\x9f\u2028\u2029\ufeff]/g, escaped)}`;
  const lines = value.split("\n");
  const [first = ""] = lines;
  const beside = first !== "" && first === first.trimStart();
  const below = beside ? lines.slice(1) : lines;
  return [beside ? `${key}: ${first}` : `${key}:`, ...below.map((line) => (line === "" ? "" : `  ${line}`))].join("\n");
}
