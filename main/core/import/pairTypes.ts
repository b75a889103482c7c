import type { FieldType, NoteType, Template } from "../../contract/shapes.ts";

/** Which fields and templates of one note type are which of another. */
export interface Pairing {
  /** Theirs to mine. */
  fields: Map<string, string>;
  ords: Map<number, number>;
  /** What mine has no part for. */
  moreFields: FieldType[];
  moreTemplates: Template[];
  /** Whether mine has nothing that theirs has not. */
  exact: boolean;
}

/** An id that is no more than a place: that is how fields are called of which Anki knows no id. */
const place = /^\d{1,3}\+*$/;

/**
 * Theirs beside mine: fields by id, then by name; templates by name, then by ordinal. Null if the texts or the cards of the one would
 * mean something else in the other.
 */
export function pairTypes(mine: NoteType, theirs: NoteType): Pairing | null {
  if (mine.kind !== theirs.kind || mine.format !== theirs.format) return null;
  const byId = pair(mine.fields, theirs.fields, [({ id }) => (place.test(id) ? null : id), ({ name }) => name]);
  const byName =
    mine.kind === "cloze"
      ? pair(mine.templates, theirs.templates, [() => ""])
      : pair(mine.templates, theirs.templates, [({ name }) => name, ({ ord }) => String(ord)]);
  return {
    fields: new Map([...byId].map(([a, b]) => [a.id, b.id])),
    ords: new Map([...byName].map(([a, b]) => [a.ord, b.ord])),
    moreFields: theirs.fields.filter((each) => !byId.has(each)),
    moreTemplates: theirs.templates.filter((each) => !byName.has(each)),
    exact: byId.size === mine.fields.length && byName.size === mine.templates.length,
  };
}

/** Theirs to mine by each key in turn, each of mine once. */
function pair<T>(mine: readonly T[], theirs: readonly T[], keys: ((item: T) => string | null)[]): Map<T, T> {
  const pairs = new Map<T, T>();
  const taken = new Set<T>();
  for (const key of keys) {
    const free = new Map(mine.filter((each) => !taken.has(each)).map((each) => [key(each), each]));
    for (const each of theirs) {
      const named = key(each);
      const other = pairs.has(each) || named === null ? undefined : free.get(named);
      if (!other || taken.has(other)) continue;
      pairs.set(each, other);
      taken.add(other);
    }
  }
  return pairs;
}
