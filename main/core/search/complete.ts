import type { Completion } from "../../contract/browse.ts";
import type { Collection } from "../collection.ts";
import { allNoteTypes } from "../note/noteTypes.ts";
import { realProperties, states, wholeProperties } from "./ast.ts";
import { fold } from "./fold.ts";
import { prefixesOf } from "./glob.ts";
import { termFor } from "./print.ts";
import { prefixes } from "./term.ts";

/** Suggestions that are given at most. */
const most = 20;

interface Choice {
  kind: Completion["kind"];
  label: string;
  insert: string;
  open: boolean;
}

/**
 * What could stand where the caret is: the beginnings of terms and the names of fields; behind a colon the values that there
 * are. The word before the caret is replaced. What begins as it does comes first, then what contains it.
 */
export function complete(collection: Collection, query: string, caret: number): Completion[] {
  const { offset, length, minus, word } = wordAt(query, Math.min(caret, query.length));
  const colon = word.indexOf(":");
  const key = colon < 0 ? "" : word.slice(0, colon).toLowerCase();
  const typed = fold(word.slice(colon + 1).replace(/\\(.)/g, "$1"));
  if (colon < 0 && typed === "") return [];
  const choices = colon < 0 ? beginnings(collection) : valuesOf(collection, key);
  return ranked(choices, typed)
    .slice(0, most)
    .map((choice) => ({ ...choice, insert: minus + choice.insert, offset, length }));
}

/** The term that the caret stands in or behind, without its quotes, and what of the query it takes up. */
function wordAt(query: string, caret: number): { offset: number; length: number; minus: string; word: string } {
  let start = 0;
  let quoted = false;
  for (let i = 0; i < caret; i++) {
    const char = query[i] as string;
    if (char === "\\") i++;
    else if (char === '"') {
      if (!quoted && query[i - 1] !== ":") start = i;
      quoted = !quoted;
    } else if (!quoted && /[\s\u3000()]/.test(char)) start = i + 1;
  }
  const minus = query[start] === "-" ? "-" : "";
  // The quote that closes the word goes with it.
  const end = quoted && query[caret] === '"' ? caret + 1 : caret;
  const word = query.slice(start + minus.length, caret).replaceAll('"', "");
  return { offset: start, length: end - start, minus, word };
}

function ranked(choices: Choice[], typed: string): Choice[] {
  const beginning: Choice[] = [];
  const containing: Choice[] = [];
  for (const choice of choices) {
    const label = fold(choice.label);
    if (label.startsWith(typed)) beginning.push(choice);
    else if (label.includes(typed)) containing.push(choice);
  }
  return [...beginning, ...containing];
}

function beginnings(collection: Collection): Choice[] {
  const keys = Object.keys(prefixes).map((key) => begin("prefix", key, `${key}:`));
  const fields = new Set(allNoteTypes(collection).flatMap((type) => type.fields.map(({ name }) => name)));
  return [...keys, ...[...fields].map((name) => begin("field", name, fieldBegin(name)))];
}

const begin = (kind: Choice["kind"], name: string, insert: string): Choice => ({
  kind,
  label: `${name}:`,
  insert,
  open: true,
});

/** A name with blanks needs quotes around the whole term; they are left open for the value. */
const fieldBegin = (name: string): string => {
  const escaped = name.replace(/[\\":*_()-]/g, "\\$&");
  return /\s/.test(name) ? `"${escaped}:` : `${escaped}:`;
};

function valuesOf(collection: Collection, key: string): Choice[] {
  const value = (kind: Choice["kind"], label: string, insert = termFor(key, label)): Choice => ({
    kind,
    label,
    insert,
    open: false,
  });
  const names = (kind: Choice["kind"], found: Iterable<string>) =>
    [...new Set(found)].sort((a, b) => a.localeCompare(b, "en", { numeric: true })).map((name) => value(kind, name));
  switch (key) {
    case "deck":
      return [
        ...names(
          "deck",
          [...collection.decks.values()].map(({ name }) => name),
        ),
        value("deck", "current"),
      ];
    case "tag":
      return [...names("tag", allTags(collection)), value("tag", "none")];
    case "note":
      return names(
        "noteType",
        allNoteTypes(collection).map(({ name }) => name),
      );
    case "card":
      return names(
        "card",
        allNoteTypes(collection).flatMap(({ templates }) => templates.map(({ name }) => name)),
      );
    case "preset":
      return names(
        "preset",
        [...collection.presets.values()].map(({ name }) => name),
      );
    case "is":
      return states.map((state) => value("state", state));
    case "flag":
      return [1, 2, 3, 4, 5, 6, 7, 0].map((flag) => value("flag", String(flag)));
    case "prop":
      return [...wholeProperties, ...realProperties, "rated"].map((name) => ({
        kind: "property",
        label: name,
        insert: `prop:${name}`,
        open: true,
      }));
    default:
      return [];
  }
}

function* allTags(collection: Collection): Generator<string> {
  const met = new Set<string>();
  for (const { tags } of collection.notes.values())
    for (const tag of tags) {
      if (met.has(tag)) continue;
      met.add(tag);
      yield* prefixesOf(tag);
    }
}
