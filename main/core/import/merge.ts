import type { Note, NoteType } from "../../contract/shapes.ts";
import type { FieldChange, ImportOptions } from "../../contract/transfer.ts";
import { type Arrival, cameKeys, cameOf, hashTags, hashText, isPersonal, sharedTags } from "./base.ts";

/** A part of a note that is not here as it comes. */
export interface Part extends Pick<FieldChange, "name" | "of" | "mine" | "theirs"> {
  /** Id of the field; "" for other parts. */
  field: string;
  changed: "theirs" | "mine" | "both";
}

export type Side = "mine" | "theirs";

export interface Here {
  note: Note;
  type: NoteType;
  /** Name of its deck. */
  deck: string;
  /** Whether the file says nothing of tags: those that come all the same are added to what is here. */
  addsTags: boolean;
  /** Of a mirror: what both sides began with; else that is how the note came. */
  base: Readonly<Record<string, string>> | null;
}

/**
 * What differs between a note here and the same note as it comes, and whose change that is. `Note.came` tells: what is as it came was
 * changed by its author, what comes as it came was changed by the person. Without it, or with a version older than the one that
 * came, the options decide about the note as a whole.
 */
export function differences(at: Here, arrival: Arrival, arrivalType: NoteType, when: ImportOptions["notes"]): Part[] {
  const here = at.base ? { ...at, note: { ...at.note, came: at.base } } : at;
  const { note } = here;
  const whose = judge(note, arrival, when);
  const rest = () => [...tagsPart(here, arrival, whose), ...deckPart(here, arrival, when)];
  if (note.type === arrival.type) return [...fieldParts(here, here.type, arrival, whose), ...rest()];
  const isAlike = here.type.kind === arrivalType.kind && here.type.format === arrivalType.format;
  const type = typePart(here, arrival, arrivalType, whose, isAlike);
  if (type.changed !== "theirs" || !isAlike) return [type, ...deckPart(here, arrival, when)];
  return [type, ...fieldParts(here, arrivalType, arrival, whose), ...rest()];
}

/** Of the fields that are here already. What else another type has comes as it is. */
function fieldParts({ note, type }: Here, { fields }: NoteType, arrival: Arrival, whose: Judge): Part[] {
  const own = new Set(type.fields.map(({ id }) => id));
  const parts: Part[] = [];
  for (const { id, name } of fields) {
    const theirs = arrival.fields[id];
    const mine = note.fields[id] ?? "";
    if (theirs === undefined || theirs === mine || !own.has(id)) continue;
    const changed = whose(
      id,
      () => hashText(mine),
      () => hashText(theirs),
    );
    parts.push({ name, of: "field", field: id, mine, theirs, changed });
  }
  return parts;
}

type Judge = (key: string, mine: () => string, theirs: () => string) => Part["changed"];

function judge({ came, modified }: Note, arrival: Arrival, when: ImportOptions["notes"]): Judge {
  if (when === "never") return () => "mine";
  if (!came) {
    const takes = when === "always" || arrival.modified > modified;
    return () => (takes ? "theirs" : "mine");
  }
  const before = Number(came[cameKeys.modified] ?? 0);
  if (when === "newer" && arrival.modified !== 0 && arrival.modified < before) return () => "mine";
  return (key, mine, theirs) => {
    const base = came[key] ?? hashText("");
    if (theirs() === base) return "mine";
    return mine() === base ? "theirs" : "both";
  };
}

/** Where texts mean something else in the other type, a note that was touched here is changed as a whole, or stays. */
function typePart(here: Here, arrival: Arrival, arrivalType: NoteType, whose: Judge, isAlike: boolean): Part {
  const { note, type } = here;
  const { came } = note;
  let changed = whose(
    cameKeys.type,
    () => note.type,
    () => arrival.type,
  );
  if (came && changed === "theirs" && !isAlike) {
    const isTouched = type.fields.some(({ id }) => hashText(note.fields[id] ?? "") !== (came[id] ?? hashText("")));
    if (isTouched) changed = "both";
  }
  return { name: "Note type", of: "type", field: "", mine: type.name, theirs: arrivalType.name, changed };
}

function tagsPart({ note, addsTags }: Here, arrival: Arrival, whose: Judge): Part[] {
  const [mine, theirs] = [sharedTags(note.tags).join(" "), sharedTags(arrival.tags).join(" ")];
  if (mine === theirs) return [];
  const changed = whose(
    cameKeys.tags,
    () => hashTags(note.tags),
    () => hashTags(arrival.tags),
  );
  return [
    { name: "Tags", of: "tags", field: "", mine, theirs, changed: addsTags && changed === "both" ? "theirs" : changed },
  ];
}

/** A note stays where the person has it, unless its author moved it and the person did not. */
function deckPart({ note, deck }: Here, arrival: Arrival, when: ImportOptions["notes"]): Part[] {
  const { came } = note;
  const there = came?.[cameKeys.deck];
  if (!came || there === undefined || when === "never" || note.deck === arrival.deck) return [];
  if (arrival.deckThere === null || hashText(arrival.deckThere) === there) return [];
  const changed = hashText(deck) === (came[cameKeys.placed] ?? there) ? "theirs" : "both";
  return [{ name: "Deck", of: "deck", field: "", mine: deck, theirs: arrival.deckHere, changed }];
}

/**
 * The note with what it takes of those parts; null if nothing of it changes. How it came is remembered anew if it takes something, or if
 * something was decided against, which is then asked no more; but not if it comes as it is: it may be the person's own export.
 */
export function merged(
  here: Here,
  arrival: Arrival,
  parts: readonly Part[],
  sideOf: (part: Part) => Side,
): Note | null {
  const { note } = here;
  const taken = parts.filter((part) => sideOf(part) === "theirs");
  if (taken.length === 0 && !parts.some(({ changed }) => changed === "both")) return null;
  // A mirror is the person's own: how the note came from elsewhere stays, and what was decided against is written over there.
  if (here.base && taken.length === 0) return null;
  const came = here.base ? note.came : cameOf(arrival, note.type === arrival.type ? note.came : {});
  if (taken.length === 0) return { ...note, ...(came && { came }) };
  const next: Note = { ...note, ...(came && { came }), modified: Math.max(note.modified, arrival.modified) };
  const isMoved = taken.some(({ of }) => of === "type");
  if (isMoved) next.type = arrival.type;
  if (isMoved && parts.every(({ of }) => of === "type" || of === "deck")) next.tags = joinTags(note.tags, arrival.tags);
  const fields: [string, string][] = Object.entries(isMoved ? arrival.fields : note.fields);
  for (const part of parts) {
    const { of, field, mine, theirs } = part;
    const isTaken = taken.includes(part);
    if (of === "field" && isTaken !== isMoved) fields.push([field, isTaken ? theirs : (mine ?? "")]);
    else if (of === "tags" && isTaken) next.tags = joinTags(note.tags, arrival.tags);
    else if (of === "deck" && isTaken) next.deck = arrival.deck;
  }
  return { ...next, fields: Object.fromEntries(fields) };
}

const joinTags = (mine: readonly string[], theirs: readonly string[]): string[] => [
  ...theirs.filter((tag) => !isPersonal(tag)),
  ...mine.filter(isPersonal),
];
