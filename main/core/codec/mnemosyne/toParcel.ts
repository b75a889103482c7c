import type { Deck, Media } from "../../../contract/shapes.ts";
import { deckName } from "../../deck/growDecks.ts";
import { normaliseTags } from "../../note/fields.ts";
import { emptyParcel, type Parcel, type ParcelNote, type ParcelProblem } from "../../parcel/parcel.ts";
import type { Calendar } from "../../schedule/day.ts";
import { dayFinder } from "../../schedule/dayFinder.ts";
import { fieldText, gaps } from "./fieldText.ts";
import { type Entry, kinds, numberIn, textIn } from "./log.ts";
import { readCard } from "./readCard.ts";
import { type ReadType, readType } from "./types.ts";

interface Given {
  /** The file's name without its ending. */
  name: string;
  /** What the file says of itself, by lower-case name. */
  about: ReadonlyMap<string, string>;
  media: Media[];
  renamed: ReadonlyMap<string, string>;
  calendar: Calendar;
  now: number;
  newId(): string;
}

const mostProblems = 1_000;

/** The cards of a file of Mnemosyne: a note for each fact, with the cards that were made of it. */
export function toParcel(entries: readonly Entry[], given: Given): Parcel {
  const parcel = emptyParcel("mnemosyne");
  const say = (problem: ParcelProblem) => {
    if (parcel.problems.length < mostProblems) parcel.problems.push(problem);
  };
  say({ place: "the file", say: untried, weight: "suspicious" });
  const of = (kind: number) =>
    new Map(entries.flatMap((entry): [string, Entry][] => (entry.kind === kind ? [[entry.id, entry]] : [])));
  const [tags, views, types, facts] = [of(kinds.tag), of(kinds.view), of(kinds.type), of(kinds.fact)];
  const deck = deckOf(given);
  parcel.decks.push(deck);
  parcel.media.push(...given.media);

  const known = new Map<string, ReadType | null>();
  const typeOf = (id: string) => {
    if (!known.has(id)) known.set(id, readType(id, types.get(id), views));
    return known.get(id) ?? null;
  };
  const dayOf = dayFinder(given.calendar);
  const notes = new Map<string, { note: ParcelNote; read: ReadType; ords: Set<number> }>();
  const lost = new Set<string>();
  let strays = 0;
  let unknownCards = 0;

  for (const card of entries) {
    if (card.kind !== kinds.card) continue;
    const id = textIn(card, "fact");
    const fact = facts.get(id);
    if (!fact) strays++;
    else if (!lost.has(id)) {
      const there = notes.get(id) ?? noteOf(fact, card);
      if (there) addCard(there, card);
    }
  }
  const left = [...facts.keys()].filter((id) => !notes.has(id) && !lost.has(id)).length;
  if (left > 0)
    say({ place: "the file", say: `Notes without a card, which were left out: ${left}.`, weight: "suspicious" });
  if (strays > 0)
    say({ place: "the file", say: `Cards without a note, which were left out: ${strays}.`, weight: "suspicious" });
  if (unknownCards > 0)
    say({
      place: "the file",
      say: `Cards of a kind that Mneme does not have, which were left out: ${unknownCards}.`,
      weight: "suspicious",
    });
  return parcel;

  function noteOf(fact: Entry, card: Entry) {
    const type = textIn(card, "card_t");
    const read = typeOf(type);
    const leave = (why: string) => {
      lost.add(fact.id);
      say({ place: `note ${fact.id.slice(0, 60)}`, say: `${why} The note was left out.`, weight: "broken" });
      return null;
    };
    if (!read) return leave(`Its card type “${type.slice(0, 60)}” is not in the file.`);
    const isCloze = read.type.kind === "cloze";
    const fields = Object.fromEntries(
      read.keys.map((key, i) => {
        const text = fieldText(textIn(fact, key), given.renamed);
        return [key, isCloze && i === 0 ? gaps(text) : text];
      }),
    );
    if ((fields[read.keys[0] ?? ""] ?? "").trim() === "") return leave("Its first field is empty.");
    const created = instant(numberIn(fact, "c_time", 0), given.now);
    const note: ParcelNote = {
      id: given.newId(),
      guid: fact.id,
      type: read.type.id,
      deck: deck.id,
      fields,
      tags: tagsOf(card),
      position: parcel.notes.length,
      created,
      modified: Math.max(created, instant(numberIn(fact, "m_time", 0), given.now)),
    };
    if (!parcel.noteTypes.includes(read.type)) parcel.noteTypes.push(read.type);
    parcel.notes.push(note);
    const there = { note, read, ords: new Set<number>() };
    notes.set(fact.id, there);
    return there;
  }

  /** A gap's card is known by its place among the cards of its note. */
  function addCard({ note, read, ords }: { note: ParcelNote; read: ReadType; ords: Set<number> }, entry: Entry) {
    const ord = read.type.kind === "cloze" ? ords.size : read.ordOf(textIn(entry, "fact_v"));
    if (ord === null || ords.has(ord)) {
      unknownCards++;
      return;
    }
    ords.add(ord);
    const card = readCard(entry, note.id, ord, { dayOf, now: given.now });
    if (card) parcel.cards.push(card);
  }

  function tagsOf(card: Entry): string[] {
    const names = textIn(card, "tags")
      .split(",")
      .map((id) => textIn(tags.get(id.trim()) ?? card, "name"));
    return normaliseTags(
      names.filter((name) => name !== "__UNTAGGED__").map((name) => name.trim().replace(/\s+/g, "_")),
    );
  }
}

const untried =
  "Mneme knows files of Mnemosyne from descriptions only, and was never tried with a real one. Look at some of the notes before you import.";

const instant = (seconds: number, now: number): number => {
  const ms = Math.trunc(seconds * 1_000);
  return ms > 0 && ms <= now ? ms : now;
};

function deckOf({ name, about, newId }: Given): Deck {
  return {
    id: newId(),
    name: deckName([about.get("card_set_name") ?? about.get("name") ?? name]) || "Mnemosyne",
    description: about.get("notes") ?? "",
    language: "",
    source: about.get("author_name") ?? "",
    licence: "",
    asOf: "",
    preset: "default",
  };
}
