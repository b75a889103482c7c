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
  const byId = pair(mine.fields, theirs.fields, [
    ({ id }) => (place.test(id) ? null : id),
    ({ id, name }) => `${id}\n${name}`,
    ({ name }) => name,
  ]);
  const byName =
    mine.kind === "cloze"
      ? pair(mine.templates, theirs.templates, [() => ""])
      : pair(mine.templates, theirs.templates, [
          ({ ord, name }) => `${ord}\n${name}`,
          ({ name }) => name,
          ({ ord }) => String(ord),
        ]);
  return {
    fields: new Map([...byId].map(([a, b]) => [a.id, b.id])),
    ords: new Map([...byName].map(([a, b]) => [a.ord, b.ord])),
    moreFields: theirs.fields.filter((each) => !byId.has(each)),
    moreTemplates: theirs.templates.filter((each) => !byName.has(each)),
    exact: byId.size === mine.fields.length && byName.size === mine.templates.length,
  };
}

/** Theirs to mine by each key in turn, each of mine once; of several with the same key the first to the first. */
function pair<T>(mine: readonly T[], theirs: readonly T[], keys: ((item: T) => string | null)[]): Map<T, T> {
  const pairs = new Map<T, T>();
  const taken = new Set<T>();
  for (const key of keys) {
    const free = new Map<string | null, T[]>();
    for (const each of mine) if (!taken.has(each)) free.set(key(each), [...(free.get(key(each)) ?? []), each]);
    for (const each of theirs) {
      const named = pairs.has(each) ? null : key(each);
      const other = named === null ? undefined : free.get(named)?.shift();
      if (!other) continue;
      pairs.set(each, other);
      taken.add(other);
    }
  }
  return pairs;
}
