import type { Note, NoteType } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import { stripHtmlKeepMedia } from "../html/strip.ts";
import { noteTypeOf } from "../note/noteTypes.ts";
import type { Glob, Term } from "./ast.ts";
import { isProblem } from "./escape.ts";
import { bare, fold } from "./fold.ts";
import { anchored, asPattern, contains, isGlob, literal } from "./glob.ts";
import { noteText } from "./noteText.ts";
import { compile } from "./regex/compile.ts";
import { byNote, never, type Test } from "./test.ts";

type Of<T extends Term["type"]> = Extract<Term, { type: T }>;

/** Characters of markup. A text with one of them is also looked for in the fields as they were written. */
const markup = /[<>&{}[\]*_~`\\#|]|::/;
const between = "\x1f";

const fieldsOf = (collection: Collection, note: Note): NoteType["fields"] => noteTypeOf(collection, note.type).fields;
const written = (collection: Collection, note: Note): string[] =>
  fieldsOf(collection, note).map(({ id }) => note.fields[id] ?? "");

/** Text in any field that is not left out of searches. */
export function textTest(collection: Collection, { text, how }: Of<"text">): Test {
  if (how === "word") return patternTest(collection, `\\b${asPattern(text)}\\b`);
  const change = how === "bare" ? bare : fold;
  const holds = contains(change(collapse(text)));
  // A star reaches from one field into the next, as in Anki.
  const whole = isGlob(text);
  const source = markup.test(literal(text));
  return byNote(
    (note) => {
      const fields = fieldsOf(collection, note);
      if (how === "gaps" && noteTypeOf(collection, note.type).kind !== "cloze") return false;
      const searched = (texts: string[]) => {
        const kept = texts.filter((_, i) => !fields[i]?.unsearched);
        return whole ? holds(kept.join(between)) : kept.some(holds);
      };
      const { folded, hints } = noteText(collection, note);
      const texts = how === "bare" ? folded.map(bare) : folded;
      if (searched(texts)) return true;
      if (how !== "gaps" && hints !== "" && holds(how === "bare" ? bare(hints) : hints)) return true;
      return source && how !== "gaps" && searched(written(collection, note).map(change));
    },
    how === "bare" ? 60 : 10,
  );
}

/** A pattern in any field that is searched, as it is read or as it was written. */
export function patternTest(collection: Collection, pattern: string): Test {
  const compiled = compile(pattern, { fold: true });
  if (isProblem(compiled)) return never; // refused when the query was read
  return byNote((note) => {
    const fields = fieldsOf(collection, note);
    const { shown } = noteText(collection, note);
    return fields.some(({ id, unsearched }, i) => {
      if (unsearched) return false;
      const source = note.fields[id] ?? "";
      return compiled.test(shown[i] ?? "") || (source !== shown[i] && compiled.test(source));
    });
  }, 40);
}

/** All of a field, or of any field for `*`. */
export function fieldTest(collection: Collection, { field, text, how }: Of<"field">): Test {
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
  return byNote(
    (note) => {
      const type = noteTypeOf(collection, note.type);
      return placesIn(type).some((i) => holds(collection, note, i, note.fields[type.fields[i]?.id ?? ""] ?? ""));
    },
    how === "regex" ? 40 : 6,
  );
}

type FieldHolds = (collection: Collection, note: Note, place: number, source: string) => boolean;

function byText(text: Glob, how: "plain" | "bare"): FieldHolds {
  const change = how === "bare" ? bare : fold;
  const holds = anchored(change(collapse(text)));
  const source = markup.test(literal(text));
  return (collection, note, i, raw) => {
    const folded = noteText(collection, note).folded[i] ?? "";
    return holds(how === "bare" ? bare(folded) : folded) || (source && holds(change(raw)));
  };
}

function byPattern(text: string): FieldHolds {
  const compiled = compile(text, { fold: true });
  if (isProblem(compiled)) return () => false;
  return (collection, note, i, raw) => {
    const shown = noteText(collection, note).shown[i] ?? "";
    return compiled.test(shown) || (raw !== shown && compiled.test(raw));
  };
}

/** Notes of a type whose first field says the same, whatever its form. */
export function dupeTest(collection: Collection, { noteType, text }: Of<"dupe">): Test {
  const same = stripHtmlKeepMedia(text.normalize("NFC"));
  return byNote((note) => {
    if (note.type !== noteType) return false;
    const [first] = fieldsOf(collection, note);
    return stripHtmlKeepMedia((note.fields[first?.id ?? ""] ?? "").normalize("NFC")) === same;
  }, 20);
}

const collapse = (glob: Glob) => glob.replace(/\s+/g, " ");
