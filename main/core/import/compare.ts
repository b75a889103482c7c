import type { Note } from "../../contract/shapes.ts";
import type { ImportOptions, Verdict } from "../../contract/transfer.ts";
import type { Collection } from "../collection.ts";
import { firstText } from "../note/firstFields.ts";
import { noteTypeOf } from "../note/noteTypes.ts";
import type { Parcel, ParcelNote } from "../parcel/parcel.ts";
import { filledOrds, generatedOrds } from "../template/generate.ts";
import type { Arrival } from "./base.ts";
import { type Context, ownId } from "./context.ts";
import { matchNotes } from "./matchNotes.ts";
import { differences, type Here, type Part } from "./merge.ts";
import { arrivalOf, fieldsHere, type Places } from "./places.ts";
import type { TypeTarget } from "./placeTypes.ts";
import { suspect } from "./suspect.ts";

/** Every note of a parcel beside the collection. Lists go by the notes' places in the parcel. */
export interface Comparison {
  mine: (Note | null)[];
  guids: (string | null)[];
  /** Ids here; those of broken notes mean nothing. */
  ids: string[];
  verdicts: Verdict[];
  /** Whether nothing becomes of a note that is there, by its place. */
  stays: boolean[];
  /** Of notes that are suspicious or broken: why, and where in the file. */
  reasons: Map<number, { say: string; place: string }>;
  /** The cards that new notes make, by how many. */
  cards: number;
  targetOf(n: number): TypeTarget | null;
  arrivalOf(n: number): Arrival;
  /** For a note that is there. */
  hereOf(n: number): Here;
  partsOf(n: number): Part[];
}

export function compare(
  collection: Collection,
  parcel: Parcel,
  options: ImportOptions,
  places: Places,
  context: Context,
): Comparison {
  const { notes } = parcel;
  const noteAt = (n: number) => notes[n] as ParcelNote;
  const targetOf = (n: number) => places.types.of(noteAt(n).type);
  const problems = problemsByNote(parcel);
  const causes = notes.map((note, n) => causeOf(parcel, note, targetOf(n), places, problems.get(note.id)));
  const { mine, guids, twice } = matchNotes(collection, parcel, places, options, (n) => causes[n] !== null);
  const addsTags = (n: number) => noteAt(n).unsaid?.includes("tags") ?? false;
  const arrivalAt = (n: number): Arrival => {
    const arrival = arrivalOf(noteAt(n), targetOf(n) as TypeTarget, places, options);
    const here = mine[n];
    return here && addsTags(n) ? { ...arrival, tags: [...new Set([...here.tags, ...arrival.tags])] } : arrival;
  };
  const hereOf = (n: number): Here => {
    const note = mine[n] as Note;
    const deck = collection.decks.get(note.deck)?.name ?? "";
    return { note, type: typeHere(note), deck, addsTags: addsTags(n), base: noteAt(n).base ?? null };
  };
  // As it will be: notes of a type that grows by this import have its new fields as well.
  const grown = new Map(places.types.pairs.map(([, type]) => [type.id, type]));
  const typeHere = (note: Note) => grown.get(note.type) ?? noteTypeOf(collection, note.type);
  const partsOf = (n: number) => {
    const target = targetOf(n) as TypeTarget;
    return differences(hereOf(n), arrivalAt(n), target.type, options.notes);
  };

  const files = new Set(parcel.media.map(({ id }) => id));
  const hasFile = (name: string) => files.has(name) || collection.media.has(name);
  const firsts = new Set<string>();
  const stays: boolean[] = [];
  const reasons: Comparison["reasons"] = new Map();
  let cards = 0;

  const judge = (n: number): Verdict => {
    const note = noteAt(n);
    const problem = problems.get(note.id);
    const target = targetOf(n);
    const because = (say: string) => void reasons.set(n, { say, place: problem?.place ?? "" });
    const cause = causes[n] ?? null;
    if (!target || cause !== null) {
      because(cause ?? "");
      return "broken";
    }
    const arrival = arrivalAt(n);
    const { type } = target;
    const filled = filledOrds(type, arrival.fields, arrival.tags);
    const first = firstText(type, arrival.fields);
    const isRepeated = first !== "" && firsts.has(`${type.id}\n${first}`);
    firsts.add(`${type.id}\n${first}`);
    const odd =
      problem?.say ??
      (twice.has(n) ? "Another note of the file has the same id: this one gets its own." : null) ??
      suspect(type, arrival, filled.length > 0, hasFile) ??
      (isRepeated ? "Another note of the file has the same first field." : null);
    const verdict = mine[n] ? verdictOf(partsOf(n)) : "new";
    stays[n] = verdict === "same" || verdict === "kept";
    if (!mine[n]) cards += (filled.length > 0 ? filled : generatedOrds(type, arrival.fields, arrival.tags)).length;
    if (odd === null || (verdict !== "new" && verdict !== "changed")) return verdict;
    because(odd);
    return "suspicious";
  };

  const verdicts = notes.map((_, n) => judge(n));
  const used = new Set<string>();
  const named = new Set<string | null>(guids);
  const ids = notes.map(({ id }, n) => {
    if (verdicts[n] === "broken") return "";
    // A nameless note is known by its id from now on.
    const isNamed = (each: string) => guids[n] === null && named.has(each);
    return mine[n]?.id ?? ownId(id, (each) => collection.notes.has(each) || isNamed(each), used, context.newId);
  });
  return { mine, guids, ids, verdicts, stays, reasons, cards, targetOf, arrivalOf: arrivalAt, hereOf, partsOf };
}

/** Why a note cannot come in; null if it can. Of a row in a table the first field is what it is known by. */
function causeOf(
  { format }: Parcel,
  note: ParcelNote,
  target: TypeTarget | null,
  places: Places,
  problem: Parcel["problems"][number] | undefined,
): string | null {
  if (problem?.weight === "broken") return problem.say;
  if (!target) return "Its note type is missing, so nobody knows what its fields mean.";
  const [first] = target.type.fields;
  if ((format !== "text" && format !== "csv") || !first || target.type.stock === "occlusion") return null;
  const isEmpty = firstText(target.type, fieldsHere(note, target, places.media.renames)) === "";
  return isEmpty ? `Its first field, “${first.name}”, is empty.` : null;
}

function verdictOf(parts: readonly Part[]): Verdict {
  if (parts.some(({ changed }) => changed === "both")) return "conflict";
  if (parts.some(({ changed }) => changed === "theirs")) return "changed";
  return parts.length > 0 ? "kept" : "same";
}

/** The gravest problem of each note. */
function problemsByNote({ problems }: Parcel): Map<string, Parcel["problems"][number]> {
  const byNote = new Map<string, Parcel["problems"][number]>();
  for (const problem of problems) {
    if (problem.note === undefined) continue;
    const known = byNote.get(problem.note);
    if (!known || (known.weight === "suspicious" && problem.weight === "broken")) byNote.set(problem.note, problem);
  }
  return byNote;
}
