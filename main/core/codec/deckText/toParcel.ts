import type { Deck, NoteType } from "../../../contract/shapes.ts";
import type { Problem } from "../../../contract/views.ts";
import { deckName } from "../../deck/growDecks.ts";
import { emptyParcel, type Parcel, type ParcelNote, type ParcelProblem } from "../../parcel/parcel.ts";
import type { ReadJson } from "../json/readLists.ts";
import type { DeckText, NoteText } from "./deckText.ts";
import { baseOf } from "./textNotes.ts";
import { deckLabels } from "./typeNames.ts";

/** One text of a deck, as it was read. `name` is its file's: a title for one that has none, and where its problems are. */
export interface ReadText {
  deck: DeckText;
  problems: Problem[];
  name: string;
}

interface Means {
  now: number;
  newId(): string;
  /** What the texts do not say; null if nobody wrote it down. */
  rest: ReadJson | null;
  /** Of its own notes; others are of the person's types. */
  noteTypes: NoteType[];
  /** Whether Mneme keeps these texts itself: then it is known what both sides began with. */
  mirror?: boolean;
}

/**
 * Texts as a parcel, with what they do not say where that is known. A note that is not as it was when it was written counts as changed
 * now. Notes that somebody added come after those above them.
 */
export function toParcel(texts: readonly ReadText[], { now, newId, rest, noteTypes, mirror = false }: Means): Parcel {
  const labels: Map<string, Deck> = rest ? deckLabels(rest.lists.decks) : new Map();
  // In the order in which they were written, whatever their places say: many of another program have the same.
  const rests = new Map(rest?.lists.texts.map((each, rank) => [each.known, { each, rank }]));
  const nothing = { description: "", language: "", source: "", licence: "", asOf: "", preset: "default" };
  const at = (label: string): Deck => {
    const known = labels.get(label);
    if (known) return known;
    const deck = { ...nothing, id: label, name: label };
    labels.set(label, deck);
    return deck;
  };
  const notes: ParcelNote[] = [];
  const ranks = new Map<ParcelNote, number>();
  let [last, lastRank] = [0, -1];
  const add = (note: ParcelNote) => {
    notes.push(note);
    ranks.set(note, lastRank);
  };
  const place = (text: NoteText, label: string) => {
    const { id, type, fields, tags } = text;
    const deck = at(label);
    const found = id === undefined ? undefined : rests.get(id);
    const known = found?.each;
    lastRank = found?.rank ?? lastRank;
    const made = { type, deck: deck.id, fields, tags };
    last = known?.position ?? (rest ? last : notes.length + 1);
    if (!known) {
      const own = { id: id ?? newId(), ...(id === undefined && { nameless: true as const }) };
      add({ ...own, ...made, position: last, created: now, modified: now });
      return;
    }
    const { known: _, came, former, modified, ...more } = known;
    const note: ParcelNote = { ...more, ...made, modified };
    const isAsWritten = sameBase(came, baseOf(note, deck));
    add({
      ...note,
      fields: former ? { ...former, ...fields } : fields,
      modified: isAsWritten ? modified : now,
      ...(mirror && { base: came }),
    });
  };

  const problems: ParcelProblem[] = [];
  for (const { deck, problems: told, name } of texts) {
    const { title: _, notes: inside, ...about } = deck;
    const title = rest?.several
      ? ""
      : deckName([deck.title]) || deckName([name.replace(/^.*\//, "").replace(/\.[^.]*$/, "")]) || "Deck";
    if (title !== "" && (inside.length > 0 || rest)) {
      const outer = at(title);
      labels.set(title, { ...outer, ...about, asOf: about.asOf || outer.asOf });
    }
    for (const note of inside) place(note, deckName([title, ...note.path]) || "Deck");
    const where = texts.length > 1 ? `${name}, ` : "";
    for (const { line, cause } of told) problems.push({ place: `${where}line ${line}`, say: cause, weight: "broken" });
  }
  return {
    ...emptyParcel("markdown"),
    ...{ whole: rest?.whole ?? false, decks: [...labels.values()], presets: rest?.lists.presets ?? [], noteTypes },
    notes: rest ? notes.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0)) : notes,
    ...{ cards: rest?.lists.cards ?? [], problems: [...problems, ...(rest?.problems ?? [])] },
    ...(rest?.limitsFromTop && { limitsFromTop: true }),
    ...(rest?.kept && { kept: rest.kept }),
  };
}

/** Whether a note is as it was, whenever that was. */
const sameBase = (a: Record<string, string>, b: Record<string, string>): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => key === "@" || a[key] === b[key]);
