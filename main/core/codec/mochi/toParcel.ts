import type { Deck, Media, NoteType } from "../../../contract/shapes.ts";
import { deckName } from "../../deck/growDecks.ts";
import { normaliseTags } from "../../note/fields.ts";
import { emptyParcel, type Parcel, type ParcelNote, type ParcelProblem } from "../../parcel/parcel.ts";
import type { Calendar } from "../../schedule/day.ts";
import { dayFinder } from "../../schedule/dayFinder.ts";
import { fieldText, gaps, sidesOf } from "./fieldText.ts";
import { readReviews } from "./readReviews.ts";
import { readTemplate } from "./readTemplate.ts";
import { instantOf, listOf, mapOf, textOf, type Value } from "./value.ts";

interface Given {
  /** The file's name without its ending. */
  name: string;
  media: Media[];
  /** Attachments as cards write them, and what they are called here. */
  renamed: ReadonlyMap<string, string>;
  calendar: Calendar;
  now: number;
  newId(): string;
}

type Said = ReadonlyMap<string, Value>;

const mostProblems = 1_000;
const deepestDeck = 50;

/** The cards of a file of Mochi as notes: by their template, else by their sides. */
export function toParcel(data: Value, given: Given): Parcel {
  const parcel = emptyParcel("mochi");
  parcel.media.push(...given.media);
  const say = (problem: ParcelProblem) => {
    if (parcel.problems.length < mostProblems) parcel.problems.push(problem);
  };
  say({ place: "the file", say: untried, weight: "suspicious" });
  const root = mapOf(data);
  const types = templatesIn(root);
  const decks = listOf(root.get("decks")).map(mapOf);
  const byId = new Map(decks.map((deck) => [textOf(deck.get("id")), deck]));
  const deckOf = deckMaker(parcel, byId, given);
  const dayOf = dayFinder(given.calendar);
  const taken = new Set<number>();
  let trashed = 0;

  for (const deck of decks) for (const card of listOf(deck.get("cards"))) add(mapOf(card), textOf(deck.get("id")));
  for (const card of listOf(root.get("cards")).map(mapOf)) add(card, textOf(card.get("deck-id")));
  parcel.reviews.sort((a, b) => a.at - b.at);
  if (trashed > 0)
    say({ place: "the file", say: `Cards in the trash, which were left out: ${trashed}.`, weight: "suspicious" });
  return parcel;

  function add(card: Said, deck: string) {
    const id = textOf(card.get("id"));
    if (card.get("trashed?")) {
      trashed++;
      return;
    }
    const type = types.get(textOf(card.get("template-id"))) ?? null;
    const read = (type && byTemplate(card, type, given.renamed)) ?? bySides(card, given.renamed);
    if (!read) {
      say({
        place: `card ${id.slice(0, 60) || parcel.notes.length + 1}`,
        say: "It says nothing: it was left out.",
        weight: "broken",
      });
      return;
    }
    const created = Math.min(instantOf(card.get("created-at")) ?? given.now, given.now);
    const note: ParcelNote = {
      id: given.newId(),
      ...(id === "" ? { nameless: true as const } : { guid: id }),
      type: read.type,
      deck: deckOf(textOf(card.get("deck-id")) || deck),
      fields: read.fields,
      tags: normaliseTags(
        listOf(card.get("tags")).map((tag) => textOf(tag).replace(/^#/, "").trim().replace(/\s+/g, "_")),
      ),
      position: parcel.notes.length,
      created,
      modified: Math.min(Math.max(created, instantOf(card.get("updated-at")) ?? created), given.now),
    };
    parcel.notes.push(note);
    if (type && read.type === type.id && !parcel.noteTypes.includes(type)) parcel.noteTypes.push(type);
    const past = readReviews(note.id, card.get("reviews"), { dayOf, now: given.now, taken });
    if (past) {
      parcel.cards.push(card.get("archived?") ? { ...past.card, suspended: true } : past.card);
      parcel.reviews.push(...past.reviews);
    }
  }
}

const untried =
  "Mneme knows files of Mochi from descriptions only, and was never tried with a real one. Look at some of the notes before you import.";

function templatesIn(root: Said): Map<string, NoteType> {
  const types = new Map<string, NoteType>();
  for (const template of listOf(root.get("templates")).map(mapOf)) {
    const id = textOf(template.get("id"));
    const type = id === "" ? null : readTemplate(id, template);
    if (type) types.set(id, type);
  }
  return types;
}

function byTemplate(
  card: Said,
  type: NoteType,
  renamed: Given["renamed"],
): { type: string; fields: Record<string, string> } | null {
  const said = mapOf(card.get("fields"));
  const fields = Object.fromEntries(
    type.fields.map(({ id }) => {
      const value = said.get(id);
      const text =
        textOf(value instanceof Map ? value.get("value") : value) || (id === "name" ? textOf(card.get("name")) : "");
      return [id, fieldText(text, renamed)];
    }),
  );
  return (fields[type.fields[0]?.id ?? ""] ?? "") === "" ? null : { type: type.id, fields };
}

function bySides(card: Said, renamed: Given["renamed"]): { type: string; fields: Record<string, string> } | null {
  const content = textOf(card.get("content")) || textOf(card.get("name"));
  const [front = "", back = "", ...more] = sidesOf(content).map((side) => fieldText(side, renamed));
  const extra = more.filter((side) => side !== "").join("\n\n");
  if (front === "") return null;
  const cloze = gaps(front);
  if (cloze !== null)
    return { type: "cloze", fields: { Text: cloze, Extra: [back, extra].filter(Boolean).join("\n\n") } };
  return { type: "basic", fields: { Front: front, Back: back, Extra: extra } };
}

/** Decks by the names of those around them; one that lies in itself lies at the top. */
function deckMaker(parcel: Parcel, byId: ReadonlyMap<string, Said>, { name, newId }: Given) {
  const made = new Map<string, string>();
  const ids = new Map<string, string>();
  return (id: string): string => {
    const known = made.get(id);
    if (known !== undefined) return known;
    const path: string[] = [];
    const seen = new Set<string>();
    for (let at = id; byId.has(at) && !seen.has(at) && path.length < deepestDeck; ) {
      seen.add(at);
      const deck = mapOf(byId.get(at) as Map<string, Value>);
      path.unshift(textOf(deck.get("name")).replaceAll("::", ": ") || "Deck");
      at = textOf(deck.get("parent-id"));
    }
    const full = deckName(path) || deckName([name]) || "Mochi";
    const deck = ids.get(full) ?? newId();
    if (!ids.has(full)) {
      const empty = { description: "", language: "", source: "", licence: "", asOf: "", preset: "default" };
      const next: Deck = { id: deck, name: full, ...empty };
      parcel.decks.push(next);
      ids.set(full, deck);
    }
    made.set(id, deck);
    return deck;
  };
}
