import type { NoteType } from "../../contract/shapes.ts";
import { stripHtmlKeepMedia } from "../html/strip.ts";
import type { Glob, Term } from "./ast.ts";
import type { Entry } from "./entries.ts";
import { isProblem } from "./escape.ts";
import { bare, fold } from "./fold.ts";
import { anchored, asPattern, contains, isGlob, literal } from "./glob.ts";
import { compile } from "./regex/compile.ts";
import { byEntry, never, type Test } from "./test.ts";

type Of<T extends Term["type"]> = Extract<Term, { type: T }>;

/** Characters of markup. A text with one of them is also looked for in the fields as they were written. */
const markup = /[<>&{}[\]*_~`\\#|]|::/;
const between = "\x1f";

/** Text in any field that is not left out of searches. */
export function textTest({ text, how }: Of<"text">): Test {
  const change = how === "bare" ? bare : fold;
  const holds = contains(change(collapse(text)));
  // A text without these letters has no such word; to know that is quicker than to look for the word.
  if (how === "word") return patternTest(`\\b${asPattern(text)}\\b`, isGlob(text) ? null : holds);
  // A star reaches from one field into the next, as in Anki.
  const across = isGlob(text);
  const source = how !== "gaps" && markup.test(literal(text));
  return byEntry(
    (entry) => {
      const { type } = entry;
      if (how === "gaps" && type.kind !== "cloze") return false;
      const searched = (texts: readonly string[]) => {
        const kept = searchesAll(type) ? texts : texts.filter((_, i) => !type.fields[i]?.unsearched);
        return across ? holds(kept.join(between)) : kept.some(holds);
      };
      const { folded, hints } = entry.text;
      if (searched(how === "bare" ? folded.map(bare) : folded)) return true;
      if (how !== "gaps" && hints !== "" && holds(how === "bare" ? bare(hints) : hints)) return true;
      return source && searched(how === "bare" ? entry.written.map(bare) : entry.written);
    },
    how === "bare" ? 60 : 10,
  );
}

const known = new WeakMap<NoteType, boolean>();

function searchesAll(type: NoteType): boolean {
  const before = known.get(type);
  if (before !== undefined) return before;
  const all = type.fields.every(({ unsearched }) => !unsearched);
  known.set(type, all);
  return all;
}

/** A pattern in any field that is searched, as it is read or as it was written. */
export function patternTest(pattern: string, mayHold: ((folded: string) => boolean) | null = null): Test {
  const compiled = compile(pattern, { fold: true });
  if (isProblem(compiled)) return never; // refused when the query was read
  return byEntry(({ type, note, text: { shown, folded } }) => {
    return type.fields.some(({ id, unsearched }, i) => {
      if (unsearched) return false;
      if (mayHold) return mayHold(folded[i] ?? "") && compiled.test(shown[i] ?? "");
      const source = note.fields[id] ?? "";
      return compiled.test(shown[i] ?? "") || (source !== shown[i] && compiled.test(source));
    });
  }, 40);
}

/** All of a field, or of any field for `*`. */
export function fieldTest({ field, text, how }: Of<"field">): Test {
  const named = anchored(fold(field));
  const places = new Map<NoteType, number[]>();
  const placesIn = (type: NoteType): number[] => {
    const known = places.get(type);
    if (known) return known;
    const found = type.fields.flatMap(({ name }, i) => (named(fold(name)) ? [i] : []));
    places.set(type, found);
    return found;
  };
  const holds = how === "regex" ? byPattern(text) : byText(text, how);
  return byEntry((entry) => placesIn(entry.type).some((i) => holds(entry, i)), how === "regex" ? 40 : 6);
}

type FieldHolds = (entry: Entry, place: number) => boolean;

const sourceOf = ({ type, note }: Entry, place: number): string => note.fields[type.fields[place]?.id ?? ""] ?? "";

function byText(text: Glob, how: "plain" | "bare"): FieldHolds {
  const change = how === "bare" ? bare : fold;
  const holds = anchored(change(collapse(text)));
  const source = markup.test(literal(text));
  return (entry, i) => {
    const folded = (how === "bare" ? entry.bare : entry.text.folded)[i] ?? "";
    return holds(folded) || (source && holds(change(entry.written[i] ?? "")));
  };
}

function byPattern(text: string): FieldHolds {
  const compiled = compile(text, { fold: true });
  if (isProblem(compiled)) return () => false;
  return (entry, i) => {
    const shown = entry.text.shown[i] ?? "";
    const source = sourceOf(entry, i);
    return compiled.test(shown) || (source !== shown && compiled.test(source));
  };
}

/** Notes of a type whose first field says the same, whatever its form. */
export function dupeTest({ noteType, text }: Of<"dupe">): Test {
  const same = stripHtmlKeepMedia(text.normalize("NFC"));
  return byEntry(
    (entry) => entry.note.type === noteType && stripHtmlKeepMedia(sourceOf(entry, 0).normalize("NFC")) === same,
    20,
  );
}

const collapse = (glob: Glob) => glob.replace(/\s+/g, " ");
