import type { NoteType } from "../../contract/shapes.ts";
import type { ImportOptions, RehearsalView } from "../../contract/transfer.ts";
import type { Collection } from "../collection.ts";
import { playsItsPart } from "../note/fields.ts";
import { allNoteTypes, knownType } from "../note/noteTypes.ts";
import { sameType } from "../noteType/sameType.ts";
import { type Context, foldName, originOf, ownId, unusedName, withOrigin } from "./context.ts";
import { type Pairing, pairTypes } from "./pairTypes.ts";
import { usableType } from "./usableType.ts";

/** What the notes of a type of the parcel become. */
export interface TypeTarget {
  /** As it is after the import. */
  type: NoteType;
  /** Id of the field here for one there; null where they have the same ids. */
  fields: ReadonlyMap<string, string> | null;
  /** Ordinals here for those there; null where they are the same. */
  ords: ReadonlyMap<number, number> | null;
}

export interface PlacedTypes {
  /** For a type of the parcel, or one that only the collection has; null if neither has it. */
  of(id: string): TypeTarget | null;
  rows: RehearsalView["types"];
  pairs: [NoteType | null, NoteType][];
}

/**
 * Note types of a parcel beside those that are there. One with a known id in which all of theirs has its part is the same type; it takes
 * what is new by `options.noteTypes`. One in another shape is joined with mine if that is wanted, or else becomes a second type,
 * which the next import finds again. What cannot be joined (a cloze with none) is always a second type.
 */
export function placeTypes(
  collection: Collection,
  types: readonly NoteType[],
  options: Pick<ImportOptions, "noteTypes" | "mergeTypes">,
  renames: ReadonlyMap<string, string>,
  context: Context,
): PlacedTypes {
  const all = allNoteTypes(collection);
  const names = new Map(all.map(({ id, name }) => [foldName(name), id]));
  const seconds = new Map<string, NoteType[]>();
  for (const type of all) {
    const from = originOf(type);
    if (from !== null) seconds.set(from, [...(seconds.get(from) ?? []), type]);
  }
  const used = new Set<string>();
  const targets = new Map<string, TypeTarget>();
  const rows: RehearsalView["types"] = [];
  const pairs: [NoteType | null, NoteType][] = [];
  const nameFor = (type: NoteType, id: string) => {
    const name = unusedName(type.name, (each) => names.has(each) && names.get(each) !== id);
    names.set(foldName(name), id);
    return name;
  };

  for (const theirs of types) {
    if (targets.has(theirs.id)) continue;
    const usable = usableType(theirs, renames, context);
    const mine = [knownType(collection, theirs.id), ...(seconds.get(theirs.id) ?? [])].filter((each) => each !== null);
    const found = choose(mine, usable.type, options.mergeTypes);
    if (found) {
      const joined = join(found.mine, usable.type, found.pairing, nameFor);
      const isNewer = usable.type.modified > found.mine.modified;
      const takes = options.noteTypes === "always" || (options.noteTypes === "newer" && isNewer);
      const grown = takes ? joined : extended(found.mine, usable.type, found.pairing);
      const type = looksAlike(grown, found.mine) ? found.mine : grown;
      const verdict = type !== found.mine ? "changed" : looksAlike(joined, found.mine) ? "same" : "kept";
      rows.push({ name: type.name, verdict });
      if (type !== found.mine) pairs.push([collection.noteTypes.get(type.id) ?? null, type]);
      targets.set(theirs.id, target(type, usable.fields, found.pairing));
    } else {
      const id = ownId(theirs.id, (each) => knownType(collection, each) !== null, used, context.newId);
      const near = mine.map((each) => ({ mine: each, pairing: pairTypes(each, usable.type) })).find(isPaired) ?? null;
      const beside = near ? besideMine(near.mine, usable.type, near.pairing) : usable.type;
      const type = withOrigin({ ...beside, id, name: nameFor(usable.type, id) }, theirs);
      rows.push({ name: type.name, verdict: "new" });
      pairs.push([null, type]);
      targets.set(theirs.id, target(type, usable.fields, near?.pairing ?? null));
    }
  }
  return {
    of(id) {
      const known = targets.get(id);
      if (known) return known;
      const type = knownType(collection, id);
      if (!type) return null;
      const made = { type, fields: null, ords: null };
      targets.set(id, made);
      return made;
    },
    rows,
    pairs,
  };
}

/** Whether two types say the same, whatever other programs keep of them. */
const looksAlike = ({ kept: _, ...a }: NoteType, { kept: __, ...b }: NoteType): boolean => sameType(a, b);

/** The one of mine in which all of theirs has its part, best one that has nothing else; or the first to be joined. */
function choose(candidates: readonly NoteType[], theirs: NoteType, merge: boolean) {
  const paired = candidates.flatMap((mine) => {
    const pairing = pairTypes(mine, theirs);
    return pairing ? [{ mine, pairing }] : [];
  });
  const fits = paired.filter(({ pairing }) => pairing.moreFields.length + pairing.moreTemplates.length === 0);
  return fits.find(({ pairing }) => pairing.exact) ?? fits[0] ?? (merge ? paired[0] : undefined);
}

const isPaired = (each: { mine: NoteType; pairing: Pairing | null }): each is { mine: NoteType; pairing: Pairing } =>
  each.pairing !== null;

/** A second type whose parts have the ids that they have in mine: notes that move over find their texts and cards in them. */
function besideMine(mine: NoteType, theirs: NoteType, pairing: Pairing): NoteType {
  extended(mine, theirs, pairing);
  const { fields, ords } = pairing;
  return {
    ...theirs,
    fields: theirs.fields.map((field) => ({ ...field, id: fields.get(field.id) ?? field.id })),
    templates: theirs.templates.map((template) => ({ ...template, ord: ords.get(template.ord) ?? template.ord })),
    sort: fields.get(theirs.sort) ?? theirs.sort,
  };
}

/** Mine with the parts that only theirs has. Notes of mine find their fields and cards where they were. */
function extended(mine: NoteType, theirs: NoteType, { fields, ords, moreFields, moreTemplates }: Pairing): NoteType {
  if (moreFields.length + moreTemplates.length === 0) return mine;
  const ids = new Set(mine.fields.map(({ id }) => id));
  const added = moreFields.map((field) => {
    let { id } = field;
    while (ids.has(id)) id = `${id}+`;
    ids.add(id);
    fields.set(field.id, id);
    return { ...field, id };
  });
  let last = Math.max(-1, ...mine.templates.map(({ ord }) => ord));
  const templates = moreTemplates.map((template) => {
    ords.set(template.ord, ++last);
    return { ...template, ord: last };
  });
  const modified = Math.max(mine.modified, theirs.modified);
  return { ...mine, fields: [...mine.fields, ...added], templates: [...mine.templates, ...templates], modified };
}

/** Theirs in the place of mine: what both have as theirs says it, and what only mine has as it is. */
function join(
  mine: NoteType,
  theirs: NoteType,
  pairing: Pairing,
  nameFor: (type: NoteType, id: string) => string,
): NoteType {
  const all = extended(mine, theirs, pairing);
  const fields = new Map(theirs.fields.map((each) => [pairing.fields.get(each.id), each]));
  const templates = new Map(theirs.templates.map((each) => [pairing.ords.get(each.ord), each]));
  const order = <T>(list: T[], placeOf: (item: T) => number): T[] =>
    pairing.exact ? list.toSorted((a, b) => placeOf(a) - placeOf(b)) : list;
  const kept = { ...mine.kept, ...theirs.kept };
  const from = originOf(mine) ?? mine.id;
  const next: NoteType = {
    ...theirs,
    id: mine.id,
    name: nameFor(theirs, mine.id),
    fields: order(
      all.fields.map((field) => ({ ...(fields.get(field.id) ?? field), id: field.id })),
      ({ id }) => theirs.fields.findIndex((each) => pairing.fields.get(each.id) === id),
    ),
    templates: order(
      all.templates.map((template) => ({ ...(templates.get(template.ord) ?? template), ord: template.ord })),
      ({ ord }) => theirs.templates.findIndex((each) => pairing.ords.get(each.ord) === ord),
    ),
    sort: pairing.fields.get(theirs.sort) ?? mine.sort,
    ...(Object.keys(kept).length > 0 && { kept }),
  };
  return withOrigin({ ...next, stock: playsItsPart(next) ? next.stock : null }, { id: from, name: theirs.name });
}

function target(type: NoteType, changed: ReadonlyMap<string, string>, pairing: Pairing | null): TypeTarget {
  const fields = new Map(pairing?.fields ?? type.fields.map(({ id }): [string, string] => [id, id]));
  for (const [there, usable] of changed) fields.set(there, fields.get(usable) ?? usable);
  const isSame = [...fields].every(([there, here]) => there === here);
  const ords = pairing && [...pairing.ords].some(([there, here]) => there !== here) ? pairing.ords : null;
  return { type, fields: isSame && changed.size === 0 ? null : fields, ords: type.kind === "cloze" ? null : ords };
}
