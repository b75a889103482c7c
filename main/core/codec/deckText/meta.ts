import type { DeckMeta } from "./deckText.ts";
import type { Item } from "./items.ts";
import { beginsNote, metaKey, metaKeys, noteKey, quoted } from "./keys.ts";
import type { Report } from "./report.ts";

type Entry = Item & { kind: "entry" };

/** Reads the front matter. `next` is the first item behind it, null at the end of the text. */
export function readMeta(reading: Iterator<Item>, report: Report): { meta: DeckMeta; next: Item | null } {
  const meta: DeckMeta = { title: "", description: "", language: "", source: "", licence: "", asOf: "" };
  const pull = () => reading.next().value as Item | undefined;
  let item = pull();
  while (item?.kind === "gap") item = pull();
  if (item?.kind !== "fence") return { meta, next: item ?? null };

  const { line } = item;
  const seen = new Set<string>();
  for (item = pull(); item && !endsMeta(item); item = pull()) {
    if (item.kind === "entry") readEntry(item, meta, seen, report);
    else if (item.kind === "problem") report(item.line, item.cause);
  }
  if (item?.kind !== "fence")
    report(line, "The top of this deck has no end: write a line “---” before the first note.");
  if (meta.title === "") report(line, "The deck needs a title: write a line that starts with “title:” below this one.");
  return { meta, next: (item?.kind === "fence" ? pull() : item) ?? null };
}

const endsMeta = (item: Item) =>
  item.kind === "fence" || item.kind === "heading" || (item.kind === "entry" && beginsNote(noteKey(item.key)));

function readEntry({ key, value, line }: Entry, meta: DeckMeta, seen: Set<string>, report: Report): void {
  const name = metaKey(key);
  const text = name === "title" ? oneLine(value) : value;
  if (!name) report(line, `The top of a deck has no key “${key}:”; it has ${allKeys}.`);
  else if (seen.has(name)) report(line, `“${key}:” is there twice; the first one was taken.`);
  else if (name === "asOf" && text !== "" && !isDate(text))
    report(line, "A date looks like 2020-10-31; this one was left out.");
  else meta[name] = text;
  if (name) seen.add(name);
}

const allKeys = quoted(metaKeys.map(([key]) => key));

const oneLine = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");

export function isDate(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
